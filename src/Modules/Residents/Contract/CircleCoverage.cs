using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Residents.Contract;

/// <summary>Dekking: a household in whose circle the actor works now, for one of the laws of that membership.</summary>
public sealed record CircleCoverage
{
    public required HouseholdId Household { get; init; }
    public required Law Law { get; init; }
    /// <summary>Named there for the safety compartment.</summary>
    public required bool SeesSafety { get; init; }
}

public static class CoverageQueries
{
    extension(Work work)
    {
        /// <summary>For what becomes an item of a household only later, and so cannot go by <see cref="ItemScope"/>. Nothing of a shielded household but to who was named for it.</summary>
        public IQueryable<CircleCoverage> CircleCoverage =>
            Sight.Covered(work, work.Actor.Account ?? default).Select(c => new CircleCoverage { Household = c.Household, Law = c.Law, SeesSafety = c.SeesSafety });

        /// <summary>The households whose safety compartment the actor guards as attention officer; empty for anyone else.</summary>
        public IQueryable<HouseholdId> Guarded => Safety.Guard.Households(work).Select(h => h.Id);
    }
}
