using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.KernelTests.RowSecurity;

/// <summary>No table about people without a policy, and a role for the application that can get around none.</summary>
public class RowSecurityCatalogTests
{
    // A column that points at someone in care, at what is kept about them, or at someone's account.
    private const string Unprotected = """
        SELECT DISTINCT t.relname FROM pg_class t JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
        LEFT JOIN pg_constraint f ON f.conrelid = t.oid AND f.contype = 'f' AND a.attnum = ANY (f.conkey)
        WHERE t.relkind IN ('r', 'p') AND t.relnamespace = 'public'::regnamespace
            AND NOT (t.relrowsecurity AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = t.oid))
            AND (a.attname IN ('address', 'birth_date', 'bsn')
                OR a.atttypid = 'uuid'::regtype AND a.attname ~ '(^|_)(household|person|account|author|member|signal|question|plan|goal|user_id)$'
                OR f.confrelid::regclass::text IN ('household', 'person', 'account', 'circle_member', 'question', 'plan', 'goal', 'signal', 'assessment')
                OR t.relname = 'account')
        """;

    [Fact]
    public async Task Every_table_about_people_has_a_policy()
    {
        await using var database = await EmptyDatabase.CreateMigrated(Engine.Postgres);

        Assert.Empty(await Rows(database.Connection.OwnerText, Unprotected));
    }

    [Fact]
    public async Task The_applications_role_owns_nothing_bypasses_nothing_and_changes_no_log()
    {
        await using var database = await EmptyDatabase.CreateMigrated(Engine.Postgres);
        const string Powers = """
            SELECT concat_ws(' ', rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolcanlogin, EXISTS (SELECT FROM pg_class c WHERE c.relowner = r.oid),
                has_schema_privilege(rolname, 'public', 'CREATE')) FROM pg_roles r WHERE rolname = sight.app_role()
            """;
        const string Changeable = """
            SELECT t FROM unnest(ARRAY['journal_line', 'journal_seal', 'read_line', 'read_seal', 'processing_line', 'processing_seal', 'processing_key', 'schema_version', 'read_log_version']) t
            WHERE has_table_privilege(sight.app_role(), t, 'UPDATE') OR has_table_privilege(sight.app_role(), t, 'DELETE') OR has_table_privilege(sight.app_role(), t, 'TRUNCATE')
            """;

        Assert.Equal(["f f f f f f f"], await Rows(database.Connection.OwnerText, Powers));
        Assert.Empty(await Rows(database.Connection.OwnerText, Changeable));
    }

    [Fact]
    public async Task What_runs_with_the_owners_rights_has_a_fixed_search_path_and_is_the_applications_alone()
    {
        await using var database = await EmptyDatabase.CreateMigrated(Engine.Postgres);

        var definers = await Rows(database.Connection.OwnerText,
            "SELECT p.proname || ' ' || array_to_string(proconfig, ',') || ' ' || has_function_privilege('public', p.oid, 'EXECUTE') FROM pg_proc p WHERE p.prosecdef AND p.pronamespace = 'sight'::regnamespace");

        Assert.Equal(["asked_hidden", "children", "coverage", "decides", "door", "door_people", "guards", "hidden", "households", "involved", "is_hidden", "is_new", "journal_key", "looks_hidden", "may_invite", "met", "named", "near", "resident_account", "self", "settle", "shielded", "stays_gone", "unguarded", "whole"], definers.Select(d => d.Split(' ')[0]).Order());
        Assert.All(definers, d => Assert.EndsWith("search_path=public, pg_temp false", d));
    }

    /// <summary>The application signs in as a login of its own: no SQL that it can be made to run gets back the owner's rights.</summary>
    [Fact]
    public async Task The_application_can_sign_in_as_another_than_the_owner()
    {
        await using var database = await EmptyDatabase.Create(Engine.Postgres);
        var (server, name) = (new NpgsqlConnectionStringBuilder(database.Connection.Text) { Pooling = false }, Guid.NewGuid().ToString("N"));
        var (owner, text) = (As($"owner_{name}"), As($"login_{name}"));
        await Rows(database.Connection.Text, $"CREATE ROLE owner_{name} LOGIN CREATEROLE; CREATE ROLE login_{name} LOGIN; ALTER DATABASE {server.Database} OWNER TO owner_{name}");

        await Assert.ThrowsAsync<InvalidDataException>(() => new Migrator(DatabaseConnection.Parse(text)).Migrate());
        await new Migrator(DatabaseConnection.Parse(text, owner)).Migrate();
        // From now on the application starts without the owner's connection.
        await new Migrator(DatabaseConnection.Parse(text)).Migrate();

        Assert.Equal(["0"], await Rows(text, "RESET ROLE; SELECT count(*)::text FROM household"));
        await using (var services = new ServiceCollection().AddLogging().AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider())
            .AddKernel(DatabaseConnection.Parse(text), Samenkracht.App.Modules.All).BuildServiceProvider())
        {
            var storage = services.GetRequiredService<Storage>();
            var town = await Town.Build(storage);
            await town.Household();
            await using var work = await storage.Read(town.Sanne);
            Assert.Single(await work.Households.ToListAsync());
        }
        foreach (var sql in (string[])["ALTER TABLE household DISABLE ROW LEVEL SECURITY", "DROP POLICY seen ON household", "DELETE FROM journal_line", "CREATE TABLE mine (id int)"])
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => Rows(text, sql))).SqlState);

        string As(string role) => new NpgsqlConnectionStringBuilder(server.ToString()) { Username = role }.ToString();
    }

    private static async Task<List<string>> Rows(string connection, string sql)
    {
        await using var open = new NpgsqlConnection(connection);
        await open.OpenAsync();
        await using var command = new NpgsqlCommand(sql, open);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync()) rows.Add(reader.GetString(0));
        return rows;
    }
}
