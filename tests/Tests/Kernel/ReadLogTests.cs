using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
using Samenkracht.Residents.Contract;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.KernelTests;

public class ReadLogTests
{
    [Theory, BothDatabases]
    public async Task A_look_is_kept_with_who_and_what_for(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        var log = database.Services.GetRequiredService<ReadLog>();
        var (household, other) = (Id.New<HouseholdId>(), Id.New<HouseholdId>());

        await log.Looked(town.Sanne, [household, other], new Looking("Huishouden", Purpose.Support));
        await log.Looked(town[Role.Resident], household, "Mijn plan", Purpose.Support);

        var looks = await log.Of(Actor.System, household, 0, 10);
        Assert.Equal(["Mijn plan", "Huishouden"], looks.Select(l => l.What));
        Assert.Equal([Purpose.OwnAffairs, Purpose.Support], looks.Select(l => l.Purpose));
        Assert.Equal((town.Sanne.Account, Role.TeamMember, town.Sanne.Organisation), (looks[1].Account, looks[1].Role, looks[1].Organisation));
        Assert.Equal((2, 1), (await log.Count(Actor.System, household), await log.Count(Actor.System, other)));
    }

    [Theory, BothDatabases]
    public async Task A_line_says_on_what_ground_for_which_laws_and_from_which_sign_in_and_who_is_refused_leaves_one_too(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        var household = await town.Household(laws: [Law.Wmo, Law.Jeugdwet]);
        await town.Join(household, town.Hugo, laws: Law.Jeugdwet);
        var (session, log) = (Guid.NewGuid(), database.Services.GetRequiredService<ReadLog>());
        Actor[] lookers = [town.Sanne with { Session = session }, town.Hugo, await town.Resident(household), town[Role.AttentionOfficer], town.Anouk];

        foreach (var actor in lookers)
        {
            await using var work = await database.Read(actor);
            await HouseholdFile.Open(work, log, household, "Huishouden");
        }
        await log.Looked(town.Anouk.InEmergency(household), household, "Huishouden", Purpose.Emergency);
        await log.Looked(town.Anouk, [household], Looking.Involvement("Zoeken", Purpose.Support));

        Assert.Equal(
        [
            (town.Sanne.Account, LookOutcome.Allowed, LookBasis.Circle, (int?)(Law.Wmo.Bit() + Law.Jeugdwet.Bit()), (Guid?)session),
            (town.Hugo.Account, LookOutcome.Allowed, LookBasis.Circle, Law.Jeugdwet.Bit(), null),
            (lookers[2].Account, LookOutcome.Allowed, LookBasis.OwnAffairs, null, null),
            (lookers[3].Account, LookOutcome.Refused, LookBasis.None, null, null),
            (lookers[4].Account, LookOutcome.Refused, LookBasis.None, null, null),
            (lookers[4].Account, LookOutcome.Allowed, LookBasis.Emergency, null, null),
            (lookers[4].Account, LookOutcome.Allowed, LookBasis.Existence, null, null),
        ], (await database.Looks()).Select(l => (l.Account, l.Outcome, l.Basis, l.Laws, l.Session)));
        // Who was refused saw nothing: neither the circle nor the resident reads that someone tried.
        Assert.Equal(5, await log.Count(Actor.System, household));
    }

    [Theory, BothDatabases]
    public async Task A_look_cannot_be_changed_or_removed(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        await database.Services.GetRequiredService<ReadLog>().Looked(Actor.System, Id.New<HouseholdId>(), "Export", Purpose.Administration);

        foreach (var sql in (string[])["UPDATE read_line SET what = 'niets'", "DELETE FROM read_line"])
            Assert.Contains("append-only", (await Assert.ThrowsAnyAsync<Exception>(() => Execute(database, sql))).Message, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task When_the_log_cannot_be_written_looking_fails(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        await Execute(database, "DROP TABLE read_line");

        await Assert.ThrowsAnyAsync<Exception>(() =>
            database.Services.GetRequiredService<ReadLog>().Looked(Actor.System, Id.New<HouseholdId>(), "Huishouden", Purpose.Support));
    }

    /// <summary>A look is written while its page is put together: the work ends after it, and fails with it.</summary>
    [Theory, BothDatabases]
    public async Task Work_neither_commits_nor_ends_before_what_is_written_meanwhile_is_kept(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var (writing, kept) = (new TaskCompletionSource(), false);
        var work = await database.Begin(Actor.System);
        work.Meanwhile(() => writing.Task);
        work.Meanwhile(() => { kept = true; return Task.CompletedTask; });
        var ending = work.DisposeAsync().AsTask();
        Assert.False(ending.IsCompleted || kept);
        writing.SetResult();
        await ending;
        Assert.True(kept);

        var subject = Guid.NewGuid();
        var failing = await database.Begin(Actor.System);
        failing.Meanwhile(() => throw new InvalidDataException("The disk is full."));
        await failing.Note(failing.Because(Samenkracht.Access.AccessEvents.TeamSaved), subject);
        await Assert.ThrowsAsync<InvalidDataException>(() => failing.Commit());
        await Assert.ThrowsAsync<InvalidDataException>(() => failing.DisposeAsync().AsTask());
        await using var after = await database.Begin(Actor.System);
        Assert.False(await after.IsNoted(subject, default));
    }

    [Theory, BothDatabases]
    public async Task A_long_write_does_not_keep_anyone_from_looking(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        await using var import = await database.Begin(Actor.System);
        await import.Note(import.Because(Samenkracht.Access.AccessEvents.TeamSaved), Guid.NewGuid());
        await import.Flush();

        await database.Services.GetRequiredService<ReadLog>().Looked(Actor.System, Id.New<HouseholdId>(), "Huishouden", Purpose.Support)
            .WaitAsync(TimeSpan.FromSeconds(5));
    }

    private static async Task Execute(TestDatabase database, string sql)
    {
        var text = database.Connection.ReadLogText;
        await using System.Data.Common.DbConnection open = database.Connection.IsPostgres ? new NpgsqlConnection(text) : new SqliteConnection(text);
        await open.OpenAsync();
        await using var command = open.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
