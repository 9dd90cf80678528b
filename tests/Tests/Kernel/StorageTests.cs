using Microsoft.EntityFrameworkCore;
using Samenkracht.Access;
using Samenkracht.Access.Contract;
using Samenkracht.Access.Organisations;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Journal;
using Samenkracht.Kernel.Storage;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.KernelTests;

public class StorageTests
{
    [Theory]
    [InlineData("Host=db;Database=samenkracht", 200)]
    [InlineData("Host=db;Database=samenkracht;Max Auto Prepare=0", 0)]
    [InlineData("Host=db;Database=samenkracht;MaxAutoPrepare=20", 20)]
    public void PostgreSQL_keeps_what_is_asked_often_prepared_unless_the_connection_says_otherwise(string text, int kept) =>
        Assert.Equal(kept, new Npgsql.NpgsqlConnectionStringBuilder(DatabaseConnection.Parse(text).Text).MaxAutoPrepare);

    [Theory, BothDatabases]
    public async Task Work_that_reads_cannot_write(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        await using var work = await database.Read(Actor.System);
        work.Add(Organisation.Found("Gemeente", OrganisationKind.Municipality, null));
        await Assert.ThrowsAsync<InvalidOperationException>(() => work.Flush());

        await Assert.ThrowsAnyAsync<Exception>(() => work.Context.Database.ExecuteSqlRawAsync("DELETE FROM organisation"));
    }

    [Theory, BothDatabases]
    public async Task Work_after_reading_on_the_same_connection_can_write(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        await using (var work = await database.Read(Actor.System)) Assert.Equal(0, await work.Organisations.CountAsync());

        await Found(database, "Gemeente");

        await using var later = await database.Read(Actor.System);
        Assert.Equal(1, await later.Organisations.CountAsync());
    }

    [Theory, BothDatabases]
    public async Task What_is_not_committed_is_not_kept(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        await using (var work = await database.Begin(Actor.System))
        {
            var organisation = Organisation.Found("Gemeente", OrganisationKind.Municipality, null);
            work.Add(organisation);
            await work.Note(work.Because(AccessEvents.OrganisationSaved), organisation.Id.Value);
            await work.Flush();
        }

        await using var later = await database.Read(Actor.System);
        Assert.Equal(0, await later.Organisations.CountAsync());
        Assert.Equal(0, await later.Context.Set<JournalLine>().CountAsync());
    }

    [Theory, BothDatabases]
    public async Task A_change_without_a_journal_line_is_a_defect(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        await using (var work = await database.Begin(Actor.System))
        {
            work.Add(Organisation.Found("Gemeente", OrganisationKind.Municipality, null));
            await Assert.ThrowsAsync<InvalidOperationException>(() => work.Commit());
        }
        await using (var work = await database.Begin(Actor.System))
        {
            work.Add(Organisation.Found("Gemeente", OrganisationKind.Municipality, null));
            await work.Flush();
            await Assert.ThrowsAsync<InvalidOperationException>(() => work.Commit());
        }

        await using var later = await database.Read(Actor.System);
        Assert.Equal(0, await later.Organisations.CountAsync());
    }

    [Theory, BothDatabases]
    public async Task The_second_of_two_who_change_the_same_row_is_refused(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var id = await Found(database, "Gemeente");
        await Rename(database, id, 0, "Gemeente Waterveen");

        await Assert.ThrowsAsync<ConcurrentChangeException>(() => Rename(database, id, 0, "Gemeente Waterdam"));
        await Rename(database, id, 1, "Gemeente Waterdam");

        await using var later = await database.Read(Actor.System);
        var kept = await later.Query<Organisation>().SingleAsync();
        Assert.Equal(("Gemeente Waterdam", 2), (kept.Name, kept.Version));
    }

