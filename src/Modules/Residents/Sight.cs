using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Time;
using Samenkracht.Residents.Authority;
using Samenkracht.Residents.Circles;
using Samenkracht.Residents.Contract;
using Samenkracht.Residents.Emergency;
using Samenkracht.Residents.People;
using Samenkracht.Residents.Safety;

namespace Samenkracht.Residents;

/// <summary>Zicht op een huishouden: whose household an actor may open. What hangs on a household is narrowed to the same households.</summary>
/// <remarks>
/// A current membership of the circle opens a household. One in the safety compartment opens only for the members that were named for it, and for the attention
/// officer who guards it (<see cref="Guard"/>); the same goes for people and items in the compartment of any other household.
/// </remarks>
internal static class Sight
{
    private const string Why = "The scope of households and items is made of memberships themselves.";

    /// <summary>A current membership that opens the household, one of the laws that it covers, and whether it was named for the safety compartment.</summary>
    internal sealed class Coverage
    {
        public HouseholdId Household { get; init; }
        public Law Law { get; init; }
        /// <summary>The law as a bit of what is shared.</summary>
        public int Bit { get; init; }
        public bool SeesSafety { get; init; }
    }

    /// <summary>A door to a household: one's own as a resident, or that of who asked one to stand beside them, for these parts.</summary>
    internal sealed class Door
    {
        public PersonId Person { get; init; }
        public HouseholdId Household { get; init; }
        public int Parts { get; init; }
        /// <summary>Under 18: what is about the whole household is not theirs to read, what is about its children is.</summary>
        public bool IsMinor { get; init; }
        /// <summary>A parent who does not live there: what is about the whole household is not theirs either.</summary>
        public bool LivesElsewhere { get; init; }
    }

    public static IQueryable<Household> Households(IQueryable<Household> all, Work work)
    {
        if (work.Inside is { Household: var here }) return all.Where(h => h.Id == here);
        return Opened(all, work, null);
    }

    /// <param name="only">When the question is about one household: as part of the memberships that are looked up, so that the database does not list all of them first.</param>
    public static IQueryable<Household> Opened(IQueryable<Household> all, Work work, HouseholdId? only)
    {
        if (work.Actor.IsSystem) return all;
        if (work.Actor.Account is not { } account) return all.Where(_ => false);
        if (work.Actor.Emergency is { } looked)
        {
            var taken = Emergencies(work, looked);
            return all.Where(h => h.Id == looked && h.Safety == SafetyMark.None && taken.Any());
        }
        var circle = Memberships(work, account);
        if (only is { } one) circle = circle.Where(m => m.Household == one);
        if (work.Actor.Role == Role.Resident)
        {
            var own = Own(work, account);
            return all.Where(h => h.Safety == SafetyMark.None && own.Any(p => p.Household == h.Id));
        }
        if (!work.Actor.Role.IsProfessional())
        {
            // Who was asked beside someone for letters alone reads those, and not who lives here or what was agreed (docs/adr/0106).
            var doors = Doors(work, account);
            return all.Where(h => h.Safety == SafetyMark.None
                && (circle.Any(m => m.Household == h.Id && m.Beside == null) || doors.Any(d => d.Household == h.Id && (d.Parts & (int)Parts.Plan) != 0)));
        }
        // As ids to look up: with a word about the household itself, the database would walk through all of them.
        var shielded = Compartment(work).Where(h => h.Safety == SafetyMark.Shielded);
        var opened = circle.Where(m => m.SeesSafety || !shielded.Any(h => h.Id == m.Household)).Select(m => m.Household);
        if (!work.Actor.May(Permission.HandleSafety)) return all.Where(h => opened.Contains(h.Id));
        var guarded = Guard.Households(work);
        return all.Where(h => opened.Contains(h.Id)
            || ((h.Safety == SafetyMark.Shielded || h.HasSafetyItems) && guarded.Any(g => g.Id == h.Id)));
    }

    /// <summary>The rows of those households.</summary>
    public static IQueryable<Household> Visible(Work work) => Households(Compartment(work), work);

