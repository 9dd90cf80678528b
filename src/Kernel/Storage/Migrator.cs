using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Samenkracht.Kernel.Storage;

/// <summary>How a database stands to this program.</summary>
public enum SchemaState { Empty, Behind, Current, Newer, Foreign }

/// <summary>Runs the plain SQL of <c>database/</c>, in number order, each file in one transaction under a lock, so that two nodes can start at once.</summary>
public sealed class Migrator(DatabaseConnection connection, int upTo = int.MaxValue)
{
    private static readonly Script[] Main = Script.Load("database/");
    private static readonly Script[] ReadLog = Script.Load("database/readlog/");

    /// <summary>Makes or updates the database and the read log.</summary>
    /// <exception cref="InvalidDataException">The database is newer than this program, not ours, or was made by an edited script.</exception>
    public async Task Migrate(CancellationToken cancel = default)
    {
        var state = await State(cancel);
        if (state == SchemaState.Newer) throw new InvalidDataException("De database is nieuwer dan dit programma. Gebruik een nieuwere versie van Samenkracht.");
        if (state == SchemaState.Foreign) throw new InvalidDataException("De database is niet leeg en niet van Samenkracht.");
        try
        {
            // The read log first: row-level security, which the main scripts end with, covers it too.
            if (state == SchemaState.Empty) await Run(connection.OwnerText, "schema_version", [], cancel);
            await Run(connection.IsPostgres ? connection.OwnerText : connection.ReadLogText, "read_log_version", ReadLog, cancel);
            await Run(connection.OwnerText, "schema_version", Main.Where(s => s.Number <= upTo), cancel);
            if (connection.OwnerText != connection.Text) await LetIn(cancel);
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new InvalidDataException($"Deze databaserol mag het schema niet maken of wijzigen ({refused.MessageText}). "
                + "Zet SAMENKRACHT_DATABASE_OWNER op de verbinding van de eigenaar.", refused);
        }
    }

    public async Task<SchemaState> State(CancellationToken cancel = default)
    {
        if (!connection.IsPostgres && !File.Exists(new SqliteConnectionStringBuilder(connection.Text).DataSource)) return SchemaState.Empty;
        await using var open = await Open(connection.Text, cancel);
        var tables = await Tables(open, cancel);
        if (!tables.Contains("schema_version")) return tables.Count == 0 ? SchemaState.Empty : SchemaState.Foreign;
        var applied = await Applied(open, "schema_version", cancel);
        return applied.Keys.Any(n => n > Main[^1].Number) ? SchemaState.Newer
            : Main.All(s => applied.ContainsKey(s.Number)) ? SchemaState.Current
            : SchemaState.Behind;
    }

    private async Task Run(string text, string versions, IEnumerable<Script> scripts, CancellationToken cancel)
    {
        await using var open = await Open(text, cancel);
        if (await IsDone(open, versions, scripts, cancel)) return;
        if (!connection.IsPostgres) await Execute(open, null, "PRAGMA journal_mode = WAL", cancel);
        await Locked(open, versions, async transaction =>
            await Execute(open, transaction, $"CREATE TABLE IF NOT EXISTS {versions} (number INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL)", cancel), cancel);
        foreach (var script in scripts)
            await Locked(open, versions, transaction => Apply(open, transaction, versions, script, cancel), cancel);
    }

    // Who only runs the application need not be allowed to change the schema.
    private async Task<bool> IsDone(DbConnection open, string versions, IEnumerable<Script> scripts, CancellationToken cancel)
    {
        if (!(await Tables(open, cancel)).Contains(versions)) return false;
        var applied = await Applied(open, versions, cancel);
        return scripts.All(s => applied.GetValueOrDefault(s.Number) == s.Checksum(connection.IsPostgres));
    }

    // Lets the login of the application take on the application's role.
    private async Task LetIn(CancellationToken cancel)
    {
        await using var open = await Open(connection.OwnerText, cancel);
        var login = new NpgsqlConnectionStringBuilder(connection.Text).Username!.Replace("'", "''", StringComparison.Ordinal);
        await Execute(open, null, $"""
            DO $$ BEGIN
                IF NOT pg_has_role('{login}', sight.app_role(), 'MEMBER') THEN EXECUTE format('GRANT %I TO %I', sight.app_role(), '{login}'); END IF;
            END $$
            """, cancel);
    }

