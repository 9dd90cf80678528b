using Microsoft.Extensions.DependencyInjection;
using Samenkracht.Access.Contract;
using Samenkracht.Demo.City;
using Samenkracht.Demo.Life;
using Samenkracht.Demo.People;
using Samenkracht.Directory.Contract;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Signals.Raise;

namespace Samenkracht.Demo;

/// <summary>Fills the demo: Waterveen with its people, and eighteen months of work until today. The same seed gives the same town.</summary>
public static class Municipality
{
    private const int Seed = 9999;
    private const int HouseholdsPerWork = 40;

    /// <summary>Lives through it all in a number of works; the caller marks the installation as filled afterwards.</summary>
    public static async Task Fill(IServiceProvider services, CancellationToken cancel = default)
    {
        var storage = services.GetRequiredService<Storage>();
        var (staff, communities) = await Begin(storage, services.GetRequiredService<AccountRegistry>(), cancel);
        var signalling = new Signalling(services.GetRequiredService<RaiseSignal>(), staff);
        var random = new Random(Seed);
        foreach (var some in Population.Draw(Seed, Causes.Both).OrderByDescending(h => h.DaysAgo).Chunk(HouseholdsPerWork))
        {
            await using var work = await storage.Begin(Actor.System, cancel);
            var one = new Case(work, staff, communities, signalling, work.Now, random);
            foreach (var known in some)
            {
                await one.Live(known, cancel);
                await work.Flush(cancel);
                // Every save looks at all that is tracked: one household at a time keeps that short.
                work.Context.ChangeTracker.Clear();
            }
            await work.Commit(cancel);
        }
        await End(storage, staff, communities, signalling, cancel);
    }

    private static async Task<(Staff, IReadOnlyList<CommunityId>)> Begin(Storage storage, AccountRegistry registry, CancellationToken cancel)
    {
        await using var work = await storage.Begin(Actor.System, cancel);
        work.Live(Actor.System, work.Now.AddDays(-Population.Days - 30));
        await CityAreas.Import(work, cancel);
        var staff = await Staff.Hire(work, registry, cancel);
        var communities = await Town.Settle(work, cancel);
        await work.Commit(cancel);
        return (staff, communities);
    }

    private static async Task End(Storage storage, Staff staff, IReadOnlyList<CommunityId> communities, Signalling signalling, CancellationToken cancel)
    {
        await using var work = await storage.Begin(Actor.System, cancel);
        var now = work.Now;
        var waiting = new Waiting(work, staff, communities, signalling, now);
        var family = await waiting.Family(cancel);
        await waiting.Hidden(cancel);
        await waiting.Officer(cancel);
        await waiting.Emergency(family, cancel);
        await waiting.Requests(family, cancel);
        var writing = new Writing(work, staff, now);
        await writing.Live(family, cancel);
        await writing.Talk(family, cancel);
        await new Together(work, staff, communities, signalling, now).Live(family, cancel);
        await waiting.Signals(cancel);
        await work.Commit(cancel);
    }
}
