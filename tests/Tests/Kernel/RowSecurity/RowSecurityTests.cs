using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.People;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.KernelTests.RowSecurity;

/// <summary>What PostgreSQL itself lets the application's role see and write, whatever the code forgets (docs/adr/0041).</summary>
public class RowSecurityTests
{
    private static readonly string[] AboutHouseholds =
    [
        "household", "person", "circle_member", "circle_law", "support_period", "resident_account", "question", "question_closure", "plan", "plan_approval",
        "goal", "plan_action", "conversation", "disclosure", "parental_authority", "view_freeze", "invitation", "journal_line", "journal_key", "read_line", "issue_contribution", "answer_opinion", "contact_hold",
        "letter", "consent_request", "consent_answer", "lawful_sharing",
    ];

    private static readonly string[] AboutSignals = ["signal", "signal_match", "signal_reporter", "signal_claim", "assessment", "duty_to_tell", "notice", "notice_person"];

    [Fact]
    public async Task Code_and_database_let_everyone_see_the_same_rows_and_strangers_none()
    {
        await using var guarded = await GuardedTown.Build();
        var wrong = new List<string>();
        foreach (var (name, actor) in guarded.Everyone) wrong.AddRange(await Differing(guarded, name, actor));
        Assert.Equal("", string.Join('\n', wrong));

        foreach (var stranger in (Actor[])[Actor.Anonymous, guarded.Town.Anouk, guarded.FormerMember, guarded.OfficerElsewhere, guarded.Town[Role.Administrator], guarded.Town[Role.PrivacyOfficer]])
            foreach (var table in AboutHouseholds.Except(["read_line"]))
                Assert.True(0 == await guarded.Sees(stranger, table), $"{stranger.Role} {stranger.Name} sees {table}");
        foreach (var table in AboutSignals) Assert.Equal(0, await guarded.Sees(Actor.Anonymous, table));
        // Who decides on requests reads those of the shielded household as little as anyone.
        Assert.Equal((3, 2, 2, 0), (await guarded.Sees(Actor.System, "person_request"), await guarded.Sees(guarded.Town[Role.PrivacyOfficer], "person_request"),
            await guarded.Sees(guarded.Resident, "person_request"), await guarded.Sees(guarded.FormerMember, "person_request")));
        // What a child says of what its parent asks is for who handles it; for neither of them to read.
        Assert.Equal((1, 1, 1, 0, 0, 0), (await guarded.Sees(Actor.System, "request_voice"), await guarded.Sees(guarded.Town[Role.PrivacyOfficer], "request_voice"), await guarded.Sees(guarded.Town.Sanne, "request_voice"),
            await guarded.Sees(guarded.Resident, "request_voice"), await guarded.Sees(guarded.Child, "request_voice"), await guarded.Sees(guarded.FormerMember, "request_voice")));
        foreach (var table in AboutHouseholds.Concat(AboutSignals).Except(["support_period", "question_closure", "issue_contribution", "answer_opinion", "signal_claim"]))
            Assert.True(await guarded.Sees(Actor.System, table) > 0, $"Nothing in {table}: then this proves nothing.");
    }

    [Fact]
    public async Task Beside_who_is_seventeen_code_and_database_shut_alike_while_a_freeze_runs()
    {
        await using var guarded = await GuardedTown.Build();
        var mother = await guarded.StandBesideChild(new DateOnly(2009, 5, 1));
        Assert.Empty(await Differing(guarded, "mother", mother));
        foreach (var table in (string[])["household", "person", "circle_member", "question", "plan", "conversation", "letter"]) Assert.True(await guarded.Sees(mother, table) > 0, $"Nothing in {table}: then this proves nothing.");

        await guarded.Freeze(guarded.Home);

        Assert.Empty(await Differing(guarded, "mother", mother));
        foreach (var table in AboutHouseholds) Assert.True(0 == await guarded.Sees(mother, table), table);
    }

    private static async Task<IReadOnlyList<string>> Differing(GuardedTown guarded, string name, Actor actor)
    {
        var wrong = new List<string>();
        foreach (var (entity, table) in await Protected(guarded))
        {
            var (byCode, byDatabase) = (await CountByCode(guarded, actor, entity), await guarded.Sees(actor, table));
            if (byCode != byDatabase) wrong.Add($"{name} sees {byDatabase} of {table}, by its scope {byCode}");
        }
        return wrong;
    }

