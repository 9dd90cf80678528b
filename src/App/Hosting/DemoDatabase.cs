using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Journal;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.App.Hosting;

/// <summary>Keeps the demo away from data that it did not make itself: the marker row says whose a database is.</summary>
internal static class DemoDatabase
{
    /// <summary>Makes the database ready to be filled: from the start when asked, or when an earlier filling broke off.</summary>
    /// <exception cref="RefusedException">The database is not empty and not the demo's.</exception>
    public static async Task Prepare(Storage storage, bool reset, CancellationToken cancel)
    {
        var database = storage.Connection;
        var marker = await Marker(storage, cancel);
        if (marker is not { IsDemo: true } && !await IsUntouched(storage, cancel))
            throw new RefusedException($"{database} is niet leeg en niet door de demo gemaakt. De demo blijft eraf; kies een andere met --database.");
        if (reset || marker is { FilledAt: null }) await Clear(storage, cancel);
        await new Migrator(database).Migrate(cancel);
        await Mark(storage, demo: true, cancel);
    }

    /// <summary>The row that says whose this database is; null without one.</summary>
    public static async Task<Installation?> Marker(Storage storage, CancellationToken cancel)
    {
        if (await new Migrator(storage.Connection).State(cancel) is SchemaState.Empty or SchemaState.Foreign) return null;
        await using var work = await storage.Read(Actor.System, cancel);
        return await Installation.Find(work, cancel);
    }

    /// <summary>Whether the demo is still living through its months.</summary>
    public static async Task<bool> StillFills(Deployment deployment, Storage storage, CancellationToken cancel) =>
        deployment.IsDemo && await Marker(storage, cancel) is not { FilledAt: not null };

    /// <summary>Marks a database that is still nobody's, and finds out whether the keys are those that the journal was begun with.</summary>
    /// <exception cref="RefusedException">They are others: every change would fail.</exception>
    public static async Task Mark(Storage storage, bool demo, CancellationToken cancel)
    {
        await using var work = await storage.Begin(Actor.System, cancel);
        var isNew = await Installation.Find(work, cancel) is null;
        try
        {
            if (isNew) await Installation.Create(work, demo, cancel);
            // Never committed: only the key must open.
            else await work.Note(work.Because(Installation.Created), Guid.Empty, cancel: cancel);
        }
        catch (CryptographicException)
        {
            throw new RefusedException("De sleutels passen niet bij deze database. Zet SAMENKRACHT_KEYS op de map met haar eigen sleutels"
                + (demo ? ", of begin opnieuw met --reset." : "."));
        }
        if (isNew) await work.Commit(cancel);
    }

    // Every change has its journal line: without one there are at most our own empty tables, of a start that was broken off.
    private static async Task<bool> IsUntouched(Storage storage, CancellationToken cancel)
    {
        var state = await new Migrator(storage.Connection).State(cancel);
        if (state is SchemaState.Empty) return true;
        if (state is SchemaState.Foreign or SchemaState.Newer) return false;
        await using var work = await storage.Read(Actor.System, cancel);
        return !await work.Context.Set<JournalLine>().AnyAsync(cancel);
    }

    private static async Task Clear(Storage storage, CancellationToken cancel)
    {
        var database = storage.Connection;
        if (!database.IsPostgres)
        {
            storage.Release();
            DeleteFile(database.Text);
            DeleteFile(database.ReadLogText);
            return;
        }
        await using var connection = new NpgsqlConnection(database.OwnerText);
        await connection.OpenAsync(cancel);
        await using var command = new NpgsqlCommand("""
            DROP SCHEMA IF EXISTS sight CASCADE;
            DO $$ BEGIN EXECUTE format('DROP SCHEMA %1$I CASCADE; CREATE SCHEMA %1$I', current_schema()); END $$
            """, connection);
        await command.ExecuteNonQueryAsync(cancel);
    }

    private static void DeleteFile(string text)
    {
        var file = new SqliteConnectionStringBuilder(text).DataSource;
        foreach (var suffix in (string[])["", "-wal", "-shm"]) File.Delete(file + suffix);
    }
}
