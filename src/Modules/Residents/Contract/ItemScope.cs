using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Residents.Contract;

/// <summary>Item over iemand: about one person of the household, or about all of it.</summary>
public interface IAboutPerson : IItem
{
    /// <summary>Over wie; null is about the whole household.</summary>
    PersonId? About { get; }
}

/// <summary>Zicht op een item: the one rule for everything that is kept about a household, declared by each module as the scope of its items.</summary>
/// <remarks>
/// Whoever works in the circle sees the items of the laws that their membership covers, and reads those of another law that were shared; author-only ones are the author's; what lies in the safety
/// compartment, as what is about someone hidden does, is for the members who were named for it and for who wrote it. Residents, people beside them and volunteers see what is meant for the whole circle, and never
/// anything of the safety compartment: a login can be forced. What is about a person is for that person; about a child also for a parent whose authority was checked; about all of the household for who is grown and lives there. The attention officer sees the compartment of the own organisation.
/// </remarks>
public static class ItemScope
{
    /// <param name="all">Every item of the kind.</param>
    /// <param name="work">Who asks.</param>
    /// <param name="part">Which part of a resident's door the kind belongs to.</param>
    public static IQueryable<T> ForCircle<T>(IQueryable<T> all, Work work, Parts part) where T : class, IAboutPerson
    {
        if (work.Actor.IsSystem) return all;
        if (work.Actor.Account is not { } account) return all.Where(_ => false);
        if (work.Inside is { } here) return Within(all, work, here, account);
        if (work.Actor.Emergency is { } looked) return InEmergency(all, work, looked);
        return work.Actor.Role.IsProfessional() ? ForProfessional(all, work, account) : ForOthers(all, work, account, (int)part);
    }

    // What ForProfessional says, for who reads in one household and whose membership there was read already.
    private static IQueryable<T> Within<T>(IQueryable<T> all, Work work, Inside here, AccountId account) where T : class, IAboutPerson
    {
        var (household, laws, safety) = here;
        var hidden = Sight.Hidden(work);
        return all.Where(i => i.Household == household && (i.Audience != Audience.Author || i.Author == account)
            && (safety || i.Author == account || (i.Safety == SafetyMark.None && !hidden.Any(p => p.Id == i.About)))
            && (((i.Law == Law.Wmo ? 1 : i.Law == Law.Jeugdwet ? 2 : i.Law == Law.Participatiewet ? 4 : 8) | i.SharedWith) & laws) != 0);
    }

    private static IQueryable<T> ForProfessional<T>(IQueryable<T> all, Work work, AccountId account) where T : class, IAboutPerson
    {
        var (covered, hidden) = (Sight.Covered(work, account), Sight.Hidden(work));
        // What another law shares is there to read; a change is made under the item's own law.
        var reads = !work.Writes;
        var open = all.Where(i => i.Audience != Audience.Author || i.Author == account);
        if (!work.Actor.May(Permission.HandleSafety))
            return open.Where(i => covered.Any(c => c.Household == i.Household && (c.Law == i.Law || (reads && (i.SharedWith & c.Bit) != 0)) && ((i.Safety == SafetyMark.None && !hidden.Any(p => p.Id == i.About)) || c.SeesSafety || i.Author == account)));
        var (households, organisation) = (Sight.Visible(work), work.Actor.Organisation);
        return open.Where(i => covered.Any(c => c.Household == i.Household && (c.Law == i.Law || (reads && (i.SharedWith & c.Bit) != 0)) && ((i.Safety == SafetyMark.None && !hidden.Any(p => p.Id == i.About)) || c.SeesSafety || i.Author == account))
            || (i.Controller == organisation && (i.Safety == SafetyMark.Shielded || hidden.Any(p => p.Id == i.About) || households.Any(h => h.Id == i.Household && h.Safety == SafetyMark.Shielded))));
    }

    // Every law, because one does not know what one looks for; nothing of the safety compartment and nothing that its author keeps.
    private static IQueryable<T> InEmergency<T>(IQueryable<T> all, Work work, HouseholdId looked) where T : class, IAboutPerson
    {
        var taken = Sight.Emergencies(work, looked);
        return Safe(all, work).Where(i => i.Household == looked && i.Audience != Audience.Author && taken.Any());
    }

    // Volunteers by the laws of their membership; residents, and whom they ask to stand beside them, through the resident's own door.
    private static IQueryable<T> ForOthers<T>(IQueryable<T> all, Work work, AccountId account, int part) where T : class, IAboutPerson
    {
        var covered = Sight.Covered(work, account);
        // What another law shares is there to read; a change is made under the item's own law.
        var reads = !work.Writes;
        // A letter is to one person: who helps under its law reads it only when that person asked them to stand beside them.
        var byLaw = work.Actor.Role != Role.Resident && part != (int)Parts.Letters;
        var (doors, held, children) = (Sight.Doors(work, account), Sight.Held(work), Sight.Children(work));
        return Safe(all, work).Where(i =>
            (i.Audience == Audience.Circle || (i.Audience == Audience.Author && i.Author == account))
            && ((byLaw && covered.Any(c => c.Household == i.Household && (c.Law == i.Law || (reads && (i.SharedWith & c.Bit) != 0))))
                || doors.Any(d => d.Household == i.Household && (d.Parts & part) != 0
                    && (i.About == d.Person
                        || held.Any(a => a.Parent == d.Person && a.Child == i.About)
                        // About all of the household: under the Jeugdwet that is about each of its children.
                        || (i.About == null && (i.Law != Law.Jeugdwet ? !d.IsMinor && !d.LivesElsewhere : d.IsMinor
                            || (children.Any(c => c.Household == d.Household)
                                && !children.Any(c => c.Household == d.Household && !held.Any(a => a.Parent == d.Person && a.Child == c.Id)))))))));
    }

    private static IQueryable<T> Safe<T>(IQueryable<T> all, Work work) where T : class, IAboutPerson
    {
        var (compartment, hidden) = (Sight.Compartment(work), Sight.Hidden(work));
        return all.Where(i => i.Safety == SafetyMark.None && !hidden.Any(p => p.Id == i.About) && !compartment.Any(h => h.Id == i.Household && h.Safety == SafetyMark.Shielded));
    }
}
