using Samenkracht.Access.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Storage;
using Samenkracht.Signals.Contract;

namespace Samenkracht.Signals;

/// <summary>Zicht op signalen: assessors those of their team and of the shared desk, the attention officer the safety compartment of
/// the own organisation and of those that have no officer, who works on issues only what communities say without names.</summary>
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
        var (organisation, team) = (actor.Organisation, actor.Team);
        if (!actor.May(Permission.HandleSafety))
            return all.Where(s => (s.Organisation == null || s.Organisation == organisation) && s.Safety != SafetyMark.Shielded && (s.Team == null || s.Team == team));
        var (matched, alone) = (work.Query<SignalMatch>(), Unguarded(work));
        return all.Where(s => ((s.Organisation == null || s.Organisation == organisation) && (s.Safety == SafetyMark.Shielded || s.Team == null || s.Team == team))
            || (s.Safety == SafetyMark.Shielded && s.Organisation != null && alone.Contains(s.Organisation.Value))
            || matched.Any(m => m.Signal == s.Id));
    }

    /// <summary>For whose shielded signals this attention officer stands in: of an organisation without an officer those of the municipality, and where it has none, all (ADR 0090).</summary>
    public static IQueryable<OrganisationId> Unguarded(Work work)
    {
        var (account, organisations) = (work.Actor.Account, work.Organisations);
        var officers = work.Accounts.Where(a => a.Role == Role.AttentionOfficer);
        var townHall = officers.Where(a => a.OrganisationKind == OrganisationKind.Municipality);
        return organisations.Where(o => (!townHall.Any() || townHall.Any(a => a.Id == account)) && !officers.Any(a => a.Organisation == o.Id)).Select(o => o.Id);
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
