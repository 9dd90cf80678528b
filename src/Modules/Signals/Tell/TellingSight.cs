using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;

namespace Samenkracht.Signals.Tell;

/// <summary>Zicht op wat nog verteld moet worden: before there is a household with the signal, then for the professionals of its circle under that law, and what is
/// put off also for the attention officer, of that organisation or who stands in for it. By emergency access nobody, and no resident: they read what they were told, see <see cref="OwnReports"/>.</summary>
internal static class TellingSight
{
    public static IQueryable<DutyToTell> Duties(IQueryable<DutyToTell> all, Work work)
    {
        var actor = work.Actor;
        if (actor.IsSystem) return all;
        if (!actor.IsSignedIn || !actor.Role.IsProfessional() || actor.Emergency is not null) return all.Where(_ => false);
        var (signals, covered) = (work.Query<Signal>(), work.CircleCoverage);
        if (!actor.May(Permission.HandleSafety))
            return all.Where(d => (d.Household == null && signals.Any(s => s.Id == d.Signal))
                || covered.Any(c => c.Household == d.Household && c.Law == d.Law && (d.Safety == SafetyMark.None || c.SeesSafety)));
        var (organisation, alone, households) = (actor.Organisation, SignalSight.Unguarded(work), work.Households.Where(h => h.Safety == SafetyMark.Shielded));
        return all.Where(d => (d.Household == null && signals.Any(s => s.Id == d.Signal))
            || covered.Any(c => c.Household == d.Household && c.Law == d.Law && (d.Safety == SafetyMark.None || c.SeesSafety))
            || ((d.Controller == organisation || alone.Any(o => o == d.Controller)) && (d.Safety == SafetyMark.Shielded || d.State == DutyState.Withheld || households.Any(h => h.Id == d.Household))));
    }

    /// <summary>Whether the actor tells what they see, and not only reads why it was put off: before there is a household who sees the signal, then only whom the household opens to, and who sees the
    /// duty also when it is told. From outside nobody can say to whom it was told.</summary>
    public static async Task<bool> MayTell(Work work, DutyToTell duty, HouseholdCard? opened, CancellationToken cancel)
    {
        if (duty.Household is not { } household || (opened is not null && duty.State != DutyState.Withheld)) return true;
        if (opened is null) return false;
        var guards = work.Actor.May(Permission.HandleSafety) && (duty.Controller == work.Actor.Organisation || await SignalSight.Unguarded(work).AnyAsync(o => o == duty.Controller, cancel));
        return (guards && (duty.Safety == SafetyMark.Shielded || opened.Safety == SafetyMark.Shielded))
            || await work.CircleCoverage.AnyAsync(c => c.Household == household && c.Law == duty.Law && (duty.Safety == SafetyMark.None || c.SeesSafety), cancel);
    }

    public static IQueryable<Notice> Notices(IQueryable<Notice> all, Work work)
    {
        var duties = work.Query<DutyToTell>();
        return all.Where(n => duties.Any(d => d.Id == n.Duty));
    }

    public static IQueryable<NoticePerson> People(IQueryable<NoticePerson> all, Work work)
    {
        var notices = work.Query<Notice>();
        return all.Where(p => notices.Any(n => n.Id == p.Notice));
    }
}
