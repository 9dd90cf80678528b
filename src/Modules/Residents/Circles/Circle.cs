using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;

namespace Samenkracht.Residents.Circles;

/// <summary>Kring: who works with one household now. Its rules are here; that there is one contact person and one deputy, the database holds as well.</summary>
/// <param name="current">As far as the actor may know of them: a rule would tell of an attention officer as well.</param>
/// <param name="hidden">Attention officers of whom the actor may not know.</param>
internal sealed class Circle(Household household, IReadOnlyList<CircleMember> current, IReadOnlyList<CircleMember> hidden, ILookup<CircleMemberId, Law> laws, SupportPeriod? period)
{
    public const string NotLeading = "Dit doet de organisatie van de vaste contactpersoon. Bel die.";

    public SupportPeriod? Period { get; } = period;

    /// <summary>The circle of a household that the actor may open; null for any other.</summary>
    public static async Task<Circle?> Load(Work work, HouseholdId id, CancellationToken cancel)
    {
        if (await work.Query<Household>().FirstOrDefaultAsync(h => h.Id == id, cancel) is not { } household) return null;
        var known = (await work.Circle(id, cancel: cancel)).Select(m => m.Id).ToHashSet();
        var all = await work.Query<CircleMember>().Where(m => m.Household == id && m.Until == null).ToListAsync(cancel);
        var current = all.FindAll(m => known.Contains(m.Id));
        var ids = current.Select(m => m.Id).ToArray();
        var laws = (await work.Query<CircleLaw>().Where(l => ids.Contains(l.Member)).ToListAsync(cancel)).ToLookup(l => l.Member, l => l.Law);
        return new Circle(household, current, [.. all.Except(current)], laws, await work.Query<SupportPeriod>().FirstOrDefaultAsync(s => s.Household == id && s.EndedAt == null, cancel));
    }

    public Household Household => household;

    /// <summary>In the circle already, as this actor may not know: adding them looks as if it worked.</summary>
    public bool Hides(AccountId account) => hidden.Any(m => m.Account == account);

    /// <summary>Why someone cannot join; null when they can.</summary>
    public string? Refuses(AccountCard who, IReadOnlyCollection<Law> wanted, Actor by, bool leads) => who switch
    {
        // product.md, "Laws stay apart": police and supervision never join.
        _ when !who.Role.MayJoinCircle() => $"Iemand met de rol {who.Role.Label().ToLowerInvariant()} kan niet in een kring.",
        _ when who.OrganisationKind?.MayJoinCircle() == false => $"Iemand van {who.OrganisationName} ({who.OrganisationKind.Value.Label().ToLowerInvariant()}) kan niet in een kring.",
        _ when current.Any(m => m.Account == who.Id) => $"{who.Name} zit al in de kring.",
        _ when wanted.Count == 0 => "Kies minstens één wet.",
        _ when wanted.Except(MayGive(by, leads)).Any() => $"U kunt iemand alleen toelaten voor: {string.Join(", ", MayGive(by, leads).Select(l => l.Label()))}.",
        _ => null,
    };

    /// <summary>The laws for which someone can let another in: their own, and, for who leads, those for which nobody works here yet. Otherwise a membership for one law would open all.</summary>
    public IEnumerable<Law> MayGive(Actor by, bool leads)
    {
        if (by.May(Permission.HandleSafety)) return Enum.GetValues<Law>();
        if (!leads) return Enum.GetValues<Law>().Where(law => current.Any(m => m.Account == by.Account && laws[m.Id].Contains(law)));
        var taken = current.Where(m => m.Account != by.Account).SelectMany(m => laws[m.Id]).ToHashSet();
        var own = current.Where(m => m.Account == by.Account).SelectMany(m => laws[m.Id]);
        return Enum.GetValues<Law>().Except(taken.Except(own));
    }

    public static CircleRole RoleOf(Role role) => role switch
    {
        Role.Supporter => CircleRole.Supporter,
        Role.Volunteer => CircleRole.Volunteer,
        _ => CircleRole.Member,
    };

    /// <summary>Ends a membership. Returns why it cannot end; null when it did.</summary>
    public string? Leave(CircleMemberId id, bool leads, Because because)
    {
        if (current.FirstOrDefault(m => m.Id == id) is not { } member) return "Deze persoon is al uit de kring.";
        if (!leads && member.Account != because.Actor.Account) return NotLeading;
        if (Period is not null && (id == Period.Coordinator || id == Period.Deputy))
            return "Wijs eerst een andere vaste contactpersoon of vervanger aan.";
        if (Stays(member) && current.Count(Stays) == 1)
            return "Dit is de laatste professional in de kring. Voeg eerst iemand anders toe.";
        member.Leave(because);
        household.CircleChanged();
        return null;
    }

    /// <summary>Why these two cannot be contact person and deputy; null when they can.</summary>
    public string? Refuses(CircleMemberId coordinator, CircleMemberId deputy) =>
        coordinator == deputy ? "De vaste contactpersoon en de vervanger zijn twee verschillende mensen."
        : !Works(coordinator) || !Works(deputy) ? "Kies twee professionals die nu in de kring zitten."
        : current.Any(m => (m.Id == coordinator || m.Id == deputy) && m.EndsAt is not null) ? "Kies twee professionals die blijven: van één van deze twee staat het einde al vast."
        : null;

    /// <summary>Names someone for the safety compartment, or no longer. Returns why not; null when it did.</summary>
    public string? Name(CircleMemberId id, bool sees)
    {
        if (!Works(id)) return "Kies een professional die nu in de kring zit.";
        current.First(m => m.Id == id).SeeSafety(sees);
        household.CircleChanged();
        return null;
    }

    public SupportPeriod Start(CircleMemberId coordinator, CircleMemberId deputy, Because because)
    {
        if (Period is not null || Refuses(coordinator, deputy) is not null) throw new InvalidOperationException("Support cannot start.");
        household.CircleChanged();
        return SupportPeriod.Start(household.Id, coordinator, deputy, because);
    }

    public void Hand(CircleMemberId coordinator, CircleMemberId deputy, Because because)
    {
        if (Period is null || Refuses(coordinator, deputy) is not null) throw new InvalidOperationException("Support cannot be handed over.");
        household.CircleChanged();
        Period.HandTo(coordinator, deputy);
    }

    public void End(Because because)
    {
        household.CircleChanged();
        Period?.End(because);
    }

    private static bool Stays(CircleMember member) => member is { Role: CircleRole.Member, EndsAt: null };

    private bool Works(CircleMemberId id) => current.Any(m => m.Id == id && m.Role == CircleRole.Member);
}
