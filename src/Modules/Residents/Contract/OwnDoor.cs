using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Residents.Contract;

/// <summary>Eigen deur: through whose door the actor sees a household, as a resident or standing beside one.</summary>
/// <param name="LivesElsewhere">This parent must not read where the household lives.</param>
public sealed record OwnDoor(PersonId Person, bool IsMinor, bool LivesElsewhere);

public static class OwnDoorQueries
{
    extension(Work work)
    {
        /// <summary>Null for who sees the household by a place in its circle.</summary>
        public async Task<OwnDoor?> OwnDoor(HouseholdId household, CancellationToken cancel = default) => work.Actor.Account is not { } account ? null
            : await Sight.Doors(work, account).Where(d => d.Household == household).Select(d => new OwnDoor(d.Person, d.IsMinor, d.LivesElsewhere)).FirstOrDefaultAsync(cancel);
    }
}
