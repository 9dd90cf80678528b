using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Requests;

namespace Samenkracht.Residents.Contract;

/// <summary>Dossier openen: the only way for a page to show a household's contents.</summary>
public static class HouseholdFile
{
    private const string Marks = "of the household that opens: that there is a restriction, not who asked it";

    private sealed record Found(HouseholdCard Card, int Laws, bool Named, bool IsRestricted, bool IsRestrictedByHidden);

    private static readonly CompiledQuery<HouseholdId, Found> Opened = new((work, id) =>
    {
        var (laws, named) = (Sight.LawBits(work).Where(c => c.Household == id), Sight.Named(work).Where(m => m.Household == id));
        var opened = Sight.Opened(Sight.Compartment(work), work, id).Where(h => h.Id == id);
        var restrictions = work.Unscoped<Restriction>(Marks).Where(r => r.Household == id && (r.EndsAt == null || r.EndsAt > work.Now));
        var hidden = Restriction.OfHidden(restrictions, work);
        return HouseholdQueries.Cards(work, opened).Select(h => new Found(h, laws.Sum(c => c.Bit), named.Any(), restrictions.Any(r => !hidden.Contains(r.Id)), hidden.Any())).Take(1);
    });

    /// <summary>The household, with the look logged while the page is put together: the work does not end, so nothing of it is shown, before the line is kept. Null when the actor may not open it: the page answers 404.</summary>
    /// <param name="what">Which page or export, in Dutch; the resident reads it.</param>
    public static Task<HouseholdCard?> Open(Work work, ReadLog reads, HouseholdId id, string what, CancellationToken cancel = default) => Open(work, reads, id, what, SafetyMark.None, cancel);

    /// <inheritdoc cref="Open(Work, ReadLog, HouseholdId, string, CancellationToken)"/>
    /// <param name="shown">Of the one thing that the page shows.</param>
    public static async Task<HouseholdCard?> Open(Work work, ReadLog reads, HouseholdId id, string what, SafetyMark shown, CancellationToken cancel = default)
    {
        var inside = Sight.IsByCircleAlone(work.Actor) && !work.Writes;
        if (inside) await work.LookInto(id, cancel);
        var found = await Opened.One(work, id, cancel);
        var actor = work.Actor;
        if (found is not null) work.Meanwhile(() => reads.Looked(actor, [id], new Looking(what, PurposeOf(actor, shown == SafetyMark.Shielded ? shown : found.Card.Safety), Laws: found.Laws == 0 ? null : found.Laws), cancel));
        else work.Meanwhile(() => reads.Refused(actor, id, new Looking(what, actor.Emergency is null ? Purpose.Support : Purpose.Emergency), cancel));
        if (found is null) return null;
        if (inside) work.Enter(new Inside(id, found.Laws, found.Named));
        var safety = Sight.SeesSafety(work.Actor, found.Named);
        return found.Card with { Standing = new(Sight.WorksForAll(work.Actor) ? Enum.GetValues<Law>() : Laws.Of(found.Laws), safety, IsMarked(actor, found, safety)) };
    }

    // For who works there. At home it is known to who asked, and to nobody else.
    private static bool IsMarked(Actor actor, Found found, bool safety) => actor.Role.IsProfessional() && (found.IsRestricted || (safety && found.IsRestrictedByHidden));

    /// <summary>Names in a list, a search or an export: each of them was seen, which is another event than opening the file.</summary>
    /// <param name="how">Such as <see cref="Looking.Found"/>.</param>
    public static async Task Show(Work work, ReadLog reads, IEnumerable<HouseholdCard> cards, Func<Purpose, Looking> how, CancellationToken cancel = default)
    {
        foreach (var same in cards.GroupBy(card => PurposeOf(work.Actor, card)))
            await reads.Looked(work.Actor, [.. same.Select(card => card.Id).Distinct()], how(same.Key), cancel);
    }

    /// <summary>What for: for safety when the household lies in the safety compartment, and whatever the attention officer does.</summary>
    public static Purpose PurposeOf(Actor actor, HouseholdCard card) => PurposeOf(actor, card.Safety);

    public static Purpose PurposeOf(Actor actor, SafetyMark safety) =>
        actor.Emergency is not null ? Purpose.Emergency
        : safety == SafetyMark.Shielded || actor.Role == Role.AttentionOfficer ? Purpose.Safety : Purpose.Support;
}
