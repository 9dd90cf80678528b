using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Journal;
using Samenkracht.Kernel.Logs;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.KernelTests;

public class JournalTests
{
    private static readonly JournalKind Told = new("test.told", "Verteld", Purpose.Support);

    [Theory, BothDatabases]
    public async Task A_line_says_who_when_what_for_and_its_words_are_encrypted(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var (household, subject) = (Id.New<HouseholdId>(), Guid.NewGuid());
        await Write(database, household, subject, "schulden bij de energieleverancier");

        await using var work = await database.Read(Actor.System);
        var line = await work.Context.Set<JournalLine>().SingleAsync();
        var opened = Assert.Single(await work.Timeline(household, Enum.GetValues<Law>(), [], safety: true, 0, 10));

        Assert.Equal((database.Clock.Now, "test.told", Purpose.Support, Law.Wmo, Role.System), (line.At, line.Kind, line.Purpose, line.Law!.Value, line.ActorRole));
        Assert.DoesNotContain("schulden", Encoding.UTF8.GetString(line.Payload!));
        Assert.Equal("schulden bij de energieleverancier", opened.Change!.Value.GetProperty("change").GetProperty("words").GetString());
        Assert.Equal("omdat het moest", opened.Change!.Value.GetProperty("reason").GetString());
    }

    [Theory, BothDatabases]
    public async Task Destroying_the_key_makes_the_words_of_that_household_unreadable_for_good(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var (gone, kept) = (Id.New<HouseholdId>(), Id.New<HouseholdId>());
        await Write(database, gone, Guid.NewGuid(), "weg");
        await Write(database, kept, Guid.NewGuid(), "blijft");
        await using (var work = await database.Begin(Actor.System))
        {
            await work.Context.Set<JournalKey>().Where(k => k.Household == gone).ExecuteDeleteAsync();
            await work.Note(work.Because(Told), Guid.NewGuid());
            await work.Commit();
        }

        await using var later = await database.Read(Actor.System);

        Assert.Null(Assert.Single(await later.Timeline(gone, Enum.GetValues<Law>(), [], safety: true, 0, 10)).Change);
        Assert.NotNull(Assert.Single(await later.Timeline(kept, Enum.GetValues<Law>(), [], safety: true, 0, 10)).Change);
        Assert.All(await database.Services.GetRequiredService<Chains>().Verify(), verdict => Assert.True(verdict.IsSound));
    }

    [Theory, BothDatabases]
    public async Task The_key_itself_lies_encrypted_in_the_database(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var household = Id.New<HouseholdId>();
        await Write(database, household, Guid.NewGuid(), "woorden");

        await using var work = await database.Read(Actor.System);
        var row = await work.Context.Set<JournalKey>().SingleAsync();
        var line = await work.Context.Set<JournalLine>().SingleAsync();

        Assert.NotEqual(32, row.Wrapped.Length);
        Assert.Null(line.Read(row.Wrapped[..32]));
    }

    [Theory, BothDatabases]
    public async Task Lines_of_two_first_writers_of_a_household_share_one_key(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var household = Id.New<HouseholdId>();

        await Task.WhenAll(Enumerable.Range(0, 6).Select(n => Task.Run(() => Write(database, household, Guid.NewGuid(), $"woorden {n}"))));

        await using var work = await database.Read(Actor.System);
        var timeline = await work.Timeline(household, Enum.GetValues<Law>(), [], safety: true, 0, 10);
        Assert.Equal(6, timeline.Count);
        Assert.All(timeline, entry => Assert.NotNull(entry.Change));
    }

    [Theory, BothDatabases]
    public async Task A_line_that_stands_cannot_be_changed_or_removed(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        await Write(database, Id.New<HouseholdId>(), Guid.NewGuid(), "woorden");
        await database.Services.GetRequiredService<Chains>().Seal();

        foreach (var sql in (string[])[
            "UPDATE journal_line SET kind = 'anders'", "DELETE FROM journal_line", "UPDATE journal_seal SET position = 9", "DELETE FROM journal_seal"])
        {
            await using var work = await database.Begin(Actor.System);
            var refused = await Assert.ThrowsAnyAsync<Exception>(() => work.Context.Database.ExecuteSqlRawAsync(sql));
            // PostgreSQL does not even let the application's role try.
            Assert.Contains(engine == Engine.Sqlite ? "append-only" : "permission denied", refused.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("UPDATE journal_line SET kind = 'anders'")]
    [InlineData("DELETE FROM journal_line")]
    [InlineData("UPDATE journal_seal SET position = 9")]
    [InlineData("DELETE FROM read_line")]
    public async Task Not_even_the_owner_of_a_PostgreSQL_database_changes_a_line(string sql)
    {
        await using var database = await EmptyDatabase.CreateMigrated(Engine.Postgres);
        await using var owner = new NpgsqlConnection(database.Connection.OwnerText);
        await owner.OpenAsync();
        await using var command = new NpgsqlCommand(sql, owner);

        Assert.Contains("append-only", (await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync())).Message, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task The_timeline_keeps_other_laws_hidden_subjects_and_for_residents_safety_out(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var (household, hidden) = (Id.New<HouseholdId>(), Guid.NewGuid());
        await Write(database, household, Guid.NewGuid(), "wmo");
        await Write(database, household, Guid.NewGuid(), "jeugd", Law.Jeugdwet);
        await Write(database, household, hidden, "verborgen");
        await Write(database, household, Guid.NewGuid(), "veiligheid", kind: Told with { Purpose = Purpose.Safety });

        await using var work = await database.Read(Actor.System);

        Assert.Equal(["veiligheid", "wmo"], Words(await work.Timeline(household, [Law.Wmo], [hidden], safety: true, 0, 10)));
        Assert.Equal(["wmo"], Words(await work.Timeline(household, [Law.Wmo], [hidden], safety: false, 0, 10)));
        Assert.Equal(["jeugd"], Words(await work.Timeline(household, Enum.GetValues<Law>(), [hidden], safety: false, 0, 1)));
    }

    [Fact]
    public void Every_kind_is_declared_once_with_Dutch_words()
    {
        var codes = JournalKinds.All.Select(k => k.Code).ToList();

        Assert.Equal(codes.Distinct().Count(), codes.Count);
        Assert.All(JournalKinds.All, kind =>
        {
            Assert.Matches("^[a-z-]+(\\.[a-z_-]+)+$", kind.Code);
            Assert.NotEmpty(kind.Dutch);
            Assert.InRange(kind.Code.Length, 3, 60);
        });
    }

    private static IEnumerable<string?> Words(IEnumerable<TimelineEntry> timeline) =>
        timeline.Select(entry => entry.Change!.Value.GetProperty("change").GetProperty("words").GetString());

    private static async Task Write(TestDatabase database, HouseholdId household, Guid subject, string words, Law law = Law.Wmo, JournalKind? kind = null)
    {
        await using var work = await database.Begin(Actor.System);
        await work.Note(work.Because(kind ?? Told, law, "omdat het moest"), subject, household, new { words });
        await work.Commit();
    }
}
