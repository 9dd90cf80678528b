using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;
using Samenkracht.Support.Contract;

namespace Samenkracht.Records.Copy;

/// <summary>"Gegevens" on the household's page, for who answers when someone asks for a copy.</summary>
internal sealed class RecordsPanel : IHouseholdPanel
{
    public int Order => 90;

    // No question to the database: the card says who answers for this household.
    public Task<HouseholdPanel?> For(Work work, HouseholdCard household, CancellationToken cancel) => Task.FromResult(
        work.Actor.May(Permission.WorkWithHouseholds) && Answering.Belongs(household, work.Actor) ? new HouseholdPanel("/Records/Copy/_Panel.cshtml", household) : null);
}
