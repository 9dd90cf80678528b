using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;
using Samenkracht.Support.Contract;

namespace Samenkracht.Support.Consent;

/// <summary>Instemming op de huishoudpagina: the last answer to each question that still stands.</summary>
internal sealed class ConsentPanel : IHouseholdPanel
{
    private const int Most = 5;

    private static readonly CompiledQuery<HouseholdId, AskedConsent> Latest = new((work, household) =>
    {
        var answers = work.Query<ConsentAnswer>();
        return work.Query<ConsentRequest>().Where(r => r.Household == household && r.EndedAt == null).OrderByDescending(r => r.AskedAt).ThenBy(r => r.Id).Take(Most)
            .Select(r => new AskedConsent(r.What, r.Kind, answers.Where(a => a.Request == r.Id).OrderByDescending(a => a.At).Select(a => (bool?)a.Agrees).FirstOrDefault()));
    });

    public int Order => 50;

    public async Task<HouseholdPanel?> For(Work work, HouseholdCard household, CancellationToken cancel)
    {
        if (!work.Actor.May(Permission.WorkWithHouseholds) || work.Actor.Emergency is not null) return null;
        return new HouseholdPanel("/Support/Consent/_Panel.cshtml", new HouseholdConsents(household.Id, await Latest.List(work, household.Id, cancel)));
    }
}

internal sealed record AskedConsent(string What, ConsentKind Kind, bool? Agrees);

internal sealed record HouseholdConsents(HouseholdId Household, IReadOnlyList<AskedConsent> Asked);
