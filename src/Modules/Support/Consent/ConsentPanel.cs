using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Time;
using Samenkracht.Residents.Contract;
using Samenkracht.Support.Contract;

namespace Samenkracht.Support.Consent;

/// <summary>Instemming op de huishoudpagina: how the last questions stand, by the answers of all who count.</summary>
internal sealed class ConsentPanel : IHouseholdPanel
{
    private const int Most = 5;

    private static readonly CompiledQuery<HouseholdId, Answered> Latest = new((work, household) =>
    {
        var (people, answers) = (work.People, work.Query<ConsentAnswer>());
        return from request in work.Query<ConsentRequest>().Where(r => r.Household == household && r.EndedAt == null).OrderByDescending(r => r.AskedAt).ThenBy(r => r.Id).Take(Most)
               from asked in people.Where(p => p.Id == request.About).DefaultIfEmpty()
               from answer in answers.Where(a => a.Request == request.Id).DefaultIfEmpty()
               orderby request.AskedAt descending, request.Id
               select new Answered(request.Id, request.What, request.Kind, request.About, (Relation?)asked!.Relation, asked.BirthDate, (PersonId?)answer!.ByPerson, (DateTimeOffset?)answer.At, (bool?)answer.Agrees);
    });

    public int Order => 50;

    public async Task<HouseholdPanel?> For(Work work, HouseholdCard household, CancellationToken cancel)
    {
        if (!work.Actor.May(Permission.WorkWithHouseholds) || work.Actor.Emergency is not null) return null;
        var today = Amsterdam.Date(work.Now);
        var asked = (await Latest.List(work, household.Id, cancel)).GroupBy(a => a.Request).Select(own => own.First() is var one
            ? new AskedConsent(one.What, one.Kind, ConsentView.StateOf(one.About ?? default, ConsentView.ParentsCount(one.Relation, one.BirthDate, today), own.Select(a => a.Said).OfType<Said>())) : null!);
        return new HouseholdPanel("/Support/Consent/_Panel.cshtml", new HouseholdConsents(household.Id, [.. asked]));
    }

    /// <summary>A question with one of its answers, or with none.</summary>
    private sealed record Answered(ConsentRequestId Request, string What, ConsentKind Kind, PersonId? About, Relation? Relation, DateOnly? BirthDate, PersonId? By, DateTimeOffset? At, bool? Agrees)
    {
        public Said? Said => this is { By: { } by, At: { } at, Agrees: { } agrees } ? new(by, at, agrees) : null;
    }
}

internal sealed record AskedConsent(string What, ConsentKind Kind, ConsentState State);

internal sealed record HouseholdConsents(HouseholdId Household, IReadOnlyList<AskedConsent> Asked);
