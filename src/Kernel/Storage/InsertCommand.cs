using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Samenkracht.Kernel.Storage;

/// <summary>Several inserts in one command, which PostgreSQL takes in one round trip. Reads nothing back: who may add need not be able to see.</summary>
internal sealed class InsertCommand(DbConnection connection, DbTransaction transaction, IModel model, bool postgres) : IAsyncDisposable
{
    private static readonly ConditionalWeakTable<IEntityType, Insert> Inserts = [];

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
        var (insert, columns) = Inserts.GetValue(model.FindEntityType(typeof(T))!, Insert.Into);
        foreach (var chunk in rows.Chunk(Math.Max(1, most / columns.Length)))
        {
            if (command.Parameters.Count > 0 && command.Parameters.Count + (chunk.Length * columns.Length) > most) await Send(cancel);
            text.Append(insert);
            for (var r = 0; r < chunk.Length; r++)
            {
                text.Append(r == 0 ? "(" : ", (");
                for (var c = 0; c < columns.Length; c++) text.Append(c == 0 ? "" : ", ").Append(Parameter(columns[c], chunk[r]));
                text.Append(')');
            }
            text.Append(';');
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
        (parameter.ParameterName, parameter.Value) = (NextName, value ?? DBNull.Value);
        command.Parameters.Add(parameter);
        return parameter.ParameterName;
    }

    private string Parameter<T>(Column column, T row)
    {
        var parameter = column.Type.CreateParameter(command, NextName, column.Value.GetClrValue(row!), nullable: true);
        command.Parameters.Add(parameter);
        return parameter.ParameterName;
    }

    // With its mark: to SQLite a name without could be any of three.
    private string NextName => $"@p{command.Parameters.Count}";

    private sealed record Column(RelationalTypeMapping Type, IClrPropertyGetter Value);

    private sealed record Insert(string Text, Column[] Columns)
    {
        public static Insert Into(IEntityType entity)
        {
            var kept = entity.GetProperties().Where(p => p.ValueGenerated == ValueGenerated.Never).ToArray();
            return new($"INSERT INTO {entity.GetTableName()} ({string.Join(", ", kept.Select(p => p.GetColumnName()))}) VALUES ", [.. kept.Select(p => new Column(p.GetRelationalTypeMapping(), p.GetGetter()))]);
        }
    }
}
