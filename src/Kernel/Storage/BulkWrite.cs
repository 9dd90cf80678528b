using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Samenkracht.Kernel.Storage;

/// <summary>Many rows at once, for imports: one statement for several rows, prepared once, instead of one per row through the change tracker.</summary>
public static class BulkWrite
{
    /// <summary>Adds the rows, and overwrites those whose key exists. Like every change it needs its journal line before the commit.</summary>
    public static async Task Upsert<T>(this Work work, IEnumerable<T> rows, CancellationToken cancel = default) where T : class
    {
        var entity = work.Context.Model.FindEntityType(typeof(T))!;
        var columns = entity.GetProperties().ToArray();
        // PostgreSQL pays per round trip. SQLite has none, and finds each parameter by walking the list of all.
        var parameters = work.IsPostgres ? 2_000 : 40;
        await using var command = work.Context.Database.GetDbConnection().CreateCommand();
        command.Transaction = work.Context.Database.CurrentTransaction!.GetDbTransaction();
        foreach (var chunk in rows.Chunk(Math.Max(1, parameters / columns.Length)))
        {
            if (command.Parameters.Count != chunk.Length * columns.Length) Prepare(command, entity, columns, chunk.Length);
            for (var row = 0; row < chunk.Length; row++)
                for (var column = 0; column < columns.Length; column++)
                    command.Parameters[row * columns.Length + column].Value = Value(columns[column], chunk[row]);
            await command.ExecuteNonQueryAsync(cancel);
        }
    }

    private static object Value<T>(IProperty column, T row)
    {
        var value = column.GetGetter().GetClrValue(row!);
        return (column.GetRelationalTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value) : value) ?? DBNull.Value;
    }

    private static void Prepare(DbCommand command, IEntityType entity, IProperty[] columns, int rows)
    {
        command.Parameters.Clear();
        for (var i = 0; i < rows * columns.Length; i++)
            command.Parameters.Add(columns[i % columns.Length].GetRelationalTypeMapping().CreateParameter(command, $"p{i}", null, nullable: true));
        command.CommandText = Statement(entity, columns, rows);
        command.Prepare();
    }

    private static string Statement(IEntityType entity, IProperty[] columns, int rows)
    {
        var key = entity.FindPrimaryKey()!.Properties;
        var sql = new StringBuilder($"INSERT INTO {entity.GetTableName()} ({Names(columns)}) VALUES ");
        for (var row = 0; row < rows; row++)
            sql.Append(row == 0 ? "(" : ", (").AppendJoin(", ", Enumerable.Range(row * columns.Length, columns.Length).Select(i => $"@p{i}")).Append(')');
        return sql.Append($" ON CONFLICT ({Names(key)}) DO UPDATE SET ")
            .AppendJoin(", ", columns.Except(key).Select(c => $"{c.GetColumnName()} = excluded.{c.GetColumnName()}"))
            .ToString();
    }

    private static string Names(IEnumerable<IProperty> columns) => string.Join(", ", columns.Select(c => c.GetColumnName()));
}
