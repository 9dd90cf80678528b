using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Kernel.Keys;

/// <summary>Opnieuw versleutelen van kolommen: every sealed column of every module, some rows at a time, under the newest key. As the system, who sees all.</summary>
public static class ColumnReseal
{
    private const int Rows = 500;

    extension(Work work)
    {
        /// <summary>Returns how many values.</summary>
        public async Task<int> ResealColumns(CancellationToken cancel = default)
        {
            var resealed = 0;
            foreach (var entity in work.Context.Model.GetEntityTypes())
                if (entity.GetProperties().Where(p => p.GetValueConverter() is ISealedColumn).ToArray() is { Length: > 0 } columns)
                    resealed += await Reseal(work, entity, columns, cancel);
            return resealed;
        }
    }

    private static async Task<int> Reseal(Work work, IEntityType entity, IProperty[] columns, CancellationToken cancel)
    {
        var (table, key) = (entity.GetTableName(), entity.FindPrimaryKey()!.Properties.Single().GetColumnName());
        var (names, resealed) = (columns.Select(c => c.GetColumnName()).ToArray(), 0);
        await using var read = Command(work);
        await using var write = Command(work);
        write.CommandText = $"UPDATE {table} SET {string.Join(", ", names.Select((name, i) => $"{name} = @p{i}"))} WHERE {key} = @key";
        // What somebody is saving is waited for and read as they leave it. SQLite has the one lock for writing already.
        var held = work.Context.Database.IsNpgsql() ? " FOR NO KEY UPDATE" : "";
        object? last = null;
        do
        {
            read.CommandText = $"SELECT {key}, {string.Join(", ", names)} FROM {table} {(last is null ? "" : $"WHERE {key} > @key ")}ORDER BY {key} LIMIT {Rows}{held}";
            if (last is not null) Set(read, "@key", last);
            last = null;
            foreach (var row in await Next(read, cancel))
            {
                last = row[0];
                Set(write, "@key", last);
                for (var i = 0; i < columns.Length; i++)
                {
                    var kept = row[i + 1] as byte[];
                    var place = ((ISealedColumn)columns[i].GetValueConverter()!).Place;
                    Set(write, $"@p{i}", kept is { Length: > 0 } ? work.Secrets.Seal(work.Secrets.Open(kept, place), place) : kept);
                    if (kept is { Length: > 0 }) resealed++;
                }
                await write.ExecuteNonQueryAsync(cancel);
            }
        } while (last is not null);
        return resealed;
    }

    private static async Task<List<object[]>> Next(DbCommand command, CancellationToken cancel)
    {
        var rows = new List<object[]>();
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }
        return rows;
    }

    private static DbCommand Command(Work work)
    {
        var command = work.Context.Database.GetDbConnection().CreateCommand();
        command.Transaction = work.Context.Database.CurrentTransaction!.GetDbTransaction();
        return command;
    }

    private static void Set(DbCommand command, string name, object? value)
    {
        if (!command.Parameters.Contains(name))
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            command.Parameters.Add(parameter);
        }
        command.Parameters[name].Value = value ?? DBNull.Value;
    }
}
