using Samenkracht.Kernel;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Access;
using Samenkracht.Residents.Contract;
using Samenkracht.Support.Contract;

namespace Samenkracht.Support.Letters;

/// <summary>Brieven op de huishoudpagina: the last few, and the way to all.</summary>
internal sealed class LetterPanel : IHouseholdPanel
{
    private const int Most = 3;

    private static readonly CompiledQuery<HouseholdId, LetterLine> Latest = new((work, household) =>
    {
        var organisation = work.Actor.Organisation;
        return work.Query<Letter>().Where(l => l.Household == household).OrderBy(l => l.SentAt != null).ThenByDescending(l => l.SentAt).ThenByDescending(l => l.DraftedAt).Take(Most)
            .Select(l => new LetterLine(l.Id, l.Subject, l.SentAt, l.ReadAt, l.SentAt != null || l.Controller == organisation));
    });

    public int Order => 55;

    public async Task<HouseholdPanel?> For(Work work, HouseholdCard household, CancellationToken cancel)
    {
        if (!work.Actor.Role.IsProfessional() || work.Actor.Emergency is not null) return null;
        return new HouseholdPanel("/Support/Letters/_Panel.cshtml", new HouseholdLetters(household.Id, await Latest.List(work, household.Id, cancel)));
    }
}

internal sealed record LetterLine(LetterId Id, string Subject, DateTimeOffset? SentAt, DateTimeOffset? ReadAt, bool Opens)
{
    public string Path => SentAt is null ? "brief" : "brieven";
}

internal sealed record HouseholdLetters(HouseholdId Household, IReadOnlyList<LetterLine> Letters);
