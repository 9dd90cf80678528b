using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Samenkracht.Kernel.Storage;

/// <summary>Several inserts in one command, which PostgreSQL takes in one round trip. Reads nothing back: who may add need not be able to see.</summary>
internal sealed class InsertCommand(DbConnection connection, DbTransaction transaction, IModel model, bool postgres) : IAsyncDisposable
{
    // SQLite finds each parameter by walking the list of all; PostgreSQL takes no more than 65,535 in a statement.
    private readonly int most = postgres ? 2_000 : 100;
    private readonly StringBuilder text = new();
    private DbCommand command = connection.CreateCommand();

    /// <summary>A statement in front.</summary>
    public void Say(FormattableString statement)
    {
        var names = statement.GetArguments().Select(Parameter).ToArray<object>();
        text.AppendFormat(null, statement.Format, names).Append(';');
    }

    public async Task Add<T>(IReadOnlyList<T> rows, CancellationToken cancel) where T : class
    {
        if (rows.Count == 0) return;
        var entity = model.FindEntityType(typeof(T))!;
        var columns = entity.GetProperties().Where(p => p.ValueGenerated == ValueGenerated.Never).ToArray();
        foreach (var chunk in rows.Chunk(Math.Max(1, most / columns.Length)))
        {
            if (command.Parameters.Count > 0 && command.Parameters.Count + (chunk.Length * columns.Length) > most) await Send(cancel);
            text.Append($"INSERT INTO {entity.GetTableName()} (").AppendJoin(", ", columns.Select(c => c.GetColumnName())).Append(") VALUES ");
            text.AppendJoin(", ", chunk.Select(row => $"({string.Join(", ", columns.Select(column => Parameter(column, row)))})")).Append(';');
        }
    }

    public async Task Send(CancellationToken cancel)
    {
        if (text.Length == 0) return;
        (command.CommandText, command.Transaction) = (text.ToString(), transaction);
        await command.ExecuteNonQueryAsync(cancel);
        await command.DisposeAsync();
        command = connection.CreateCommand();
        text.Clear();
    }

    public ValueTask DisposeAsync() => command.DisposeAsync();

    private string Parameter(object? value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ($"p{command.Parameters.Count}", value ?? DBNull.Value);
        command.Parameters.Add(parameter);
        return $"@{parameter.ParameterName}";
    }

    private string Parameter<T>(IProperty column, T row)
    {
        var parameter = column.GetRelationalTypeMapping().CreateParameter(command, $"p{command.Parameters.Count}", column.GetGetter().GetClrValue(row!), nullable: true);
        command.Parameters.Add(parameter);
        return $"@{parameter.ParameterName}";
    }
}
