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
    private static readonly CompiledQuery<(HouseholdId Household, int Laws, int Skip, int Take), JournalLine> Complete = new((work, a) =>
        Ordered(Lines(work, a.Household, a.Laws)).Skip(a.Skip).Take(a.Take));

    private static readonly CompiledQuery<(HouseholdId Household, int Laws, int Skip, int Take), JournalLine> WithoutSafety = new((work, a) =>
        Ordered(ButSafety(Lines(work, a.Household, a.Laws))).Skip(a.Skip).Take(a.Take));

    /// <summary>A household's lines, newest first. The caller has opened the household through its scope, and passes the laws that the actor may see.</summary>
    /// <param name="hidden">Subjects, and accounts, that the actor may not see; their lines are left out without a gap.</param>
    /// <param name="safety">For who sees the safety compartment. All others read nothing about safety, nothing by the attention officer and nothing discreet.</param>
    /// <param name="only">When not null: of these subjects alone, and what <paramref name="self"/> did.</param>
    public static async Task<IReadOnlyList<TimelineEntry>> Timeline(this Work work, HouseholdId household, IReadOnlyCollection<Law> laws,
        IReadOnlyCollection<Guid> hidden, bool safety, int skip, int take, IReadOnlyCollection<Guid>? only = null, AccountId? self = null, CancellationToken cancel = default)
    {
        var (bits, accounts) = (laws.Sum(l => l.Bit()), hidden.Select(id => (AccountId?)new AccountId(id)).ToArray());
        var lines = hidden.Count == 0 && only is null
            ? await (safety ? Complete : WithoutSafety).List(work, (household, bits, skip, take), cancel)
            : await Ordered(Only((safety ? Lines(work, household, bits) : ButSafety(Lines(work, household, bits))).Where(l => !hidden.Contains(l.Subject) && (l.Account == null || !accounts.Contains(l.Account))), only, self)).Skip(skip).Take(take).ToListAsync(cancel);
        var keys = await work.JournalKeys(household, lines.Select(l => JournalKey.PartOf(l.Law)).ToHashSet(), cancel);
        return [.. lines.Select(l => new TimelineEntry(l.At, JournalKinds.Of(l.Kind), l.Law, l.ActorRole, l.Account, l.Organisation, l.Subject,
            l.Read(keys.GetValueOrDefault(JournalKey.PartOf(l.Law)))))];
    }

    private static IQueryable<JournalLine> Only(IQueryable<JournalLine> lines, IReadOnlyCollection<Guid>? only, AccountId? self) =>
        only is null ? lines : lines.Where(l => only.Contains(l.Subject) || (self != null && l.Account == self));

    private static IQueryable<JournalLine> Lines(Work work, HouseholdId household, int laws) => OfOneself(work, work.Context.Set<JournalLine>().AsNoTracking()
        .Where(l => l.Household == household && (l.Law == null || ((l.Law == Law.Wmo ? 1 : l.Law == Law.Jeugdwet ? 2 : l.Law == Law.Participatiewet ? 4 : 8) & laws) != 0)));

    private static IQueryable<JournalLine> OfOneself(Work work, IQueryable<JournalLine> lines)
    {
        if (work.Actor.IsSystem || work.Actor.Role.IsProfessional()) return lines;
        var me = work.Actor.Account;
        return JournalKinds.Personal.Aggregate(lines, (left, code) => left.Where(l => l.Kind != code || l.Account == me));
    }

    private static IQueryable<JournalLine> ButSafety(IQueryable<JournalLine> lines) =>
        JournalKinds.Discreet.Aggregate(lines.Where(l => l.Purpose != Purpose.Safety && l.ActorRole != Role.AttentionOfficer), (left, code) => left.Where(l => l.Kind != code));

    private static IQueryable<JournalLine> Ordered(IQueryable<JournalLine> lines) => lines.OrderByDescending(l => l.At).ThenByDescending(l => l.Seq);
}
