using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;

namespace Samenkracht.Records;

/// <summary>Wie een verzoek van de bewoner beantwoordt: the contact person or the deputy; whoever works in the circle as long as there is none.</summary>
internal static class Answering
{
    public static bool Belongs(HouseholdCard household, Actor actor) =>
        household.Coordinator is null || household.Coordinator == actor.Account || household.Deputy == actor.Account;

    public static async Task<bool> AnswersFor(this Work work, HouseholdCard household, CancellationToken cancel) =>
        Belongs(household, work.Actor) && (await work.LawsIn(household.Id, cancel)).Count > 0;
}
