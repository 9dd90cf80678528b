using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Journal;
using Samenkracht.Kernel.Logs;
using Samenkracht.Kernel.Reading;

namespace Samenkracht.Tests.TestData;

/// <summary>What an act left behind.</summary>
public static class Traces
{
    /// <summary>The journal lines of one kind, oldest first.</summary>
    public static async Task<IReadOnlyList<JournalLine>> Journal(this WebApp app, string kind)
    {
        await using var work = await app.Read(Actor.System);
        return await work.Context.Set<JournalLine>().AsNoTracking().Where(l => l.Kind == kind).OrderBy(l => l.Seq).ToListAsync();
    }

    /// <summary>Who looked at a household, newest first.</summary>
    public static Task<IReadOnlyList<ReadLine>> Looks(this WebApp app, HouseholdId household) =>
        app.Services.GetRequiredService<ReadLog>().Of(Actor.System, household, 0, 100);

    /// <summary>Every line of the log of looks, oldest first, also of who was refused and of signals.</summary>
    public static Task<IReadOnlyList<ReadLine>> Looks(this TestDatabase database) => AllLooks(database.Services);

    public static Task<IReadOnlyList<ReadLine>> Looks(this WebApp app) => AllLooks(app.Services);

    private static async Task<IReadOnlyList<ReadLine>> AllLooks(IServiceProvider services)
    {
        await using var work = await services.GetRequiredService<LogDatabase>().Begin(writes: false, default);
        return await work.Context.Set<ReadLine>().AsNoTracking().OrderBy(l => l.Seq).ToListAsync();
    }

    /// <summary>How many queries a request sends. The sealer works on its own time and does not count.</summary>
    public static async Task<int> QueriesOf(this WebApp app, Func<Task> request) =>
        (await app.Queries.During(request)).Count(sql => !sql.Contains("journal_seal", StringComparison.Ordinal));
}