    [Fact]
    public async Task Law_organisation_audience_and_safety_hold_in_plain_SQL()
    {
        await using var guarded = await GuardedTown.Build();

        Assert.Equal(["gedeeld met jeugd", "jeugd", "jeugd over Sem"], await Questions(guarded, guarded.Nurse));
        Assert.Equal(["jeugd", "jeugd over Sem"], await Questions(guarded, guarded.Child));
        // Asked by the parent to stand beside them: what that parent sees, of the part that was asked.
        Assert.Equal(["gedeeld met jeugd", "jeugd", "jeugd over Sem", "voor iedereen"], await Questions(guarded, guarded.Beside));
        Assert.Equal(0, await guarded.Sees(guarded.Beside, "goal"));
        Assert.Equal(["gedeeld met jeugd", "jeugd", "jeugd over Sem", "voor iedereen"], await Questions(guarded, guarded.Resident));
        Assert.Equal(["gedeeld met jeugd", "voor iedereen"], await Questions(guarded, guarded.Town[Role.Volunteer]));
        Assert.Equal(["afgeschermd", "onveilig", "onveilig voor een kind"], await Questions(guarded, guarded.Town[Role.AttentionOfficer]));
        Assert.Empty(await Questions(guarded, guarded.FormerMember));
        // Of the shielded household, whose circle has a volunteer: nothing but to the professionals.
        Assert.Equal(1, await guarded.Sees(guarded.Town[Role.Volunteer], "household"));
        Assert.Equal(2, await guarded.Sees(guarded.Town.Sanne, "household"));
    }

    /// <summary>What is asked often stays prepared on a connection that all share (docs/adr/0113).</summary>
    [Fact]
    public async Task A_plan_that_was_made_for_one_shows_another_only_their_own()
    {
        const string Asked = "SELECT count(*) FROM household";
        await using var guarded = await GuardedTown.Build();
        var (first, later) = (new List<long>(), new List<long>());
        for (var round = 0; round < 10; round++)
        {
            later.Clear();
            foreach (var (_, actor) in guarded.Everyone) later.Add(await guarded.Sees(actor, "household"));
            if (round == 0) first.AddRange(later);
        }
        Assert.Equal(first, later);
        Assert.True(first.Distinct().Count() > 2);

        await using var work = await guarded.Database.Read(Actor.System);
        Assert.True((await work.Rows<long>($"SELECT generic_plans FROM pg_prepared_statements WHERE statement = '{Asked}'")).Single() > first.Count, "No plan was kept: then this proves nothing.");
    }

    [Fact]
    public async Task A_connection_that_says_nothing_sees_nothing()
    {
        await using var database = await EmptyDatabase.CreateMigrated(Engine.Postgres);
        await using var open = new NpgsqlConnection(database.Connection.OwnerText);
        await open.OpenAsync();
        await Scalar(open, $"INSERT INTO household VALUES ('{Guid.NewGuid()}', 'gezin', null, null, null, null, null, 'gezin', null, null, 'None', false, false, now(), now(), 0, 0)");
        Assert.Equal(1L, await Scalar(open, "SELECT count(*) FROM household"));

        await Scalar(open, "SELECT set_config('role', sight.app_role(), false)");

        Assert.Equal(0L, await Scalar(open, "SELECT count(*) FROM household"));
        Assert.Equal(0L, await Scalar(open, "SELECT count(*) FROM sight.households()"));
        await Scalar(open, "UPDATE household SET name = 'anders'");
        await Scalar(open, "RESET ROLE");
        Assert.Equal("gezin", await Scalar(open, "SELECT encode(name, 'escape') FROM household"));
    }

