using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Circles;
using Samenkracht.Residents.People;

namespace Samenkracht.Residents;

/// <summary>Zicht op een huishouden: whose household an actor may open. What hangs on a household is narrowed to the same households.</summary>
internal static class Sight
{
    private const string Why = "The scope of households and items is made of memberships themselves.";

    /// <summary>A current membership and one of the laws that it covers.</summary>
    internal sealed class Coverage
    {
        public HouseholdId Household { get; init; }
        public Law Law { get; init; }
    }

    public static IQueryable<Household> Households(IQueryable<Household> all, Work work)
    {
        if (work.Actor.IsSystem) return all;
        if (work.Actor.Account is not { } account) return all.Where(_ => false);
        var circle = Memberships(work, account);
        if (work.Actor.Role == Role.Resident)
        {
            var own = Own(work, account);
            return all.Where(h => h.Safety == SafetyMark.None && own.Any(p => p.Household == h.Id));
        }
        if (!work.Actor.Role.IsProfessional())
            return all.Where(h => h.Safety == SafetyMark.None && circle.Any(m => m.Household == h.Id));
        var guards = work.Actor.May(Permission.HandleSafety);
        return all.Where(h => circle.Any(m => m.Household == h.Id)
            || (guards && (h.Safety == SafetyMark.Shielded || h.HasSafetyItems)));
    }

    /// <summary>The rows of those households.</summary>
    public static IQueryable<Household> Visible(Work work) => Households(Compartment(work), work);

    public static IQueryable<Household> Compartment(Work work) => work.Unscoped<Household>(Why);

    public static IQueryable<Coverage> Covered(Work work, AccountId account) =>
        from member in Memberships(work, account)
        join law in work.Unscoped<CircleLaw>(Why) on member.Id equals law.Member
        select new Coverage { Household = member.Household, Law = law.Law };

    /// <summary>The person that a resident's account is.</summary>
    public static IQueryable<Person> Own(Work work, AccountId account) =>
        from link in work.Unscoped<ResidentAccount>(Why)
        join person in work.Unscoped<Person>(Why) on link.Person equals person.Id
        where link.Account == account
        select person;

    private static IQueryable<CircleMember> Memberships(Work work, AccountId account) =>
        work.Unscoped<CircleMember>(Why).Where(m => m.Account == account && m.Until == null);
}
