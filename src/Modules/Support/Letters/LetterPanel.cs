using Microsoft.EntityFrameworkCore;
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

    public int Order => 55;

    public async Task<HouseholdPanel?> For(Work work, HouseholdCard household, CancellationToken cancel)
    {
        if (!work.Actor.Role.IsProfessional() || work.Actor.Emergency is not null) return null;
        var organisation = work.Actor.Organisation;
        var letters = await work.Query<Letter>().Where(l => l.Household == household.Id).OrderBy(l => l.SentAt != null).ThenByDescending(l => l.SentAt).ThenByDescending(l => l.DraftedAt).Take(Most)
            .Select(l => new LetterLine(l.Id, l.Subject, l.SentAt, l.ReadAt, l.SentAt != null || l.Controller == organisation)).ToListAsync(cancel);
        return new HouseholdPanel("/Support/Letters/_Panel.cshtml", new HouseholdLetters(household.Id, letters));
    }
}

internal sealed record LetterLine(LetterId Id, string Subject, DateTimeOffset? SentAt, DateTimeOffset? ReadAt, bool Opens)
{
    public string Path => SentAt is null ? "brief" : "brieven";
}

internal sealed record HouseholdLetters(HouseholdId Household, IReadOnlyList<LetterLine> Letters);
