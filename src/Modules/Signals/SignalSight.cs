using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Storage;
using Samenkracht.Signals.Contract;

namespace Samenkracht.Signals;

/// <summary>Zicht op signalen: assessors those of their team and of the shared desk, the attention officer the safety compartment,
/// who works on issues only what communities say without names.</summary>
internal static class SignalSight
{
    public static IQueryable<Signal> Signals(IQueryable<Signal> all, Work work)
    {
        var actor = work.Actor;
        if (actor.IsSystem) return all;
        if (!actor.IsSignedIn) return all.Where(_ => false);
        if (!actor.May(Permission.AssessSignals))
            return actor.May(Permission.WorkOnIssues)
                ? all.Where(s => s.Kind == SignalKind.Community && s.Safety == SafetyMark.None)
                : all.Where(_ => false);
        var (organisation, team, guards) = (actor.Organisation, actor.Team, actor.May(Permission.HandleSafety));
        var matched = work.Query<SignalMatch>();
        return all.Where(s => ((s.Organisation == null || s.Organisation == organisation)
                && (s.Safety == SafetyMark.Shielded ? guards : s.Team == null || s.Team == team))
            || (guards && matched.Any(m => m.Signal == s.Id)));
    }

    /// <summary>Opening a signal is a look. What a community tells of itself holds nobody's data.</summary>
    public static Task Seen(this Signal signal, ReadLog reads, Actor actor, CancellationToken cancel) => signal.Kind == SignalKind.Community ? Task.CompletedTask
        : reads.LookedAtSignal(actor, signal.Id.Value, signal.Safety == SafetyMark.Shielded ? Purpose.Safety : Purpose.SignalHandling, cancel);

    /// <summary>One's own reports, and those of signals one may assess; an assessor reads the contact only by asking for it.</summary>
    public static IQueryable<SignalReporter> Reporters(IQueryable<SignalReporter> all, Work work)
    {
        var (signals, account) = (work.Query<Signal>(), work.Actor.Account);
        return all.Where(r => signals.Any(s => s.Id == r.Signal) || (account != null && r.Account == account));
    }

    public static IQueryable<SignalClaim> Claims(IQueryable<SignalClaim> all, Work work)
    {
        var signals = work.Query<Signal>();
        return all.Where(c => signals.Any(s => s.Id == c.Signal));
    }

    public static IQueryable<Assessment> Assessments(IQueryable<Assessment> all, Work work)
    {
        var signals = work.Query<Signal>();
        return all.Where(a => signals.Any(s => s.Id == a.Signal));
    }
}
