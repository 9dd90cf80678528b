using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Bench.Pages;

/// <summary>One request by hand, over ADO.NET alone: the sign-in checked as the system, a transaction in which the database knows who acts, as the application's
/// own role, statement after statement, and the looks logged and committed on a connection of their own.</summary>
sealed class BareRequest : IAsyncDisposable
{
    const string SignIn = """
        SELECT s.seen_at, a.id, a.name, a.role, a.organisation, a.team, a.must_change_password, a.two_factor_enabled FROM account_session s JOIN account a ON a.id = s.account
        WHERE s.id = @session AND s.ended_at IS NULL AND s.stamp = a.security_stamp AND a.active
        """;

    readonly DatabaseConnection database;
    readonly SignedIn who;
    readonly DateTimeOffset now = DateTimeOffset.UtcNow;
    readonly DbConnection connection;
    DbTransaction transaction = null!;

    BareRequest(DatabaseConnection database, SignedIn who) => (this.database, this.who, connection) = (database, who, Connect(database.IsPostgres, database.Text));

    public bool IsPostgres => database.IsPostgres;

    public static async Task<BareRequest> Begin(DatabaseConnection database, SignedIn who)
    {
        var request = new BareRequest(database, who);
        await request.connection.OpenAsync();
        await request.Act(Actor.System);
        if ((await request.Ask(SignIn, ("session", who.Session))).Count != 1) throw new InvalidOperationException("Nobody is signed in.");
        await request.transaction.DisposeAsync();
        await request.Act(who.Actor);
        return request;
    }

    /// <summary>All rows of one statement, read to the end.</summary>
    public async Task<List<object[]>> Ask(string sql, params (string Name, object? Value)[] values)
    {
        await using var command = Command(connection, transaction, sql, [("me", who.Actor.Account!.Value.Value), ("now", now), .. values]);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<object[]>();
        while (await reader.ReadAsync())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }
        return rows;
    }

    /// <summary>That what follows is about one household, as the site says it.</summary>
    public async Task LookInto(Guid household)
    {
        if (IsPostgres) await Ask("SELECT set_config('samenkracht.inside', @household::text, true)", ("household", household));
    }

    /// <summary>What the database shows to the system only.</summary>
    public async Task<List<object[]>> AskAsSystem(string sql, params (string Name, object? Value)[] values)
    {
        if (!IsPostgres) return await Ask(sql, values);
        await Say(Actor.System);
        var rows = await Ask(sql, values);
        await Say(who.Actor);
        return rows;
    }

    /// <summary>A line in the log of looks and one in the processing log for each, committed before anything is shown.</summary>
    public async Task Log(string @event, string what, string data, IReadOnlyCollection<Guid> households)
    {
        if (households.Count == 0) return;
        await using var logs = Connect(IsPostgres, database.ReadLogText);
        await logs.OpenAsync();
        await using var log = await logs.BeginTransactionAsync();
        var trace = Guid.NewGuid().ToString("N");
        var values = new List<(string, object?)>
        {
            ("at", now), ("event", @event), ("what", what), ("data", data), ("me", who.Actor.Account!.Value.Value), ("role", who.Actor.Role.ToString()),
            ("organisation", who.Actor.Organisation!.Value.Value), ("session", who.Session), ("trace", trace), ("span", trace[..16]), ("name", $"look.{@event.ToLowerInvariant()}"),
        };
        values.AddRange(households.Select((household, n) => ($"h{n}", (object?)household)));
        values.AddRange(households.Select((household, n) => ($"s{n}", (object?)household.ToString("N"))));
        var (lines, subjects) = (Rows(n => $"(@at, @event, 'Allowed', @h{n}, @what, @data, 'Support', 'Circle', 3, @me, @role, @organisation, @session, @trace)"),
            Rows(n => $"(@at, @trace, @span, 'Unset', @name, @at, @at, 'ondersteuning', @s{n}, 'household', '1')"));
        var sql = $"""
            INSERT INTO read_line (at, event, outcome, household, what, data, purpose, basis, laws, account, role, organisation, session, trace) VALUES {lines};
            INSERT INTO processing_line (at, trace_id, span_id, status, name, started_at, ended_at, activity, data_subject, data_subject_type, version) VALUES {subjects}
            """;
        if (IsPostgres) sql = $"{Said(who.Actor, writes: true, values)};{sql}";
        await using var insert = Command(logs, log, sql, values);
        await insert.ExecuteNonQueryAsync();
        await log.CommitAsync();

        string Rows(Func<int, string> row) => string.Join(", ", Enumerable.Range(0, households.Count).Select(row));
    }

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }

    async Task Act(Actor actor)
    {
        transaction = connection is SqliteConnection sqlite ? sqlite.BeginTransaction(deferred: true) : await connection.BeginTransactionAsync();
        await Say(actor);
    }

    async Task Say(Actor actor)
    {
        if (!IsPostgres) return;
        var values = new List<(string, object?)>();
        await using var say = Command(connection, transaction, Said(actor, writes: false, values), values);
        await say.ExecuteNonQueryAsync();
    }

    string Said(Actor actor, bool writes, List<(string, object?)> values)
    {
        var statement = WhoActs.Say(actor, now, writes);
        values.AddRange(statement.GetArguments().Select((value, n) => ($"w{n}", value)));
        return string.Format(null, statement.Format, [.. Enumerable.Range(0, statement.ArgumentCount).Select(n => $"@w{n}")]);
    }

    // Names of accounts stand in a view, on PostgreSQL beside its functions (docs/adr/0103).
    static DbConnection Connect(bool postgres, string text) =>
        postgres ? new NpgsqlConnection(new NpgsqlConnectionStringBuilder(text) { SearchPath = "public, sight" }.ToString()) : new SqliteConnection(text);

    DbCommand Command(DbConnection on, DbTransaction within, string sql, IEnumerable<(string Name, object? Value)> values)
    {
        var command = on.CreateCommand();
        (command.CommandText, command.Transaction) = (sql, within);
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, IsPostgres ? value ?? DBNull.Value : BulkWriter.Kept(value));
            command.Parameters.Add(parameter);
        }
        return command;
    }
}

/// <summary>Who acts, by which sign-in.</summary>
sealed record SignedIn(Actor Actor, Guid Session);
