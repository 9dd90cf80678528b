using Microsoft.EntityFrameworkCore;
using Samenkracht.Directory.Contract;
using Samenkracht.Geography.Contract;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Time;
using Samenkracht.Residents.Contract;
using Samenkracht.Support.Plans;

namespace Samenkracht.Support.Contract;

/// <summary>Bekend huishouden voor de scan: a number that means nothing elsewhere, a buurt, themes with their day, and communities. Nothing else about people.</summary>
/// <param name="Index">Counts from 0 in an order of chance.</param>
/// <param name="Buurt">Null when unknown; such a household is in no area.</param>
/// <param name="Questions">Every question, also those answered since.</param>
/// <param name="Communities">Met through a plan's action or as the channel of a signal; there is no membership register.</param>
public sealed record ScanHousehold(int Index, AreaCode? Buurt, IReadOnlyList<ScanQuestion> Questions, IReadOnlyList<CommunityId> Communities);

/// <summary>Een thema op een dag.</summary>
public sealed record ScanQuestion(Theme Theme, DateOnly AskedOn);

/// <summary>Bron van de scan: the known households, without anything that says who they are. Only for the system.</summary>
public static class ScanSource
{
    /// <exception cref="InvalidOperationException">Someone else than the system asks.</exception>
    public static async Task<IReadOnlyList<ScanHousehold>> Read(Work work, CancellationToken cancel = default)
    {
        if (!work.Actor.IsSystem) throw new InvalidOperationException("Only the system reads all households.");
        var households = await work.Households.Where(h => h.Safety == SafetyMark.None)
            // Random ids, so that their order says nothing of when a household became known.
            .OrderBy(h => h.Id).Select(h => new { h.Id, h.Buurt }).ToListAsync(cancel);
        var hidden = work.UncountablePeople;
        var questions = (await work.Questions.Where(q => q.Safety == SafetyMark.None && !hidden.Any(p => p == q.About)).OrderBy(q => q.AskedAt).ThenBy(q => q.Id)
            .Select(q => new { q.Household, q.Theme, q.AskedAt, q.ViaCommunity }).ToListAsync(cancel)).ToLookup(q => q.Household);
        var links = (await work.Query<PlanAction>().Where(a => a.Community != null && a.Safety == SafetyMark.None && !hidden.Any(p => p == a.About))
            .Select(a => new { a.Household, Community = a.Community!.Value }).Distinct().ToListAsync(cancel)).ToLookup(a => a.Household, a => a.Community);
        return
        [
            .. households.Index().Select(h => new ScanHousehold(h.Index, h.Item.Buurt,
                [.. questions[h.Item.Id].Select(q => new ScanQuestion(q.Theme, Amsterdam.Date(q.AskedAt)))],
                [.. links[h.Item.Id].Concat(questions[h.Item.Id].Select(q => q.ViaCommunity).OfType<CommunityId>()).Distinct().OrderBy(c => c.Value)])),
        ];
    }
}
