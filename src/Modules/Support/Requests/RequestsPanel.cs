using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Time;
using Samenkracht.Residents.Contract;
using Samenkracht.Support.Contract;

namespace Samenkracht.Support.Requests;

/// <summary>Verzoeken bij een huishouden: what its people asked about their own data and waits for an answer, and the way to write one down.</summary>
internal sealed class RequestsPanel : IHouseholdPanel
{
    private static readonly CompiledQuery<HouseholdId, WaitingRequest> Waiting = new((work, household) =>
        from request in work.OpenRequests
        join person in work.People on request.Person equals person.Id
        where request.Household == household
        orderby request.DueOn
        select new WaitingRequest(request.Id, request.Kind, request.DueOn, person.Name));

    public int Order => 60;

    public async Task<HouseholdPanel?> For(Work work, HouseholdCard household, CancellationToken cancel)
    {
        if (!work.Actor.Role.IsProfessional() || work.Actor.Emergency is not null) return null;
        return new HouseholdPanel("/Support/Requests/_Requests.cshtml", new HouseholdRequests(household.Id, await Waiting.List(work, household.Id, cancel), Amsterdam.Date(work.Now)));
    }
}

internal sealed record WaitingRequest(PersonRequestId Id, RequestKind Kind, DateOnly DueOn, string Name);

internal sealed record HouseholdRequests(HouseholdId Household, IReadOnlyList<WaitingRequest> Waiting, DateOnly Today);