    private async Task Apply(DbConnection open, DbTransaction transaction, string versions, Script script, CancellationToken cancel)
    {
        var applied = await Applied(open, versions, cancel, transaction);
        if (applied.TryGetValue(script.Number, out var checksum))
        {
            if (checksum != script.Checksum(connection.IsPostgres)) throw new InvalidDataException($"Migratie {script.Name} is na het uitvoeren gewijzigd.");
            return;
        }
        await Execute(open, transaction, script.Sql(connection.IsPostgres), cancel);
        await Execute(open, transaction,
            $"INSERT INTO {versions} (number, name, checksum) VALUES ({script.Number}, '{script.Name}', '{script.Checksum(connection.IsPostgres)}')", cancel);
    }

    // SQLite's write lock and PostgreSQL's advisory lock make a second node wait, and then find the work done.
    private async Task Locked(DbConnection open, string versions, Func<DbTransaction, Task> work, CancellationToken cancel)
    {
        await using var transaction = open is SqliteConnection sqlite ? sqlite.BeginTransaction(deferred: false) : await open.BeginTransactionAsync(cancel);
        if (connection.IsPostgres) await Execute(open, transaction, $"SELECT pg_advisory_xact_lock(hashtext('samenkracht.{versions}'))", cancel);
        await work(transaction);
        await transaction.CommitAsync(cancel);
    }

    private async Task<DbConnection> Open(string text, CancellationToken cancel)
    {
        // Not from the pool: there a SQLite connection may still be set to reading only.
        DbConnection open = connection.IsPostgres
            ? new NpgsqlConnection(text)
            : new SqliteConnection(new SqliteConnectionStringBuilder(text) { Pooling = false }.ToString());
        await open.OpenAsync(cancel);
        // A pooled connection may come from work that only read.
        if (!connection.IsPostgres) await Execute(open, null, "PRAGMA query_only = OFF", cancel);
        return open;
    }

    private static async Task Execute(DbConnection open, DbTransaction? transaction, string sql, CancellationToken cancel)
    {
        await using var command = open.CreateCommand();
        (command.CommandText, command.Transaction) = (sql, transaction);
        await command.ExecuteNonQueryAsync(cancel);
    }

    private async Task<HashSet<string>> Tables(DbConnection open, CancellationToken cancel)
    {
        await using var command = open.CreateCommand();
        command.CommandText = connection.IsPostgres
            ? "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"
            : "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
        var tables = new HashSet<string>();
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel)) tables.Add(rows.GetString(0));
        return tables;
    }

    private static async Task<Dictionary<int, string>> Applied(DbConnection open, string versions, CancellationToken cancel, DbTransaction? transaction = null)
    {
        await using var command = open.CreateCommand();
        (command.CommandText, command.Transaction) = ($"SELECT number, checksum FROM {versions}", transaction);
        var applied = new Dictionary<int, string>();
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel)) applied.Add(rows.GetInt32(0), rows.GetString(1));
        return applied;
    }

    private sealed record Script(int Number, string Name, string Sqlite, string Postgres)
    {
        public string Sql(bool postgres) => postgres ? Postgres : Sqlite;

        public string Checksum(bool postgres) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql(postgres).ReplaceLineEndings("\n"))));

        /// <summary>Embedded as <c>database/NNNN_name/engine.sql</c>; deeper folders belong to another database.</summary>
        public static Script[] Load(string prefix) =>
        [
            .. typeof(Migrator).Assembly.GetManifestResourceNames()
                .Where(n => n.StartsWith(prefix, StringComparison.Ordinal) && n.EndsWith("/sqlite.sql", StringComparison.Ordinal))
                .Select(n => n[prefix.Length..^"/sqlite.sql".Length])
                .Where(n => !n.Contains('/'))
                .Select(n => new Script(int.Parse(n[..4]), n, Text($"{prefix}{n}/sqlite.sql"), Text($"{prefix}{n}/postgres.sql")))
                .OrderBy(s => s.Number),
        ];

        private static string Text(string name)
        {
            using var reader = new StreamReader(typeof(Migrator).Assembly.GetManifestResourceStream(name)!);
            return reader.ReadToEnd();
        }
    }
}
