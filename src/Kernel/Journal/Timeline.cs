using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Kernel.Journal;

/// <summary>Tijdlijn: an entry of a household's journal, opened.</summary>
/// <param name="Change">The payload; null when there was none or its key was destroyed.</param>
public sealed record TimelineEntry(DateTimeOffset At, JournalKind Kind, Law? Law, Role Role, AccountId? Account, OrganisationId? Organisation, Guid Subject, JsonElement? Change);

public static class TimelineQueries
{
    /// <summary>A household's lines, newest first. The caller has opened the household through its scope, and passes the laws that the actor may see.</summary>
    /// <param name="hidden">Subjects that the actor may not see; their lines are left out without a gap.</param>
    /// <param name="safety">For who sees the safety compartment. All others read nothing about safety and nothing by the attention officer.</param>
    public static async Task<IReadOnlyList<TimelineEntry>> Timeline(this Work work, HouseholdId household, IReadOnlyCollection<Law> laws,
        IReadOnlyCollection<Guid> hidden, bool safety, int skip, int take, CancellationToken cancel = default)
    {
        var lines = await work.Context.Set<JournalLine>().AsNoTracking()
            .Where(l => l.Household == household && (l.Law == null || laws.Contains(l.Law.Value))
                && !hidden.Contains(l.Subject) && (safety || (l.Purpose != Purpose.Safety && l.ActorRole != Role.AttentionOfficer)))
            .OrderByDescending(l => l.At).ThenByDescending(l => l.Seq).Skip(skip).Take(take).ToListAsync(cancel);
        var keys = await work.JournalKeys(household, cancel);
        return [.. lines.Select(l => new TimelineEntry(l.At, JournalKinds.Of(l.Kind), l.Law, l.ActorRole, l.Account, l.Organisation, l.Subject,
            l.Read(keys.GetValueOrDefault(JournalKey.PartOf(l.Law)))))];
    }
}