    [Fact]
    public async Task Nobody_writes_where_they_do_not_see()
    {
        await using var guarded = await GuardedTown.Build();
        var (home, stranger, member) = (guarded.Home.Value, guarded.Town.Anouk, guarded.Town.Sanne);

        Assert.Equal(0, await Write(guarded, stranger, $"UPDATE household SET name = 'anders' WHERE id = '{home}'"));
        Assert.Equal(0, await Write(guarded, stranger, $"DELETE FROM person WHERE household = '{home}'"));
        Assert.Equal(1, await Write(guarded, member, $"UPDATE household SET name = 'anders' WHERE id = '{home}'"));
        foreach (var (actor, sql) in ((Actor, string)[])[
            (stranger, $"INSERT INTO circle_member (id, household, account, role, since, sees_safety, parts) VALUES (gen_random_uuid(), '{home}', '{stranger.Account!.Value.Value}', 'Member', now(), false, 0)"),
            (stranger, $"INSERT INTO person (id, household, name, search_name, relation, safety, no_post, version) VALUES (gen_random_uuid(), '{home}', 'x', 'x', 'Child', 'None', false, 0)"),
            (Actor.Anonymous, "INSERT INTO household VALUES (gen_random_uuid(), 'x', null, null, null, null, null, 'x', null, null, 'None', false, false, now(), now(), 0, 0)"),
            // Authority over a child, by the parent themselves.
            (guarded.Resident, $"INSERT INTO parental_authority SELECT gen_random_uuid(), household, parent, child, true, source, checked_on, now(), '{guarded.Resident.Account!.Value.Value}', now() FROM parental_authority"),
            // A line in a colleague's name.
            (stranger, $"INSERT INTO journal_line (at, kind, purpose, actor_role, account, subject) VALUES (now(), 'x', 'x', 'x', '{member.Account!.Value.Value}', gen_random_uuid())"),
            (stranger, $"INSERT INTO read_line (at, event, outcome, household, what, data, purpose, basis, account, role) VALUES (now(), 'x', 'Allowed', '{home}', 'x', 'x', 'x', 'x', '{member.Account!.Value.Value}', 'x')"),
        ])
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => Write(guarded, actor, sql))).SqlState);
    }

    [Fact]
    public async Task That_someone_is_involved_is_told_by_one_narrow_function()
    {
        await using var guarded = await GuardedTown.Build();
        var stranger = guarded.Town.Anouk;

        Assert.Equal(guarded.Town.Sanne.Account!.Value.Value, await Contact(guarded, stranger, "null, 'dirk vos', null, null"));
        Assert.Equal(guarded.Town.Sanne.Account!.Value.Value, await Contact(guarded, stranger, $"ARRAY['{guarded.Home.Value}']::uuid[], null, null, null"));
        foreach (var (actor, keys) in ((Actor, string)[])[
            (stranger, "null, 'dirk', null, null"), (stranger, "null, '%', '%', '%'"), (stranger, "null, 'roos blom', null, null"),
            (stranger, $"ARRAY['{guarded.Shielded.Value}']::uuid[], null, null, null"),
            (Actor.Anonymous, "null, 'dirk vos', null, null"), (guarded.Town[Role.PolicyOfficer], "null, 'dirk vos', null, null"),
        ])
            Assert.Null(await Contact(guarded, actor, keys));
    }

    [Fact]
    public async Task What_is_asked_beyond_ones_sight_ends_with_the_question()
    {
        await using var guarded = await GuardedTown.Build();
        await using var work = await guarded.Database.Read(guarded.Town.Anouk);

        var all = await work.Beyond("a test", () => work.Unscoped<Person>("a test").CountAsync());
        await Assert.ThrowsAsync<PostgresException>(() => work.Beyond("a test", () => work.Context.Database.ExecuteSqlRawAsync("SELECT 1/0")));

        Assert.Equal(5, all);
        await using var later = await guarded.Database.Read(guarded.Town.Anouk);
        await later.Beyond("a test", () => later.Unscoped<Person>("a test").CountAsync());
        Assert.Equal(0, await later.Unscoped<Person>("a forgotten filter").CountAsync());
    }

    [Fact]
    public async Task Who_looked_is_for_whom_the_household_opens()
    {
        await using var guarded = await GuardedTown.Build();
        var reads = guarded.Database.Services.GetRequiredService<ReadLog>();

        Assert.Equal(1, await reads.Count(guarded.Town.Sanne, guarded.Home));
        Assert.Equal(1, await reads.Count(guarded.Resident, guarded.Home));
        foreach (var stranger in (Actor[])[guarded.Town.Anouk, guarded.FormerMember, Actor.Anonymous]) Assert.Equal(0, await reads.Count(stranger, guarded.Home));
    }

    [Fact]
    public async Task What_those_at_home_opened_each_reads_alone_and_of_who_is_hidden_only_who_was_named_knows()
    {
        await using var guarded = await GuardedTown.Build();
        var reads = guarded.Database.Services.GetRequiredService<ReadLog>();
        foreach (var who in (Actor[])[guarded.Resident, guarded.Child, guarded.Beside]) await reads.Looked(who, guarded.Home, "Mijn plan", Purpose.OwnAffairs);
        string OpenedBy(Actor who) => $"read_line WHERE household = '{guarded.Home}' AND account = '{who.Account}'";
        // Resident, child, beside, member, named for the safety compartment.
        async Task<string> Read(Actor whose)
        {
            var counts = "";
            foreach (var actor in (Actor[])[guarded.Resident, guarded.Child, guarded.Beside, guarded.Nurse, guarded.Named]) counts += await guarded.Sees(actor, OpenedBy(whose));
            return counts;
        }

        Assert.Equal("10011", await Read(guarded.Resident));
        Assert.Equal("01011", await Read(guarded.Child));
        Assert.Equal("00111", await Read(guarded.Beside));

        await using (var work = await guarded.Database.Begin(Actor.System))
        {
            await work.Context.Database.ExecuteSqlAsync($"UPDATE person SET safety = 'Shielded' WHERE household = {guarded.Home.Value} AND relation = 'Child'");
            await work.Note(work.Because(Samenkracht.Residents.ResidentEvents.Named), Guid.Empty);
            await work.Commit();
        }
        Assert.Equal("01001", await Read(guarded.Child));
        Assert.Equal("10011", await Read(guarded.Resident));
    }

    [Fact]
    public async Task That_processing_is_restricted_who_works_there_reads_and_whose_request_it_was()
    {
        await using var guarded = await GuardedTown.Build();
        await using (var work = await guarded.Database.Begin(Actor.System))
        {
            await work.Context.Database.ExecuteSqlRawAsync("INSERT INTO restriction (id, household, request, since, version) SELECT gen_random_uuid(), household, id, asked_at, 0 FROM person_request");
            await work.Note(work.Because(Samenkracht.Residents.ResidentEvents.RequestDecided), Guid.Empty);
            await work.Commit();
        }

        foreach (var (name, actor) in guarded.Everyone)
            Assert.Equal($"{name} {await CountByCode(guarded, actor, typeof(Samenkracht.Residents.Requests.Restriction))}", $"{name} {await guarded.Sees(actor, "restriction")}");
        // In the home of the resident there are two, one of them asked for the child; the third is of the shielded household.
        Assert.Equal((3, 2, 2, 2, 0, 0), (await guarded.Sees(Actor.System, "restriction"), await guarded.Sees(guarded.Nurse, "restriction"), await guarded.Sees(guarded.Resident, "restriction"),
            await guarded.Sees(guarded.Town[Role.PrivacyOfficer], "restriction"), await guarded.Sees(guarded.Beside, "restriction"), await guarded.Sees(guarded.Town.Anouk, "restriction")));
    }

    private static async Task<IReadOnlyList<string>> Questions(GuardedTown guarded, Actor actor)
    {
        await using var work = await guarded.Database.Read(actor);
        var kept = await work.Rows<byte[]>("SELECT text FROM question");
        return [.. kept.Select(text => work.Secrets.Open(text, "question.text")).Where(text => text != "Wat is er nodig?").Order()];
    }

    private static async Task<Guid?> Contact(GuardedTown guarded, Actor actor, string keys)
    {
        await using var work = await guarded.Database.Read(actor);
        return (await work.Rows<Guid?>($"SELECT contact FROM sight.involved({keys})")).SingleOrDefault();
    }

    private static async Task<int> Write(GuardedTown guarded, Actor actor, string sql)
    {
        await using var work = await guarded.Database.Begin(actor);
        return await work.Context.Database.ExecuteSqlRawAsync(sql);
    }

    // The tables that the database protects and the code gives a scope.
    private static async Task<IReadOnlyList<(Type Entity, string Table)>> Protected(GuardedTown guarded)
    {
        await using var work = await guarded.Database.Read(Actor.System);
        var guardedTables = await work.Rows<string>("SELECT DISTINCT tablename::text FROM pg_policies");
        var scoped = guarded.Database.Services.GetRequiredService<ModelMap>().ScopedEntities.ToHashSet();
        return [.. work.Context.Model.GetEntityTypes().Where(e => scoped.Contains(e.ClrType) && guardedTables.Contains(e.GetTableName()!)).Select(e => (e.ClrType, e.GetTableName()!))];
    }

    // As System in the database, so that only the code's scope narrows.
    private static async Task<long> CountByCode(GuardedTown guarded, Actor actor, Type entity)
    {
        await using var work = await guarded.Database.Read(actor);
        var count = typeof(RowSecurityTests).GetMethod(nameof(Count), BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(entity);
        return await work.Beyond("to compare the code's scope with the database's", () => (Task<long>)count.Invoke(null, [work])!);
    }

    private static Task<long> Count<T>(Work work) where T : class => work.Query<T>().LongCountAsync();

    private static async Task<object?> Scalar(NpgsqlConnection open, string sql)
    {
        await using var command = new NpgsqlCommand(sql, open);
        return await command.ExecuteScalarAsync();
    }
}
