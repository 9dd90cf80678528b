using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Journal;
using Samenkracht.Kernel.Storage;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.KernelTests;

/// <summary>What docs/security/keys.md promises: the database and the folder of keys together bring everything back, and the database alone nothing.</summary>
public class KeysTests
{
    private static readonly JournalKind Kind = new("test.keys", "Sleutels beproefd", Purpose.Administration);

    [Theory, BothDatabases]
    public async Task A_sealed_value_opens_in_its_own_place_only_and_not_when_it_was_changed(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        await using var work = await database.Begin(Actor.System);
        var kept = work.Secrets.Seal("woorden", "hier");

        Assert.Equal("woorden", work.Secrets.Open(kept, "hier"));
        Assert.NotEqual(kept, work.Secrets.Seal("woorden", "hier"));
        Assert.ThrowsAny<CryptographicException>(() => work.Secrets.Open(kept, "daar"));
        kept[^1] ^= 1;
        Assert.ThrowsAny<CryptographicException>(() => work.Secrets.Open(kept, "hier"));
    }

    [Theory, BothDatabases]
    public async Task After_a_year_a_new_key_seals_and_the_old_one_still_opens(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var (old, hash) = await Kept(database, "woorden");
        database.Clock.Advance(TimeSpan.FromDays(366));
        var (fresh, again) = await Kept(database, "woorden");

        Assert.NotEqual(old[..16], fresh[..16]);
        Assert.Equal(hash, again);
        await using var later = await database.Read(Actor.System);
        Assert.Equal("woorden", later.Secrets.Open(old, "hier"));
        Assert.Equal("woorden", later.Secrets.Open(fresh, "hier"));
    }

    [Fact]
    public async Task Restored_elsewhere_with_its_keys_everything_opens_and_without_them_nothing_does()
    {
        var home = System.IO.Directory.CreateTempSubdirectory("samenkracht-keys-");
        try
        {
            var household = Id.New<HouseholdId>();
            byte[] kept;
            await using (var first = await TestDatabase.Create(Engine.Sqlite, Keys(home.FullName, "keys")))
            {
                await using (var work = await first.Begin(Actor.System))
                {
                    kept = work.Secrets.Seal("geheim", "hier");
                    await work.Note(work.Because(Kind, reason: "om te lezen"), household.Value, household);
                    await work.Commit();
                }
                await BackUp(first.Connection, Path.Combine(home.FullName, "copy.db"));
            }
            CopyFolder(Path.Combine(home.FullName, "keys"), Path.Combine(home.FullName, "restored"));

            Assert.DoesNotContain("geheim", Encoding.Latin1.GetString(await File.ReadAllBytesAsync(Path.Combine(home.FullName, "copy.db"))), StringComparison.Ordinal);
            await using (var restored = await TestDatabase.CopyOf(Path.Combine(home.FullName, "copy.db"), Keys(home.FullName, "restored")))
            {
                await using var work = await restored.Read(Actor.System);
                Assert.Equal("geheim", work.Secrets.Open(kept, "hier"));
                var line = Assert.Single(await work.Timeline(household, Enum.GetValues<Law>(), [], safety: true, 0, 10));
                Assert.Equal("om te lezen", line.Change!.Value.GetProperty("reason").GetString());
            }
            await using var thief = await TestDatabase.CopyOf(Path.Combine(home.FullName, "copy.db"), Keys(home.FullName, "none"));
            await using var closed = await thief.Read(Actor.System);
            Assert.ThrowsAny<CryptographicException>(() => closed.Secrets.Open(kept, "hier"));
            await Assert.ThrowsAnyAsync<CryptographicException>(() => closed.Timeline(household, Enum.GetValues<Law>(), [], safety: true, 0, 10));
        }
        finally
        {
            home.Delete(recursive: true);
        }
    }

