using Samenkracht.Kernel;
using Samenkracht.Residents.Circles;
using Samenkracht.Residents.Contract;

namespace Samenkracht.Residents.Closing;

/// <summary>Vertrek uit een kring: what follows from the rules when someone's account closes. The deputy takes over from the coordinator; a place that falls open is
/// for the professional who is longest in the circle, and only where there is none for a colleague from outside.</summary>
/// <param name="Coordinator">Who is the contact person from now on; null while there is no support.</param>
/// <param name="Deputy">Who deputises from now on; null when the newcomer does, or while there is no support.</param>
internal sealed record Departure(CircleMember Leaver, CircleMember? Coordinator, CircleMember? Deputy, bool NeedsNewcomer)
{
    public static Departure Of(AccountId leaver, IReadOnlyCollection<CircleMember> current, SupportPeriod? period)
    {
        var leaving = current.First(m => m.Account == leaver);
        var others = current.Where(m => m != leaving && m.Role == CircleRole.Member).OrderBy(m => m.Since).ToList();
        if (period is null) return new(leaving, null, null, leaving.Role == CircleRole.Member && others.Count == 0);
        var coordinator = others.First(m => m.Id == (period.Coordinator == leaving.Id ? period.Deputy : period.Coordinator));
        var deputy = others.Find(m => m.Id == period.Deputy && m != coordinator) ?? others.Find(m => m != coordinator);
        return new(leaving, coordinator, deputy, deputy is null);
    }

    public bool ChangesCoordinator(SupportPeriod? period) => period?.Coordinator == Leaver.Id;

    public bool ChangesSupport(SupportPeriod? period) => period is not null && (period.Coordinator == Leaver.Id || period.Deputy == Leaver.Id);
}
