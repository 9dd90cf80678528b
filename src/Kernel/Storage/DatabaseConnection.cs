using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Samenkracht.Kernel.Storage;

/// <summary>Databank: where the data lives. A SQLite file (<c>Data Source=…</c> or a path) or PostgreSQL (<c>Host=…</c>).</summary>
public sealed record DatabaseConnection
{
    private const string MaxPrepared = "Max Auto Prepare";

    private DatabaseConnection(bool isPostgres, string text, string readLogText, string ownerText) =>
        (IsPostgres, Text, ReadLogText, OwnerText) = (isPostgres, text, readLogText, ownerText);

    public bool IsPostgres { get; }

    public string Text { get; }

    /// <summary>Where looks are logged: the same PostgreSQL database, or a SQLite file of its own so that an import never blocks a look.</summary>
    public string ReadLogText { get; }

    /// <summary>As whom the migrator comes: on PostgreSQL the owner of the tables may be another than the application signs in as.</summary>
    public string OwnerText { get; }

    /// <summary>Where it is, the same for each way to spell a connection to it.</summary>
    public string Place
    {
        get
        {
            if (!IsPostgres) return $"SQLite {Path.GetFullPath(new SqliteConnectionStringBuilder(Text).DataSource)}";
            var server = new NpgsqlConnectionStringBuilder(Text);
            return $"PostgreSQL {server.Host?.ToLowerInvariant()}:{server.Port}/{server.Database ?? server.Username}";
        }
    }

    /// <param name="owner">The owner's connection to the same PostgreSQL database; without it the application's own.</param>
    /// <exception cref="FormatException">The text is neither form.</exception>
    public static DatabaseConnection Parse(string text, string? owner = null)
    {
        try
        {
            if (text.Contains("Host=", StringComparison.OrdinalIgnoreCase))
            {
                var postgres = Postgres(text);
                return new(true, postgres, postgres, string.IsNullOrWhiteSpace(owner) ? postgres : Postgres(owner));
            }
            var main = text.Contains('=') ? new SqliteConnectionStringBuilder(text) : new SqliteConnectionStringBuilder { DataSource = text };
            if (main.DataSource is "" or ":memory:") throw new FormatException("Geef een bestand op voor SQLite.");
            var reads = new SqliteConnectionStringBuilder(main.ToString()) { DataSource = Path.ChangeExtension(main.DataSource, ".inzage.db") };
            return new(false, main.ToString(), reads.ToString(), main.ToString());
        }
        // Npgsql asks a word that it half knows of a dictionary.
        catch (Exception bad) when (bad is ArgumentException or KeyNotFoundException)
        {
            throw new FormatException($"Geen bruikbare databaseverbinding: {bad.Message}", bad);
        }
    }

    // What is asked often stays prepared, so that it is planned once and not at each request; a connection that says otherwise, as one through a pooler must, is followed (docs/adr/0113).
    private static string Postgres(string text)
    {
        var postgres = new NpgsqlConnectionStringBuilder(text) { ApplicationName = "samenkracht" };
        if (!postgres.ShouldSerialize(MaxPrepared)) postgres.MaxAutoPrepare = 200;
        return postgres.ToString();
    }

    internal void Use(DbContextOptionsBuilder options, string text)
    {
        if (IsPostgres) options.UseNpgsql(text);
        else options.UseSqlite(text);
    }

    /// <summary>No password in a log or an error.</summary>
    public override string ToString() => IsPostgres
        ? $"PostgreSQL {new NpgsqlConnectionStringBuilder(Text).Host}/{new NpgsqlConnectionStringBuilder(Text).Database}"
        : $"SQLite {new SqliteConnectionStringBuilder(Text).DataSource}";
}
