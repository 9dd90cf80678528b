using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Residents.Contract;

/// <summary>Zicht op een item: the one rule for everything that is kept about a household, declared by each module as the scope of its items.</summary>
/// <remarks>
/// Whoever works in the circle sees the items of the laws that their membership covers, and reads those of another law that were shared; author-only ones are the author's; what lies in the safety
/// compartment is for the members who were named for it. Residents, people beside them and volunteers see what is meant for the whole circle, and never
/// anything of the safety compartment: a login can be forced. The attention officer sees the compartment of the own organisation.
/// </remarks>
public static class ItemScope
{
    public static IQueryable<T> ForCircle<T>(IQueryable<T> all, Work work) where T : class, IItem
    {
        if (work.Actor.IsSystem) return all;
        if (work.Actor.Account is not { } account) return all.Where(_ => false);
        if (work.Actor.Emergency is { } looked) return InEmergency(all, work, looked);
        if (work.Actor.Role == Role.Resident) return ForResident(all, work, account);
        return work.Actor.Role.IsProfessional() ? ForProfessional(all, work, account) : ForVolunteer(all, work, account);
    }

    private static IQueryable<T> ForProfessional<T>(IQueryable<T> all, Work work, AccountId account) where T : class, IItem
    {
        var covered = Sight.Covered(work, account);
        // What another law shares is there to read; a change is made under the item's own law.
        var reads = !work.Writes;
        var compartment = Sight.Compartment(work);
        var organisation = work.Actor.Organisation;
        var guards = work.Actor.May(Permission.HandleSafety);
        return all.Where(i =>
            (i.Audience != Audience.Author || i.Author == account)
            && (covered.Any(c => c.Household == i.Household && (c.Law == i.Law || (reads && (i.SharedWith & c.Bit) != 0)) && (i.Safety == SafetyMark.None || c.SeesSafety))
                || (guards && i.Controller == organisation
                    && (i.Safety == SafetyMark.Shielded || compartment.Any(h => h.Id == i.Household && h.Safety == SafetyMark.Shielded)))));
    }

    // Every law, because one does not know what one looks for; nothing of the safety compartment and nothing that its author keeps.
    private static IQueryable<T> InEmergency<T>(IQueryable<T> all, Work work, HouseholdId looked) where T : class, IItem
    {
        var taken = Sight.Emergencies(work, looked);
        return Safe(all, work).Where(i => i.Household == looked && i.Audience != Audience.Author && taken.Any());
    }

    private static IQueryable<T> ForVolunteer<T>(IQueryable<T> all, Work work, AccountId account) where T : class, IItem
    {
        var covered = Sight.Covered(work, account);
        // What another law shares is there to read; a change is made under the item's own law.
        var reads = !work.Writes;
        return Safe(all, work).Where(i =>
            (i.Audience == Audience.Circle || (i.Audience == Audience.Author && i.Author == account))
            && covered.Any(c => c.Household == i.Household && (c.Law == i.Law || (reads && (i.SharedWith & c.Bit) != 0))));
    }

    private static IQueryable<T> ForResident<T>(IQueryable<T> all, Work work, AccountId account) where T : class, IItem
    {
        var own = Sight.Own(work, account);
        return Safe(all, work).Where(i =>
            (i.Audience == Audience.Circle || (i.Audience == Audience.Author && i.Author == account))
            && own.Any(p => p.Household == i.Household));
    }

    private static IQueryable<T> Safe<T>(IQueryable<T> all, Work work) where T : class, IItem
    {
        var compartment = Sight.Compartment(work);
        return all.Where(i => i.Safety == SafetyMark.None && !compartment.Any(h => h.Id == i.Household && h.Safety == SafetyMark.Shielded));
    }
}
