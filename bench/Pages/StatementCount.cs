using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Samenkracht.Bench.Pages;

/// <summary>How many statements the application sent, and how long the database took until their first row.</summary>
sealed class StatementCount : DbCommandInterceptor
{
    public int Count { get; private set; }

    public TimeSpan Waited { get; private set; }

    /// <summary>When set, where each statement is written with its time.</summary>
    public TextWriter? Trace { get; set; }

    public void Reset() => (Count, Waited) = (0, default);

    public override ValueTask<DbDataReader> ReaderExecutedAsync(DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        Add(command, eventData);
        return base.ReaderExecutedAsync(command, eventData, result, cancellationToken);
    }

    public override ValueTask<int> NonQueryExecutedAsync(DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        Add(command, eventData);
        return base.NonQueryExecutedAsync(command, eventData, result, cancellationToken);
    }

    void Add(DbCommand command, CommandExecutedEventData executed)
    {
        (Count, Waited) = (Count + 1, Waited + executed.Duration);
        Trace?.WriteLine($"-- {executed.Duration.TotalMilliseconds:0.00} ms\n{command.CommandText}\n");
    }
}
