using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Logs;
using Samenkracht.Kernel.Processing;
using Samenkracht.Kernel.Time;

namespace Samenkracht.Kernel.Reading;

/// <summary>Inzagelog: who looked, after NEN 7513. A line is committed before the page goes out, together with that of the processing log; when that fails, the page fails.</summary>
public sealed class ReadLog
{
    private readonly LogDatabase logs;
    private readonly ProcessingLog processing;
    private readonly TimeProvider clock;

    internal ReadLog(LogDatabase logs, ProcessingLog processing, TimeProvider clock) => (this.logs, this.processing, this.clock) = (logs, processing, clock);

    /// <summary>A file was opened.</summary>
    public Task Looked(Actor actor, HouseholdId household, string what, Purpose purpose, CancellationToken cancel = default) =>
        Looked(actor, [household], new Looking(what, purpose), cancel);

    /// <summary>One line per household, for lists, searches and exports.</summary>
    public Task Looked(Actor actor, IReadOnlyCollection<HouseholdId> households, Looking look, CancellationToken cancel = default) =>
        Write(actor, Upon(households), look, LookOutcome.Allowed, cancel);

    /// <summary>A signal was opened. What is said there of people is theirs before it is any household's.</summary>
    public Task LookedAtSignal(Actor actor, Guid signal, Purpose purpose, CancellationToken cancel = default) =>
        Write(actor, [new(null, signal)], new Looking("Signaal", purpose, Data: LookData.Signal), LookOutcome.Allowed, cancel);

    /// <summary>Signals were found by a search: one line for each that it showed.</summary>
    public Task FoundSignals(Actor actor, IReadOnlyCollection<Guid> signals, Purpose purpose, CancellationToken cancel = default) =>
        Write(actor, [.. signals.Select(s => new LookedUpon(null, s))], new Looking("Zoeken in signalen", purpose, LookEvent.Found, LookData.Signal), LookOutcome.Allowed, cancel);

    /// <summary>What touches a hidden household was shown to the attention officer: one line for each. It is no household's: at the one that was entered it would tell of the hit.</summary>
    public Task LookedAtHolds(Actor actor, IEnumerable<(Guid Hold, HouseholdId Entered)> holds, Looking look, CancellationToken cancel = default) =>
        Write(actor, [.. holds.Select(h => new LookedUpon(null, h.Hold, h.Entered))], look, LookOutcome.Allowed, cancel);

    /// <summary>Somebody asked for a file that does not open to them, or that is not there: the line is the same.</summary>
    public Task Refused(Actor actor, HouseholdId household, Looking look, CancellationToken cancel = default) =>
        Write(actor, Upon([household]), look, LookOutcome.Refused, cancel);

    /// <summary>The looks at a household, newest first, <paramref name="skip"/> and <paramref name="take"/> in rows.</summary>
    /// <param name="safety">For who sees the safety compartment. All others read no looks for safety and none by the attention officer: a login can be forced.</param>
    /// <param name="lists">Also where only the name stood in a list.</param>
    /// <param name="without">Accounts of whom the actor may not know here, nor that they looked.</param>
    public async Task<IReadOnlyList<ReadLine>> Of(Actor actor, HouseholdId household, int skip, int take, bool safety = true, bool lists = true, IReadOnlyCollection<AccountId>? without = null, CancellationToken cancel = default)
    {
        await using var context = logs.Open();
        await using var transaction = await logs.Begin(context, actor, writes: false, cancel);
        return await Without(Shown(context, actor, household, safety, lists), without).OrderByDescending(l => l.Seq).Skip(skip).Take(take).ToListAsync(cancel);
    }

    public async Task<int> Count(Actor actor, HouseholdId household, bool safety = true, bool lists = true, IReadOnlyCollection<AccountId>? without = null, CancellationToken cancel = default)
    {
        await using var context = logs.Open();
        await using var transaction = await logs.Begin(context, actor, writes: false, cancel);
        return await Without(Shown(context, actor, household, safety, lists), without).CountAsync(cancel);
    }