    /// <summary>The same on PostgreSQL, by pg_dump and pg_restore: row-level security, triggers and the chain come back too.</summary>
    [Fact]
    public async Task Restored_on_PostgreSQL_everything_opens_with_its_keys_and_is_guarded_as_before()
    {
        var home = System.IO.Directory.CreateTempSubdirectory("samenkracht-keys-");
        try
        {
            var first = await TestDatabase.Create(Engine.Postgres, Keys(home.FullName, "keys"));
            var town = await Town.Build(first.Storage);
            var household = await town.Household();
            await town.Ask(household, "Te weinig geld");
            await first.Services.GetRequiredService<Samenkracht.Kernel.Logs.Chains>().Seal();
            CopyFolder(Path.Combine(home.FullName, "keys"), Path.Combine(home.FullName, "restored"));

            await using var restored = await first.Restored(Keys(home.FullName, "restored"));

            await using (var work = await restored.Read(town.Sanne))
            {
                Assert.Equal("Te weinig geld", Assert.Single(work.Query<Samenkracht.Support.Ask.Question>()).Text);
                Assert.NotNull((await work.Timeline(household, Enum.GetValues<Law>(), [], safety: true, 0, 10))[0].Change);
            }
            await using (var stranger = await restored.Read(town.Anouk)) Assert.Empty(await stranger.Context.Set<Samenkracht.Residents.Household>().ToListAsync());
            var chains = restored.Services.GetRequiredService<Samenkracht.Kernel.Logs.Chains>();
            var sound = await chains.Verify();
            Assert.All(sound, verdict => Assert.True(verdict.IsSound));
            // Beside a seal that was kept after the backup: that the end is missing, and nothing else.
            var kept = sound.Where(verdict => verdict.Head is not null).ToDictionary(verdict => verdict.Name, verdict => new Samenkracht.Kernel.Logs.ChainHead(verdict.Head!.Position + 2, "later"));
            Assert.NotEmpty(kept);
            Assert.All((await chains.Verify(kept)).Where(verdict => kept.ContainsKey(verdict.Name)), verdict => Assert.Equal(Samenkracht.Kernel.Logs.Damage.EndCut, Assert.Single(verdict.Defects).Damage));
            await using (var work = await restored.Begin(Actor.System))
            {
                await work.Note(work.Because(Kind, reason: "erna"), household.Value, household);
                await work.Commit();
            }
            // Without the keys that go with it, nothing opens.
            await using var thief = await restored.Restored(Keys(home.FullName, "none"));
            await using var closed = await thief.Read(Actor.System);
            await Assert.ThrowsAnyAsync<CryptographicException>(() => closed.Timeline(household, Enum.GetValues<Law>(), [], safety: true, 0, 10));
        }
        finally
        {
            home.Delete(recursive: true);
        }
    }

    // As App/Hosting/Services.cs keeps them: in a folder of their own.
    private static Action<IServiceCollection> Keys(string home, string folder) => services => services.AddSingleton<IDataProtectionProvider>(
        DataProtectionProvider.Create(System.IO.Directory.CreateDirectory(Path.Combine(home, folder)), protection => protection.SetApplicationName("Samenkracht")));

    private static async Task<(byte[] Kept, byte[] Hash)> Kept(TestDatabase database, string words)
    {
        await using var work = await database.Begin(Actor.System);
        var kept = (work.Secrets.Seal(words, "hier"), work.Secrets.Hash(words, "hier"));
        await work.Note(work.Because(Kind), Guid.NewGuid());
        await work.Commit();
        return kept;
    }

    private static async Task BackUp(DatabaseConnection connection, string file)
    {
        await using var open = new SqliteConnection(connection.Text);
        await open.OpenAsync();
        await using var command = open.CreateCommand();
        command.CommandText = $"VACUUM INTO '{file}'";
        await command.ExecuteNonQueryAsync();
    }

    private static void CopyFolder(string from, string to)
    {
        System.IO.Directory.CreateDirectory(to);
        foreach (var file in System.IO.Directory.GetFiles(from)) File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }
}