    public static IQueryable<Household> Compartment(Work work) => work.Unscoped<Household>(Why);

    /// <summary>The people of those households; who lies in the safety compartment is there for whoever was named for it.</summary>
    public static IQueryable<Person> People(IQueryable<Person> all, Work work)
    {
        if (work.Inside is { } here) return all.Where(p => p.Household == here.Household && (here.SeesSafety || p.Safety == SafetyMark.None));
        if (IsByCircleAlone(work.Actor))
        {
            // In one membership, and not by way of the households: PostgreSQL plans the policies of each table that a question names.
            var shielded = Compartment(work).Where(h => h.Safety == SafetyMark.Shielded);
            var circle = Memberships(work, work.Actor.Account);
            return all.Where(p => circle.Any(m => m.Household == p.Household && (m.SeesSafety || (p.Safety == SafetyMark.None && !shielded.Any(h => h.Id == p.Household)))));
        }
        var households = Visible(work);
        if (work.Actor is { Role: Role.Supporter, Account: { } beside })
        {
            // Beside whom one stands, and for whose children that person decides: to whom a letter is.
            var (doors, held) = (Doors(work, beside), Held(work));
            return all.Where(p => p.Safety == SafetyMark.None && (households.Any(h => h.Id == p.Household)
                || doors.Any(d => d.Person == p.Id || held.Any(a => a.Parent == d.Person && a.Child == p.Id))));
        }
        var seen = all.Where(p => households.Any(h => h.Id == p.Household));
        if (IsOfficer(work.Actor)) return seen;
        var named = Named(work);
        return seen.Where(p => p.Safety == SafetyMark.None || named.Any(m => m.Household == p.Household));
    }

    /// <summary>The circles of those households. Who stands beside somebody is known to who may know of that person; at home, to who asked them and to themselves.</summary>
    public static IQueryable<CircleMember> Members(IQueryable<CircleMember> all, Work work)
    {
        var households = Visible(work);
        if (work.Actor.IsSystem || work.Actor.Account is not { } account) return all.Where(m => households.Any(h => h.Id == m.Household));
        if (work.Actor.Role.IsProfessional())
        {
            var people = work.Query<Person>();
            return all.Where(m => households.Any(h => h.Id == m.Household) && (m.Beside == null || people.Any(p => p.Id == m.Beside)));
        }
        var doors = Doors(work, account);
        // Also who was asked for other parts than the plan.
        if (work.Actor.Role == Role.Supporter) return all.Where(m => m.Account == account ? households.Any(h => h.Id == m.Household) || doors.Any(d => d.Person == m.Beside)
            : m.Beside == null && households.Any(h => h.Id == m.Household) && Near(work, account).Any(n => n.Id == m.Id));
        return all.Where(m => households.Any(h => h.Id == m.Household) && (m.Beside == null ? Near(work, account).Any(n => n.Id == m.Id) : doors.Any(d => d.Person == m.Beside)));
    }

    // Of the circles that they are in, and of the own home, all; through the door of a parent who lives elsewhere or of a child whom to call, and who is there for the children that are theirs
    // to read of (OwnReach): who comes to the others says what they need.
    private static IQueryable<CircleMember> Near(Work work, AccountId account)
    {
        var (doors, byLaw, held, children) = (Doors(work, account), ByLaw(work, account), Held(work), Children(work));
        var (periods, laws) = (work.Unscoped<SupportPeriod>(Why).Where(s => s.EndedAt == null), work.Unscoped<CircleLaw>(Why).Where(l => l.Law == Law.Jeugdwet));
        return work.Unscoped<CircleMember>(Why).Where(m => byLaw.Any(own => own.Household == m.Household)
            || doors.Any(d => d.Household == m.Household && ((!d.IsMinor && !d.LivesElsewhere) || periods.Any(s => s.Coordinator == m.Id || s.Deputy == m.Id)
                || (laws.Any(l => l.Member == m.Id) && (d.IsMinor || (children.Any(c => c.Household == d.Household)
                    && !children.Any(c => c.Household == d.Household && !held.Any(a => a.Parent == d.Person && a.Child == c.Id))))))));
    }

