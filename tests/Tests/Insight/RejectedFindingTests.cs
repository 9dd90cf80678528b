using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samenkracht.Insight;
using Samenkracht.Insight.Contract;
using Samenkracht.Insight.Findings;
using Samenkracht.Insight.Scanning;
using Samenkracht.Support.Contract;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Insight;

/// <summary>From one scan to the next: what people rejected stays away until it has grown.</summary>
public class RejectedFindingTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task What_was_rejected_returns_only_when_its_count_has_grown_by_a_quarter(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await KnownTown.Build(database.Storage);
        await town.DebtsAroundClub();
        await Again();
        var rejected = await AroundClub();
        await using (var work = await database.Begin(town.Sanne))
        {
            var because = work.Because(InsightEvents.FindingJudged);
            work.Add(Verdict.Give(because, rejected.Id, confirmed: false, "Dit kwam door één actie."));
            await work.Note(because, rejected.Id.Value);
            await work.Commit(Cancel);
        }

        // 14, and a quarter more is 17.5.
        await town.Households(KnownTown.Haverveld, 3, asking: 3, Theme.Money, town.Club);
        await Again();
        Assert.Equal((17, rejected.Id, null), await AroundClub() is var same ? (same.Cases, same.Origin, same.Returns) : default);
        Assert.Empty(await Open());

        await town.Households(KnownTown.Haverveld, 1, asking: 1, Theme.Money, town.Club);
        await Again();
        Assert.Equal((18, rejected.Id), await AroundClub() is var grown ? (grown.Cases, grown.Returns) : default);
        Assert.Equal([grown.Id], await Open());

        async Task Again()
        {
            database.Clock.Advance(TimeSpan.FromMinutes(1));
            await town.Queue();
            await database.Services.GetRequiredService<ScanRunner>().RunQueued(Cancel);
        }

        async Task<Finding> AroundClub()
        {
            await using var work = await database.Read(town.Sanne);
            return await work.Query<Finding>().Where(f => f.Family == FindingFamily.Community).OrderByDescending(f => f.FoundAt).FirstAsync(Cancel);
        }

        async Task<IEnumerable<FindingId>> Open()
        {
            await using var work = await database.Read(town.Sanne);
            return (await FindingList.Unjudged(work, 10, Cancel)).Where(f => f.Finding.Family == FindingFamily.Community).Select(f => f.Finding.Id).ToList();
        }
    }
}
