using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Samenkracht.Tests.TestData;

/// <summary>Counts what goes to the database, for tests that a list does not ask once per row.</summary>
public sealed class QueryCounter : DbCommandInterceptor
{
    private readonly AsyncLocal<ConcurrentQueue<string>?> during = new();

    /// <summary>The queries that <paramref name="act"/> sends, and no job of the site that happens to run at the same time.</summary>
    public async Task<IReadOnlyList<string>> During(Func<Task> act)
    {
        ConcurrentQueue<string> sent = new();
        during.Value = sent;
        await act();
        return [.. sent];
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData,
        InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        during.Value?.Enqueue(command.CommandText);
        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        during.Value?.Enqueue(command.CommandText);
        return base.ReaderExecuting(command, eventData, result);
    }
}
