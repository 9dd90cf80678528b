using Microsoft.EntityFrameworkCore;
using Npgsql;
using Samenkracht.Access.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.KernelTests.RowSecurity;

/// <summary>What PostgreSQL lets the application's role read of accounts when code forgets to narrow: one's own, and of others who they are where one meets them (docs/adr/0103).</summary>
public class AccountSecurityTests
{
    private static readonly string[] Owned = ["account", "account_claim", "account_login", "account_token", "account_passkey", "account_session"];

    [Fact]
    public async Task How_someone_signs_in_and_where_they_are_is_for_themselves_and_for_the_door()
    {
        await using var database = await TestDatabase.Create(Engine.Postgres);
        var town = await Town.Build(database.Storage);
        var sanne = town.Sanne.Account!.Value.Value;
        await Plant(database, sanne);

        foreach (var stranger in (Actor[])[Actor.Anonymous, town.Anouk, town[Role.Administrator], town[Role.PrivacyOfficer], town[Role.AttentionOfficer], town[Role.TeamLead], town[Role.Resident], town[Role.Volunteer]])
        {
            await using var work = await database.Begin(stranger);
            foreach (var table in Owned) Assert.True(await Count(work, $"{table} WHERE {OwnerOf(table)} <> '{stranger.Account?.Value ?? Guid.Empty}'") == 0, $"{stranger.Role} reads {table} of others");
            foreach (var table in (string[])["known_device", "spent_challenge"]) Assert.True(await Count(work, table) == 0, $"{stranger.Role} reads {table}");
            Assert.Equal(0, await work.Context.Database.ExecuteSqlAsync($"UPDATE account SET password_hash = 'mine' WHERE id = {sanne}"));
            Assert.Equal(0, await work.Context.Database.ExecuteSqlAsync($"DELETE FROM account_token WHERE user_id = {sanne}"));
            await Refused(work, $"INSERT INTO account_login (login_provider, provider_key, user_id) VALUES ('mine', 'mine', '{sanne}')");
        }
        await using (var own = await database.Read(town.Sanne))
        {
            foreach (var table in Owned) Assert.True(await Count(own, table) == 1, table);
            Assert.Equal(0, await Count(own, "known_device"));
        }
        await using var door = await database.Read(Actor.System);
        foreach (var table in (string[])[.. Owned, "known_device", "spent_challenge"]) Assert.True(await Count(door, table) > 0, $"Nothing in {table}: then this proves nothing.");
    }

    [Fact]
    public async Task Who_others_are_is_read_by_who_signed_in_and_nothing_of_how_they_sign_in()
    {
        await using var database = await TestDatabase.Create(Engine.Postgres);
        var town = await Town.Build(database.Storage);
        await using (var work = await database.Begin(town.Anouk))
        {
            Assert.Equal(["active", "function", "id", "name", "organisation", "phone_number", "role", "team"],
                (await work.Rows<string>("SELECT attname::text FROM pg_attribute WHERE attrelid = 'sight.account_card'::regclass AND attnum > 0")).Order());
            Assert.True(await Count(work, "sight.account_card") > 10);
            Assert.Equal("Sanne Bakker", (await work.AccountNames([town.Sanne.Account!.Value]))[town.Sanne.Account!.Value].Name);
            await Refused(work, "UPDATE sight.account_card SET role = 'Administrator'");
        }
        await using (var work = await database.Begin(town[Role.Administrator])) Assert.Equal(4, await Count(work, $"sight.account_card WHERE {Homes} OR name IN ('Anouk Kuiper', 'Sanne Bakker')"));
        await using var nobody = await database.Begin(Actor.Anonymous);
        Assert.Equal(0, await Count(nobody, "sight.account_card"));
    }

    /// <summary>That somebody has a resident's account is told to who works in their circle, and who works here to no resident but in their own; a name by its id goes on.</summary>
    [Fact]
    public async Task Who_residents_are_is_in_nobodys_list_and_a_resident_lists_only_their_own_circle()
    {
        await using var database = await TestDatabase.Create(Engine.Postgres);
        var town = await Town.Build(database.Storage);
        var (resident, supporter) = (town[Role.Resident], town[Role.Supporter]);
        foreach (var stranger in Roles.OfAccounts.Select(role => town[role]).Append(town.Anouk).Where(a => a.Role != Role.Administrator))
        {
            await using var work = await database.Read(stranger);
            Assert.True(await Count(work, $"sight.account_card WHERE ({Homes}) AND id <> '{stranger.Account!.Value.Value}'") == 0, $"{stranger.Role} reads who residents are");
            if (!stranger.Role.IsProfessional()) Assert.True(await Count(work, "sight.account_card") == 1, $"{stranger.Role} reads who works here");
        }

        var home = await town.Household(people: [new NewPerson("Dirk Vos"), new NewPerson("Wim Vos")]);
        await town.Resident(home, resident, "Dirk Vos");
        await town.Join(home, town.Hugo);
        await town.Join(home, supporter, CircleRole.Supporter);
        Assert.Equal(["Supporter Voorbeeld"], await Listed(town.Sanne, Homes));
        Assert.Empty(await Listed(town.Anouk, Homes));
        Assert.Equal(["Hugo Veen", "Resident Voorbeeld", "Sanne Bakker", "Supporter Voorbeeld"], await Listed(resident, "true"));
        Assert.Equal(["Hugo Veen", "Sanne Bakker", "Supporter Voorbeeld"], await Listed(supporter, "true"));

        // Of the circle also who left it; and whose name stands in a row, by its id.
        await using (var owner = await database.Begin(Actor.System))
        {
            await owner.Context.Database.ExecuteSqlAsync($"UPDATE circle_member SET until = since + interval '1 second' WHERE account = {town.Hugo.Account!.Value.Value}");
            await owner.Commit();
        }
        Assert.Contains("Hugo Veen", await Listed(resident, "true"));
        foreach (var reader in (Actor[])[resident, town.Anouk])
        {
            await using var work = await database.Read(reader);
            AccountId[] asked = [town[Role.Volunteer].Account!.Value, supporter.Account!.Value, resident.Account!.Value, town.Sanne.Account!.Value];
            Assert.Equal(asked.ToHashSet(), [.. (await work.AccountNames(asked)).Keys]);
        }

        async Task<IEnumerable<string>> Listed(Actor actor, string which)
        {
            await using var work = await database.Read(actor);
            return (await work.Rows<string>($"SELECT name FROM sight.account_card WHERE {which}")).Order();
        }
    }

