using Samenkracht.Kernel;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Requests;

namespace Samenkracht.Residents.Contract;

/// <summary>Verzoek: what a resident asks about their own data.</summary>
public readonly record struct PersonRequestId(Guid Value) : IId<PersonRequestId>
{
    public override string ToString() => this.Text();
}

/// <summary>Soort verzoek (AVG art. 15 to 18 and 21, Jeugdwet art. 7.3.9): what someone may ask about their own data.</summary>
public enum RequestKind
{
    /// <summary>Art. 16.</summary>
    [Label("Laten verbeteren")] Correct,
    /// <summary>Art. 15(3).</summary>
    [Label("Een kopie")] Copy,
    /// <summary>Art. 17.</summary>
    [Label("Laten verwijderen")] Erase,
    /// <summary>Who it was that looked (HvJ EU C-579/21).</summary>
    [Label("De naam van wie keek")] Names,
    /// <summary>Jeugdwet art. 7.3.9: a route of its own, with its own term, grounds of refusal and who may ask.</summary>
    [Label("Laten vernietigen (Jeugdwet)")] Destroy,
    /// <summary>Art. 18: kept, and for a while not used.</summary>
    [Label("Tijdelijk niet laten gebruiken")] Restrict,
    /// <summary>Art. 21: not used any more, for a reason of one's own.</summary>
    [Label("Bezwaar tegen het gebruik")] Object,
}

/// <summary>Verzoekkaart: a request that still waits for an answer, as a household's page shows it.</summary>
public sealed record RequestCard
{
    public required PersonRequestId Id { get; init; }
    public required HouseholdId Household { get; init; }
    public required PersonId Person { get; init; }
    public RequestKind Kind { get; init; }
    public DateOnly DueOn { get; init; }
}

public static class RequestQueries
{
    extension(Work work)
    {
        /// <summary>The requests that wait for an answer and that the actor may see.</summary>
        public IQueryable<RequestCard> OpenRequests => work.Query<PersonRequest>().Where(r => r.AnsweredAt == null && r.WithdrawnAt == null)
            .Select(r => new RequestCard { Id = r.Id, Household = r.Household, Person = r.Person, Kind = r.Kind, DueOn = r.DueOn });
    }
}
