using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Circles;
using Samenkracht.Residents.Contract;

namespace Samenkracht.Residents.Closing;

/// <summary>Uit alle kringen: ends the memberships of a closed account and passes on what it carried.</summary>
internal sealed class LeavingCircles : IAccountClosing
{
    private sealed record Place(Household Household, Departure Departure, SupportPeriod? Period)
    {
        public bool IsShielded => Household.Safety == SafetyMark.Shielded;
    }

    public async Task<ClosingForecast> Foresee(Work work, AccountId account, CancellationToken cancel)
    {
        var places = await Places(work, account, cancel);
        var needing = places.FindAll(p => p.Departure.NeedsNewcomer && !p.IsShielded);
        // The safety compartment is not in these numbers, not even as a gap.
        var told = places.FindAll(p => !p.IsShielded);
        return new(
        [
            .. Line(told.Count, "Uit 1 kring gaat deze persoon weg.", "Uit {0} kringen gaat deze persoon weg."),
            .. Line(told.Count(p => p.Departure.ChangesCoordinator(p.Period)), "Bij 1 huishouden neemt de vervanger het over.", "Bij {0} huishoudens neemt de vervanger het over."),
            .. Line(told.Count(p => p.Departure.NeedsNewcomer), "Bij 1 huishouden is er daarna niemand genoeg: daar komt een collega bij.",
                "Bij {0} huishoudens is er daarna niemand genoeg: daar komt een collega bij."),
        ], needing.Count > 0, [.. needing.Where(p => p.Departure.Coordinator is not null).Select(p => p.Departure.Coordinator!.Account)]);
    }

    public async Task Close(Work work, AccountClosing closing, CancellationToken cancel)
    {
        var places = await Places(work, closing.Account, cancel);
        var laws = await LawsOf(work, places, cancel);
        var officer = await Officer(work, closing.Account, cancel);
        foreach (var place in places)
        {
            await Follow(work, place, laws, officer, closing, cancel);
            var because = closing.Because(work, ResidentEvents.Left);
            place.Departure.Leaver.Leave(because);
            place.Household.CircleChanged();
            await work.Note(because, place.Departure.Leaver.Id.Value, place.Household.Id, cancel: cancel);
        }
        await work.Flush(cancel);
    }

    // To ask the administrator for a successor would tell that there is a hidden household. Without another officer its support ends: it stays
    // open to whoever becomes one.
    private static async Task Follow(Work work, Place place, ILookup<CircleMemberId, Law> laws, AccountId? officer, AccountClosing closing, CancellationToken cancel)
    {
        if (place.Departure.NeedsNewcomer && place.IsShielded && officer is null)
        {
            if (place.Period is not { } period) return;
            var ended = closing.Because(work, ResidentEvents.SupportEnded);
            period.End(ended);
            await work.Note(ended, period.Id.Value, place.Household.Id, cancel: cancel);
            return;
        }
        var newcomer = !place.Departure.NeedsNewcomer ? null
            : await Join(work, place, laws, (place.IsShielded ? officer : closing.Successor) ?? throw new InvalidOperationException("A successor was needed."), closing, cancel);
        await PassOn(work, place, newcomer, closing, cancel);
    }

    private static async Task PassOn(Work work, Place place, CircleMember? newcomer, AccountClosing closing, CancellationToken cancel)
    {
        var (departure, period) = (place.Departure, place.Period);
        if (period is null || !departure.ChangesSupport(period)) return;
        var because = closing.Because(work, ResidentEvents.SupportHanded);
        var (coordinator, deputy) = (departure.Coordinator!, departure.Deputy ?? newcomer!);
        var took = departure.ChangesCoordinator(period) ? TakenPart.Coordinator : TakenPart.DeputyChanged;
        period.HandTo(coordinator.Id, deputy.Id);
        work.Add(CircleTakeover.Of(place.Household.Id, coordinator.Account, took, because));
        await work.Note(because, period.Id.Value, place.Household.Id, new { coordinator = coordinator.Id, deputy = deputy.Id }, cancel);
    }

    private static async Task<CircleMember> Join(Work work, Place place, ILookup<CircleMemberId, Law> laws, AccountId account, AccountClosing closing, CancellationToken cancel)
    {
        var because = closing.Because(work, ResidentEvents.Joined);
        var member = CircleMember.Join(place.Household.Id, account, CircleRole.Member, because);
        work.Add(member);
        foreach (var law in laws[place.Departure.Leaver.Id]) work.Add(new CircleLaw { Member = member.Id, Law = law });
        work.Add(CircleTakeover.Of(place.Household.Id, account, TakenPart.Member, because));
        await work.Note(because, member.Id.Value, place.Household.Id, new { account, laws = laws[place.Departure.Leaver.Id] }, cancel);
        // The period may name the newcomer, whose row must be there first.
        await work.Flush(cancel);
        return member;
    }

    private static async Task<List<Place>> Places(Work work, AccountId account, CancellationToken cancel)
    {
        var own = work.Query<CircleMember>().Where(m => m.Account == account && m.Until == null).Select(m => m.Household);
        var households = await work.Query<Household>().Where(h => own.Contains(h.Id)).ToListAsync(cancel);
        var members = (await work.Query<CircleMember>().Where(m => own.Contains(m.Household) && m.Until == null).ToListAsync(cancel)).ToLookup(m => m.Household);
        var periods = (await work.Query<SupportPeriod>().Where(s => own.Contains(s.Household) && s.EndedAt == null).ToListAsync(cancel)).ToDictionary(s => s.Household);
        return [.. households.Select(h => (Household: h, Period: periods.GetValueOrDefault(h.Id)))
            .Select(p => new Place(p.Household, Departure.Of(account, [.. members[p.Household.Id]], p.Period), p.Period))];
    }

    private static async Task<ILookup<CircleMemberId, Law>> LawsOf(Work work, List<Place> places, CancellationToken cancel)
    {
        var leaving = places.Select(p => p.Departure.Leaver.Id).ToArray();
        return (await work.Query<CircleLaw>().Where(l => leaving.Contains(l.Member)).ToListAsync(cancel)).ToLookup(l => l.Member, l => l.Law);
    }

    // What lies in the safety compartment goes to its guardian and not to whoever the administrator picks.
    private static async Task<AccountId?> Officer(Work work, AccountId leaver, CancellationToken cancel)
    {
        var organisation = (await work.AccountNames([leaver], cancel)).GetValueOrDefault(leaver)?.Organisation;
        var officer = await work.Accounts.Where(a => a.Role == Role.AttentionOfficer && a.Organisation == organisation && a.Id != leaver)
            .OrderBy(a => a.Name).FirstOrDefaultAsync(cancel);
        return officer?.Id;
    }

    private static IEnumerable<string> Line(int count, string one, string many) => count switch
    {
        0 => [],
        1 => [one],
        _ => [string.Format(null, many, count)],
    };
}
