using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Journal;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;

namespace Samenkracht.Support.Show;

/// <summary>Tijdlijn van een huishouden: the journal without the lines of what the actor may not see.</summary>
internal static class HouseholdTimeline
{
    private const string IdsOnly = "only the ids of lines to leave out";

    // Of this household alone: without that the database weighs every item it has (docs/adr/0087).
    private static readonly CompiledQuery<HouseholdId, Guid> HiddenItems = new((work, household) =>
    {
        var seen = work.Query<AnyItem>().Where(i => i.Household == household).Select(i => i.Id);
        return work.Unscoped<AnyItem>(IdsOnly).Where(i => i.Household == household && !seen.Contains(i.Id)).Select(i => i.Id);
    });

    /// <param name="self">For who does not read of the whole household: of what they see, of themselves and what they did alone.</param>
    public static async Task<IReadOnlyList<TimelineEntry>> Read(Work work, HouseholdId household, Standing standing, WholeCircle circle, PersonId? self, int skip, int take, CancellationToken cancel)
    {
        var only = self is null ? null : (IReadOnlyCollection<Guid>)[self.Value.Value, .. await work.Query<AnyItem>().Where(i => i.Household == household).Select(i => i.Id).ToListAsync(cancel)];
        return await work.Timeline(household, standing.Laws, await Hidden(work, household, standing.SeesSafety, circle, cancel), standing.SeesSafety, skip, take, only, work.Actor.Account, cancel);
    }

    /// <summary>For a copy that someone takes home: less than its maker may see, without a line about what is hidden or what one keeps for oneself.</summary>
    public static async Task<IReadOnlyList<TimelineEntry>> ReadForCopy(Work work, HouseholdId household, AccountId? whom, IReadOnlyCollection<Guid>? only, int take, CancellationToken cancel)
    {
        var hidden = await work.Beyond(IdsOnly, async () => (IReadOnlyCollection<Guid>)
        [
            .. await Unseen(work, household, safety: false, null, cancel),
            .. await work.Unscoped<AnyItem>(IdsOnly).Where(i => i.Household == household && (i.Safety == SafetyMark.Shielded || (i.Audience == Audience.Author && i.Author != whom)))
                .Select(i => i.Id).ToListAsync(cancel),
        ]);
        return await work.Timeline(household, await work.LawsIn(household, cancel), hidden, safety: false, 0, take, only, whom, cancel);
    }

    private static Task<IReadOnlyCollection<Guid>> Hidden(Work work, HouseholdId household, bool safety, WholeCircle circle, CancellationToken cancel) =>
        work.Beyond(IdsOnly, async () => await Unseen(work, household, safety, circle, cancel));

    private static async Task<IReadOnlyCollection<Guid>> Unseen(Work work, HouseholdId household, bool safety, WholeCircle? circle, CancellationToken cancel) =>
        [.. await HiddenItems.List(work, household, cancel), .. safety ? [] : await work.InCompartment(household, circle, cancel)];
}
