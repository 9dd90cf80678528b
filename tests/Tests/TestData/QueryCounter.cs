using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Samenkracht.Tests.TestData;

/// <summary>Counts what goes to the database, for tests that a list does not ask once per row.</summary>
public sealed class QueryCounter : DbCommandInterceptor
{
    private readonly List<string> seen = [];

    public IReadOnlyList<string> Seen { get { lock (seen) return [.. seen]; } }

    /// <summary>The queries that <paramref name="act"/> sends.</summary>
    public async Task<IReadOnlyList<string>> During(Func<Task> act)
    {
        var before = Seen.Count;
        await act();
        return [.. Seen.Skip(before)];
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData,
        InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        lock (seen) seen.Add(command.CommandText);
        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        lock (seen) seen.Add(command.CommandText);
        return base.ReaderExecuting(command, eventData, result);
    }
}
