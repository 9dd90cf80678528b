using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;
using Samenkracht.Support.Contract;

namespace Samenkracht.Signals.Tell;

/// <summary>Wat er is gemeld, on the household's page: what its circle must still tell, and what was told. Not on the resident's own page.</summary>
internal sealed class TellingPanel : IHouseholdPanel
{
    private const int Most = 5;

    private static readonly CompiledQuery<HouseholdId, DutyToTell> Duties = new((work, household) => work.Query<DutyToTell>().AsNoTracking().Where(d => d.Household == household)
        .OrderBy(d => d.State == DutyState.Open || d.State == DutyState.Withheld ? 0 : 1).ThenBy(d => d.DueOn).Take(Most));

    public int Order => 10;

    public async Task<HouseholdPanel?> For(Work work, HouseholdCard household, CancellationToken cancel)
    {
        if (!work.Actor.Role.IsProfessional() || work.Actor.Emergency is not null) return null;
        var duties = await Duties.List(work, household.Id, cancel);
        return duties.Count == 0 ? null : new HouseholdPanel("/Signals/Tell/_Panel.cshtml", duties);
    }
}
