using System.Data.Common;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Tests.KernelTests;

/// <summary>What a database says of itself, in one form for both engines. Indexes and keys are known by what they hold: names differ by engine.</summary>
internal sealed record Catalog(IReadOnlyList<string> Columns, IReadOnlyList<string> Indexes, IReadOnlyList<string> ForeignKeys)
{
    // Not of the modules: bookkeeping, the logs' own database, Quartz, and the full-text index, which is each engine's own.
    private static readonly string[] NotOurs = ["schema_version", "read_log_version", "read_line", "read_seal", "processing_", "sqlite_", "qrtz_"];

    private const string SqliteColumns = """
        SELECT m.name, c.name || CASE WHEN c."notnull" = 1 OR c.pk > 0 THEN ' not null' ELSE ' null' END
        FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table'
        """;

    private const string SqliteIndexes = """
        SELECT m.name, CASE WHEN i."unique" = 1 THEN 'unique ' ELSE '' END || CASE WHEN i.partial = 1 THEN 'partial ' ELSE '' END
            || (SELECT group_concat(coalesce(name, 'expression'), ', ') FROM (SELECT name FROM pragma_index_info(i.name) ORDER BY seqno))
        FROM sqlite_master m JOIN pragma_index_list(m.name) i WHERE m.type = 'table'
        UNION ALL
        SELECT m.name, 'unique ' || (SELECT max(c.name) FROM pragma_table_info(m.name) c WHERE c.pk = 1)
        FROM sqlite_master m WHERE m.type = 'table' AND NOT EXISTS (SELECT 1 FROM pragma_index_list(m.name) i WHERE i.origin = 'pk')
        """;

    private const string SqliteForeignKeys = """
        SELECT m.name, m.name || '(' || group_concat(f."from", ', ') || ') -> ' || f."table" || '(' || group_concat(f."to", ', ') || ') ' || lower(f.on_delete)
        FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table' GROUP BY m.name, f.id
        """;

    private const string PostgresColumns = """
        SELECT table_name::text, column_name || CASE WHEN is_nullable = 'NO' THEN ' not null' ELSE ' null' END
        FROM information_schema.columns WHERE table_schema = current_schema()
        """;

    private const string PostgresIndexes = """
        SELECT t.relname::text, CASE WHEN i.indisunique THEN 'unique ' ELSE '' END || CASE WHEN i.indpred IS NOT NULL THEN 'partial ' ELSE '' END
            || (SELECT string_agg(coalesce(a.attname, 'expression'), ', ' ORDER BY k.place)
                FROM unnest(i.indkey::int[]) WITH ORDINALITY k(number, place) LEFT JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.number AND k.number > 0)
        FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid WHERE t.relnamespace = current_schema()::regnamespace
        """;

    private const string PostgresForeignKeys = """
        SELECT t.relname::text, t.relname || '(' || (SELECT string_agg(a.attname, ', ' ORDER BY k.place) FROM unnest(c.conkey) WITH ORDINALITY k(number, place)
                JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.number)
            || ') -> ' || r.relname || '(' || (SELECT string_agg(a.attname, ', ' ORDER BY k.place) FROM unnest(c.confkey) WITH ORDINALITY k(number, place)
                JOIN pg_attribute a ON a.attrelid = c.confrelid AND a.attnum = k.number)
            || ') ' || CASE c.confdeltype WHEN 'c' THEN 'cascade' WHEN 'n' THEN 'set null' WHEN 'r' THEN 'restrict' ELSE 'no action' END
        FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid JOIN pg_class r ON r.oid = c.confrelid
        WHERE c.contype = 'f' AND t.relnamespace = current_schema()::regnamespace
        """;

    public static async Task<Catalog> Read(DatabaseConnection connection)
    {
        await using var open = await MigratorTests.Open(connection);
        return connection.IsPostgres
            ? new Catalog(await Rows(open, PostgresColumns, "{0}.{1}"), await Rows(open, PostgresIndexes, "{0}: {1}"), await Rows(open, PostgresForeignKeys, "{1}"))
            : new Catalog(await Rows(open, SqliteColumns, "{0}.{1}"), await Rows(open, SqliteIndexes, "{0}: {1}"), await Rows(open, SqliteForeignKeys, "{1}"));
    }

    private static async Task<IReadOnlyList<string>> Rows(DbConnection open, string sql, string form)
    {
        await using var command = open.CreateCommand();
        command.CommandText = sql;
        var lines = new SortedSet<string>(StringComparer.Ordinal);
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            var table = rows.GetString(0);
            if (!NotOurs.Any(prefix => table.StartsWith(prefix, StringComparison.Ordinal))) lines.Add(string.Format(form, table, rows.GetString(1)));
        }
        return [.. lines];
    }
}
