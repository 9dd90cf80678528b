using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Samenkracht.Kernel.Keys;

namespace Samenkracht.Kernel.Storage;

/// <summary>Many rows at once, for imports: one statement for several rows, prepared once, instead of one per row through the change tracker.</summary>
public static class BulkWrite
{
    /// <summary>Adds the rows, and overwrites those whose key exists. Like every change it needs its journal line before the commit.</summary>
    public static Task Upsert<T>(this Work work, IEnumerable<T> rows, CancellationToken cancel = default) where T : class
    {
        var entity = work.Context.Model.FindEntityType(typeof(T))!;
        var columns = entity.GetProperties().ToArray();
        return Write(work, entity, columns, Overwrite(entity, columns), rows, prepares: true, cancel);
    }

    /// <summary>Adds the rows and reads nothing back, not even the number that the database gives them: who may add need not be able to see.</summary>
    internal static Task Append<T>(this Work work, IReadOnlyCollection<T> rows, CancellationToken cancel) where T : class
    {
        if (rows.Count == 0) return Task.CompletedTask;
        var entity = work.Context.Model.FindEntityType(typeof(T))!;
        return Write(work, entity, [.. entity.GetProperties().Where(p => p.ValueGenerated == ValueGenerated.Never)], "", rows, prepares: false, cancel);
    }

    private static async Task Write<T>(Work work, IEntityType entity, IProperty[] columns, string conflict, IEnumerable<T> rows, bool prepares, CancellationToken cancel)
    {
        // PostgreSQL pays per round trip. SQLite has none, and finds each parameter by walking the list of all.
        var parameters = work.IsPostgres ? 2_000 : 40;
        SealedColumns.Lend(work.Secrets.Sealing);
        await using var command = work.Context.Database.GetDbConnection().CreateCommand();
        command.Transaction = work.Context.Database.CurrentTransaction!.GetDbTransaction();
        foreach (var chunk in rows.Chunk(Math.Max(1, parameters / columns.Length)))
        {
            if (command.Parameters.Count != chunk.Length * columns.Length)
            {
                Shape(command, entity, columns, chunk.Length, conflict);
                if (prepares) command.Prepare();
            }
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

    private static void Shape(DbCommand command, IEntityType entity, IProperty[] columns, int rows, string conflict)
    {
        command.Parameters.Clear();
        for (var i = 0; i < rows * columns.Length; i++)
            command.Parameters.Add(columns[i % columns.Length].GetRelationalTypeMapping().CreateParameter(command, $"p{i}", null, nullable: true));
        command.CommandText = Statement(entity, columns, rows) + conflict;
    }

    private static string Statement(IEntityType entity, IProperty[] columns, int rows)
    {
        var sql = new StringBuilder($"INSERT INTO {entity.GetTableName()} ({Names(columns)}) VALUES ");
        for (var row = 0; row < rows; row++)
            sql.Append(row == 0 ? "(" : ", (").AppendJoin(", ", Enumerable.Range(row * columns.Length, columns.Length).Select(i => $"@p{i}")).Append(')');
        return sql.ToString();
    }

    private static string Overwrite(IEntityType entity, IProperty[] columns)
    {
        var key = entity.FindPrimaryKey()!.Properties;
        return $" ON CONFLICT ({Names(key)}) DO UPDATE SET {string.Join(", ", columns.Except(key).Select(c => $"{c.GetColumnName()} = excluded.{c.GetColumnName()}"))}";
    }

    private static string Names(IEnumerable<IProperty> columns) => string.Join(", ", columns.Select(c => c.GetColumnName()));
}