    [Theory, BothDatabases]
    public async Task A_form_that_changes_only_rows_below_also_meets_a_second_editor(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var organisation = await Found(database, "Wijkteam");
        TeamId team;
        await using (var work = await database.Begin(Actor.System))
        {
            var row = Team.Form("Team Oost", organisation, ["WK999901"]);
            work.Add(row);
            await work.Note(work.Because(AccessEvents.TeamSaved), row.Id.Value);
            await work.Commit();
            team = row.Id;
        }
        await Serve("WK999902");

        await Assert.ThrowsAsync<ConcurrentChangeException>(() => Serve("WK999903"));

        async Task Serve(string wijk)
        {
            await using var work = await database.Begin(Actor.System);
            var row = await work.Query<Team>().Include(t => t.Wijken).SingleAsync(t => t.Id == team);
            work.Expect(row, 0);
            row.Change("Team Oost", [wijk]);
            await work.Note(work.Because(AccessEvents.TeamSaved), team.Value);
            await work.Commit();
        }
    }

    [Theory, BothDatabases]
    public async Task What_someone_else_made_first_is_named(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        await Found(database, "Gemeente");

        var conflict = await Assert.ThrowsAsync<UniqueConflictException>(() => Found(database, "Gemeente"));

        Assert.Contains("organisation", conflict.Constraint, StringComparison.Ordinal);
        Assert.Contains("name", conflict.Constraint, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Writers_at_the_same_moment_all_get_their_turn(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);

        await Task.WhenAll(Enumerable.Range(1, 12).Select(n => Task.Run(() => Found(database, $"Organisatie {n}"))));

        await using var later = await database.Read(Actor.System);
        Assert.Equal(12, await later.Organisations.CountAsync());
    }

    [Fact]
    public async Task PostgreSQL_knows_who_acts()
    {
        await using var database = await TestDatabase.Create(Engine.Postgres);
        var town = await Town.Build(database.Storage);
        await using var work = await database.Read(town.Sanne);

        var known = await work.Context.Database.SqlQueryRaw<string>(
            "SELECT current_setting('samenkracht.account') || ' ' || current_setting('samenkracht.role') AS \"Value\"").SingleAsync();

        Assert.Equal($"{town.Sanne.Account} TeamMember", known);
    }

    [Fact]
    public async Task An_entity_without_a_scope_cannot_be_queried()
    {
        await using var database = await TestDatabase.Create(Engine.Sqlite);
        await using var work = await database.Read(Actor.System);

        Assert.Throws<InvalidOperationException>(() => work.Query<JournalLine>());
        Assert.Throws<ArgumentException>(() => work.Unscoped<JournalLine>(" "));
    }

    [Theory, BothDatabases]
    public async Task Instants_and_days_come_back_as_they_went_and_order_in_time(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var first = database.Clock.Now = new DateTimeOffset(2026, 10, 25, 2, 30, 0, 123, TimeSpan.FromHours(2)).AddTicks(4567);
        await Found(database, "Zomertijd");
        database.Clock.Now = new DateTimeOffset(2026, 10, 25, 2, 15, 0, TimeSpan.FromHours(1));
        await Found(database, "Wintertijd");

        await using var work = await database.Read(Actor.System);
        var instants = await work.Context.Set<JournalLine>().OrderBy(l => l.At).Select(l => l.At).ToListAsync();

        Assert.Equal([first.AddTicks(-7), database.Clock.Now], instants);
        Assert.All(instants, at => Assert.Equal(TimeSpan.Zero, at.Offset));
    }

    private static async Task<OrganisationId> Found(TestDatabase database, string name)
    {
        await using var work = await database.Begin(Actor.System);
        var organisation = Organisation.Found(name, OrganisationKind.Municipality, null);
        work.Add(organisation);
        await work.Note(work.Because(AccessEvents.OrganisationSaved), organisation.Id.Value);
        await work.Commit();
        return organisation.Id;
    }

    private static async Task Rename(TestDatabase database, OrganisationId id, int version, string name)
    {
        await using var work = await database.Begin(Actor.System);
        var row = await work.Query<Organisation>().SingleAsync(o => o.Id == id);
        work.Expect(row, version);
        row.Change(name, row.Kind, null, null);
        await work.Note(work.Because(AccessEvents.OrganisationSaved), id.Value);
        await work.Commit();
    }
}
