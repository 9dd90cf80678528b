using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Records;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Time;
using Samenkracht.Residents.Circles;
using Samenkracht.Residents.Emergency;
using Samenkracht.Residents.Requests;
using Samenkracht.Residents.Safety;

namespace Samenkracht.Residents.Kept;

/// <summary>Hoe lang nog nodig: support that runs, post that waits, a request without an answer and emergency access that nobody judged keep everything.</summary>
internal sealed class ResidentsKept : IKeptFiles
{
    public async Task<IReadOnlyCollection<HouseholdId>> Running(Work work, IReadOnlyCollection<HouseholdId> households, CancellationToken cancel) =>
    [
        .. await work.Query<SupportPeriod>().Where(s => households.Contains(s.Household) && s.EndedAt == null).Select(s => s.Household).ToListAsync(cancel),
        .. await work.Query<ContactHold>().Where(h => households.Contains(h.Household) && h.ReleasedAt == null).Select(h => h.Household).ToListAsync(cancel),
        .. await work.Query<PersonRequest>().Where(r => households.Contains(r.Household) && r.AnsweredAt == null && r.WithdrawnAt == null).Select(r => r.Household).ToListAsync(cancel),
        .. await work.Query<EmergencyAccess>().Where(e => households.Contains(e.Household) && e.JudgedAt == null).Select(e => e.Household).ToListAsync(cancel),
    ];

    public async Task<IReadOnlyList<HouseholdId>> Households(Work work, CancellationToken cancel) => await work.Query<Household>().Select(h => h.Id).ToListAsync(cancel);

    /// <summary>The household itself: known, and perhaps supported, until.</summary>
    public async Task<IReadOnlyList<KeptPart>> Of(Work work, IReadOnlyCollection<HouseholdId> households, CancellationToken cancel)
    {
        var known = await work.Query<Household>().Where(h => households.Contains(h.Id)).Select(h => new { h.Id, h.KnownSince }).ToListAsync(cancel);
        var ended = (await work.Query<SupportPeriod>().Where(s => households.Contains(s.Household) && s.EndedAt != null).Select(s => new { s.Household, s.EndedAt }).ToListAsync(cancel))
            .ToLookup(s => s.Household, s => s.EndedAt!.Value);
        return [.. known.Select(h => Part(h.Id, ended[h.Id].Append(h.KnownSince).Max()))];
    }

    private static KeptPart Part(HouseholdId id, DateTimeOffset last) => new(id, null, null, KeptResult.NoHelp, Amsterdam.Date(last), Amsterdam.Date(last));
}