    /// <summary>For which laws somebody is in those circles.</summary>
    public static IQueryable<CircleLaw> Laws(IQueryable<CircleLaw> all, Work work)
    {
        var members = work.Query<CircleMember>();
        if (work.Actor.IsSystem || work.Actor.Role.IsProfessional() || work.Actor.Account is not { } account) return all.Where(l => members.Any(m => m.Id == l.Member));
        var (doors, byLaw, held, children) = (Doors(work, account), ByLaw(work, account), Held(work), Children(work));
        return all.Where(l => members.Any(m => m.Id == l.Member && (m.Account == account || byLaw.Any(own => own.Household == m.Household)
            || doors.Any(d => d.Household == m.Household && ((!d.IsMinor && !d.LivesElsewhere)
                || (l.Law == Law.Jeugdwet && (d.IsMinor || (children.Any(c => c.Household == d.Household)
                    && !children.Any(c => c.Household == d.Household && !held.Any(a => a.Parent == d.Person && a.Child == c.Id))))))))));
    }

    /// <summary>Who lies in the safety compartment, of all households: what is about them lies there too.</summary>
    public static IQueryable<Person> Hidden(Work work) => work.Unscoped<Person>(Why).Where(p => p.Safety == SafetyMark.Shielded);

    /// <summary>The actor's memberships that were named for the safety compartment.</summary>
    public static IQueryable<CircleMember> Named(Work work)
    {
        var account = work.Actor.Account;
        return Memberships(work, account).Where(m => m.SeesSafety);
    }

    /// <summary>Whether the actor sees what of this household lies in the safety compartment, and so the log lines about it.</summary>
    public static async Task<bool> SeesSafety(Work work, HouseholdId household, CancellationToken cancel) =>
        SeesSafety(work.Actor, named: !IsOfficer(work.Actor) && await Named(work).AnyAsync(m => m.Household == household, cancel));

    /// <param name="named">By their membership there; by emergency access that counts for nothing.</param>
    public static bool SeesSafety(Actor actor, bool named) => IsOfficer(actor) || (actor.Emergency is null && named);

    /// <summary>Residents, who do not work by laws, and who comes by emergency access and does not know what they look for.</summary>
    public static bool WorksForAll(Actor actor) => actor.Account is null || actor.Emergency is not null || actor.Role == Role.Resident;

    /// <summary>Professionals whose sight is their place in circles and nothing else: what one of them sees of a household follows from one membership.</summary>
    public static bool IsByCircleAlone(Actor actor) => actor.Account is not null && actor.Role.IsProfessional() && actor.Emergency is null && !actor.May(Permission.HandleSafety);

    /// <summary>The attention officer, of whatever opens for them; by emergency access nobody is.</summary>
    public static bool IsOfficer(Actor actor) => actor.May(Permission.HandleSafety) && actor.Emergency is null;

    public static IQueryable<Coverage> Covered(Work work, AccountId account) =>
        from member in Memberships(work, account)
        join household in Compartment(work) on member.Household equals household.Id
        join law in work.Unscoped<CircleLaw>(Why) on member.Id equals law.Member
        where household.Safety == SafetyMark.None || member.SeesSafety
        select new Coverage
        {
            Household = member.Household,
            Law = law.Law,
            Bit = law.Law == Law.Wmo ? 1 : law.Law == Law.Jeugdwet ? 2 : law.Law == Law.Participatiewet ? 4 : 8,
            SeesSafety = member.SeesSafety,
        };

    /// <summary>The laws for which the actor works, by household; of who comes without a membership none.</summary>
    public static IQueryable<Coverage> LawBits(Work work) => Covered(work, work.Actor.Account ?? default);

    /// <summary>The actor's emergency access to one household, as long as it lasts.</summary>
    public static IQueryable<EmergencyAccess> Emergencies(Work work, HouseholdId household)
    {
        var (account, now) = (work.Actor.Account, work.Now);
        return work.Unscoped<EmergencyAccess>(Why).Where(e => e.Household == household && e.Account == account && e.Until > now);
    }