    /// <summary>By the exact address, which account it is, for who may link it; nothing else of it.</summary>
    [Fact]
    public async Task A_residents_account_is_found_by_its_address_by_who_links_it()
    {
        await using var database = await TestDatabase.Create(Engine.Postgres);
        var town = await Town.Build(database.Storage);
        var (resident, address) = (town[Role.Resident].Account!.Value, "");
        await using (var work = await database.Read(Actor.System)) address = (await work.Rows<string>($"SELECT normalized_email FROM account WHERE id = '{resident.Value}'"))[0];

        Assert.Equal(1, await Found(town.Sanne, address));
        Assert.Equal(0, await Found(town.Sanne, "%"));
        foreach (var other in (Actor[])[Actor.Anonymous, town[Role.PolicyOfficer]]) Assert.Equal(0, await Found(other, address));

        async Task<long> Found(Actor actor, string by)
        {
            await using var work = await database.Read(actor);
            return await Count(work, $"sight.resident_account('{by}')");
        }
    }

    /// <summary>At every click, so by its key: the policy comes after it. Names likewise.</summary>
    [Fact]
    public async Task A_sign_in_is_looked_up_by_its_key()
    {
        await using var database = await TestDatabase.Create(Engine.Postgres);
        var town = await Town.Build(database.Storage);
        foreach (var actor in (Actor[])[Actor.System, town.Sanne, town[Role.Resident]])
        {
            await using var work = await database.Read(actor);
            await work.Context.Database.ExecuteSqlRawAsync("SET LOCAL enable_seqscan = off");
            var plan = string.Join('\n', await work.Rows<string>($"EXPLAIN SELECT s.id FROM account_session s JOIN account a ON a.id = s.account WHERE s.id = '{Guid.NewGuid()}'"));
            Assert.Matches("account_session_pkey(.|\\n)*Index Cond: \\(id = ", plan);
            Assert.Matches("account_pkey(.|\\n)*Index Cond: \\(id = ", plan);
            // And names by theirs, through the view.
            var names = string.Join('\n', await work.Rows<string>($"EXPLAIN SELECT m.id, c.name FROM circle_member m LEFT JOIN sight.account_card c ON c.id = m.account WHERE m.id = '{Guid.NewGuid()}'"));
            Assert.Matches("account_pkey(.|\\n)*Index Cond: \\((account\\.)?id = ", names);
            // Who is in one's circles is read at most once, and not at all for colleagues.
            Assert.Matches("THEN true ELSE \\(hashed SubPlan", names);
        }
    }

    private const string Homes = "role IN ('Resident', 'Supporter')";

    private static string OwnerOf(string table) => table switch { "account" => "id", "account_session" => "account", _ => "user_id" };

    private static async Task<long> Count(Work work, string from) => (await work.Rows<long>($"SELECT count(*) FROM {from}"))[0];

    // In a savepoint: a refusal breaks off the transaction.
    private static async Task Refused(Work work, string sql)
    {
        await work.Context.Database.ExecuteSqlRawAsync("SAVEPOINT refused");
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => work.Context.Database.ExecuteSqlRawAsync(sql))).SqlState);
        await work.Context.Database.ExecuteSqlRawAsync("ROLLBACK TO refused");
    }

    private static async Task Plant(TestDatabase database, Guid account)
    {
        await using var open = new NpgsqlConnection(database.Connection.OwnerText);
        await open.OpenAsync();
        await using var command = new NpgsqlCommand($$"""
            UPDATE account SET password_hash = 'secret' WHERE id = '{{account}}';
            INSERT INTO account_claim (user_id, claim_type) VALUES ('{{account}}', 'secret');
            INSERT INTO account_login (login_provider, provider_key, user_id) VALUES ('secret', 'secret', '{{account}}');
            INSERT INTO account_token (user_id, login_provider, name, value) VALUES ('{{account}}', 'secret', 'secret', 'secret');
            INSERT INTO account_passkey (credential_id, user_id, data) VALUES ('secret', '{{account}}', '{}');
            INSERT INTO account_session (id, account, stamp, started_at, seen_at, device, method) VALUES (gen_random_uuid(), '{{account}}', 'secret', now(), now(), 'secret', 'Password');
            INSERT INTO known_device (id, account, failures, seen_at) VALUES (gen_random_uuid(), '{{account}}', 0, now());
            INSERT INTO spent_challenge (hash, spent_at) VALUES (repeat('a', 64), now())
            """, open);
        await command.ExecuteNonQueryAsync();
    }
}