    /// <summary>Who looked at a household, as far as the actor may read of it.</summary>
    public async Task<IReadOnlyList<AccountId>> Lookers(Actor actor, HouseholdId household, CancellationToken cancel = default)
    {
        await using var context = logs.Open();
        await using var transaction = await logs.Begin(context, actor, writes: false, cancel);
        return await Shown(context, actor, household, safety: true, lists: true).Where(l => l.Account != null).Select(l => l.Account!.Value).Distinct().ToListAsync(cancel);
    }

    /// <summary>The looks by emergency access at these households, for who judges it.</summary>
    public async Task<IReadOnlyList<ReadLine>> InEmergency(IReadOnlyCollection<HouseholdId> households, CancellationToken cancel = default)
    {
        var asked = households.Select(h => (HouseholdId?)h).ToArray();
        await using var context = logs.Open();
        // As the system: who judges has no sight of the household, and reads no more than that someone looked.
        await using var transaction = await logs.Begin(context, Actor.System, writes: false, cancel);
        return await Allowed(context).Where(l => asked.Contains(l.Household) && l.Purpose == Purpose.Emergency).OrderBy(l => l.Seq).ToListAsync(cancel);
    }

    /// <summary>One look at a household that the actor may read of, by its trace; null when there is none such. One request is one trace, and one who looked; the lines of
    /// a log are numbered, and such a number would tell everyone who reads two of them how much is looked at in this municipality.</summary>
    public Task<ReadLine?> Line(Actor actor, HouseholdId household, string trace, bool safety, CancellationToken cancel = default) =>
        First(actor, household, safety, l => l.Trace == trace, cancel);

    /// <summary>The same, by the number that was kept of it.</summary>
    public Task<ReadLine?> Line(Actor actor, HouseholdId household, long seq, bool safety, CancellationToken cancel = default) =>
        First(actor, household, safety, l => l.Seq == seq, cancel);

    private async Task<ReadLine?> First(Actor actor, HouseholdId household, bool safety, Expression<Func<ReadLine, bool>> which, CancellationToken cancel)
    {
        await using var context = logs.Open();
        await using var transaction = await logs.Begin(context, actor, writes: false, cancel);
        return await Shown(context, actor, household, safety, lists: true).Where(which).OrderBy(l => l.Seq).FirstOrDefaultAsync(cancel);
    }

    private static LookedUpon[] Upon(IReadOnlyCollection<HouseholdId> households) => [.. households.Select(h => new LookedUpon(h))];

    private async Task Write(Actor actor, LookedUpon[] seen, Looking look, LookOutcome outcome, CancellationToken cancel)
    {
        if (seen.Length == 0) return;
        var at = Amsterdam.UtcNow(clock);
        var (origin, own) = (actor.Origin ?? new Origin(at), actor.Role is Role.Resident or Role.Supporter ? look with { Purpose = Purpose.OwnAffairs } : look);
        // Who is refused processes nobody's data.
        var processed = outcome == LookOutcome.Allowed ? await processing.Of(actor, origin, seen, own, cancel) : [];
        await logs.Write(actor, [.. seen.Select(s => ReadLine.Of(actor, s, own, outcome, at, origin.Trace))], processed, cancel);
        origin.Remember(processed);
    }

    // Of those at home, and of who stands beside them, each reads their own looks alone: what another opened tells what that one is about to do.
    private static IQueryable<ReadLine> Shown(LogContext context, Actor actor, HouseholdId household, bool safety, bool lists)
    {
        var (atHome, self) = (actor.Role is Role.Resident or Role.Supporter, actor.Account);
        return Allowed(context).Where(l => l.Household == household && (!atHome || l.Account == self || (l.Role != Role.Resident && l.Role != Role.Supporter))
            && (safety || (l.Purpose != Purpose.Safety && l.Role != Role.AttentionOfficer))
            && (lists || (l.Event != LookEvent.Listed && l.Event != LookEvent.Found)));
    }

    private static IQueryable<ReadLine> Without(IQueryable<ReadLine> lines, IReadOnlyCollection<AccountId>? accounts)
    {
        if (accounts is null or { Count: 0 }) return lines;
        var unseen = accounts.Select(a => (AccountId?)a).ToArray();
        return lines.Where(l => l.Account == null || !unseen.Contains(l.Account));
    }

    private static IQueryable<ReadLine> Allowed(LogContext context) => context.Set<ReadLine>().AsNoTracking().Where(l => l.Outcome == LookOutcome.Allowed);
}
