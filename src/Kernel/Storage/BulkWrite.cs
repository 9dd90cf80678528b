using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Samenkracht.Kernel.Storage;

/// <summary>Many rows at once, for imports: one statement per some hundred rows instead of one per row.</summary>
public static class BulkWrite
{
    // Under SQLite's limit of 32,766 parameters, and small enough for PostgreSQL to plan in no time.
    private const int ParametersPerStatement = 4_000;

    /// <summary>Adds the rows, and overwrites those whose key exists. Like every change it needs its journal line before the commit.</summary>
    public static async Task Upsert<T>(this Work work, IEnumerable<T> rows, CancellationToken cancel = default) where T : class
    {
        var entity = work.Context.Model.FindEntityType(typeof(T))!;
        var columns = entity.GetProperties().ToArray();
        var connection = work.Context.Database.GetDbConnection();
        foreach (var chunk in rows.Chunk(ParametersPerStatement / columns.Length))
        {
            await using var command = connection.CreateCommand();
            command.Transaction = work.Context.Database.CurrentTransaction!.GetDbTransaction();
            command.CommandText = Statement(entity, columns, chunk.Length);
            foreach (var (row, r) in chunk.Select((row, r) => (row, r)))
                foreach (var (column, c) in columns.Select((column, c) => (column, c)))
                    command.Parameters.Add(Parameter(command, column, row, r * columns.Length + c));
            await command.ExecuteNonQueryAsync(cancel);
        }
    }

    private static DbParameter Parameter<T>(DbCommand command, IProperty column, T row, int index) =>
        column.GetRelationalTypeMapping().CreateParameter(command, $"p{index}", column.GetGetter().GetClrValue(row!), column.IsNullable);

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