    /// <summary>The person that a resident's account is, with a door of their own: from twelve, and not in the safety compartment, for a login can be forced.</summary>
    public static IQueryable<Person> Own(Work work, AccountId account)
    {
        var oldEnough = Amsterdam.Date(work.Now).AddYears(-Ages.OwnDoor);
        return from link in work.Unscoped<ResidentAccount>(Why)
               join person in work.Unscoped<Person>(Why) on link.Person equals person.Id
               where link.Account == account && person.Safety == SafetyMark.None && (person.BornOn == null ? person.Relation != Relation.Child : person.BornOn <= oldEnough)
               select person;
    }

    public static IQueryable<Door> Doors(Work work, AccountId account)
    {
        var grown = Amsterdam.Date(work.Now).AddYears(-Ages.Grown);
        if (work.Actor.Role == Role.Resident)
            return Own(work, account).Select(p => new Door
            {
                Person = p.Id,
                Household = p.Household,
                Parts = (int)PartWords.All,
                IsMinor = p.BornOn == null ? p.Relation == Relation.Child : p.BornOn > grown,
                LivesElsewhere = p.Relation == Relation.ParentElsewhere,
            });
        // By the rule that refuses the invitation (Invitation.MayAsk): beside a child under 16 nobody stands by its own asking, also not from before that rule.
        var alone = Amsterdam.Date(work.Now).AddYears(-Ages.DecidesAlone);
        var shielded = Compartment(work).Where(h => h.Safety == SafetyMark.Shielded);
        // Nor beside who is 16 or 17 while parents do not look along: who was asked may be one.
        var frozen = work.Unscoped<ViewFreeze>(Why).Where(f => f.LiftedAt == null);
        return from member in Memberships(work, account)
               join person in work.Unscoped<Person>(Why) on member.Beside equals (PersonId?)person.Id
               where person.Safety == SafetyMark.None && (person.BornOn == null ? person.Relation != Relation.Child : person.BornOn <= alone) && !shielded.Any(h => h.Id == person.Household)
                   && (person.BornOn == null || person.BornOn <= grown || !frozen.Any(f => f.Household == person.Household))
               select new Door
               {
                   Person = person.Id,
                   Household = person.Household,
                   Parts = member.Parts,
                   IsMinor = person.BornOn == null ? person.Relation == Relation.Child : person.BornOn > grown,
                   LivesElsewhere = person.Relation == Relation.ParentElsewhere,
               };
    }

    /// <summary>The children of any household, as far as others decide with or for them.</summary>
    public static IQueryable<Person> Children(Work work)
    {
        var grown = Amsterdam.Date(work.Now).AddYears(-Ages.Grown);
        return work.Unscoped<Person>(Why).Where(p => p.Relation == Relation.Child && (p.BornOn == null || p.BornOn > grown));
    }

    /// <summary>Authority that counts: over a child under 16 who is not hidden, as long as nothing freezes what parents see.</summary>
    public static IQueryable<ParentalAuthority> Held(Work work)
    {
        var alone = Amsterdam.Date(work.Now).AddYears(-Ages.DecidesAlone);
        var frozen = work.Unscoped<ViewFreeze>(Why).Where(f => f.LiftedAt == null);
        return from authority in work.Unscoped<ParentalAuthority>(Why)
               join child in Children(work) on authority.Child equals child.Id
               where authority.Holds && authority.EndedAt == null && child.Safety == SafetyMark.None && child.Household == authority.Household
                   && (child.BornOn == null || child.BornOn > alone) && !frozen.Any(f => f.Household == authority.Household)
               select authority;
    }

    /// <summary>The actor's place in circles by law, not because somebody asked them to stand beside them.</summary>
    public static IQueryable<CircleMember> ByLaw(Work work, AccountId account) => Memberships(work, account).Where(m => m.Beside == null);

    private static IQueryable<CircleMember> Memberships(Work work, AccountId? account)
    {
        var now = work.Now;
        return work.Unscoped<CircleMember>(Why).Where(m => m.Account == account && m.Until == null && (m.EndsAt == null || m.EndsAt > now));
    }
}
