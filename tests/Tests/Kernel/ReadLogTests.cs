using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
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
