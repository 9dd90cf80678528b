using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel.Keys;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;
using Samenkracht.Signals.Tell;

namespace Samenkracht.Signals;

internal static class SignalTables
{
    public static void Map(ModelMap map) => Forget(map)
        .Scoped<Signal>(SignalSight.Signals, t => t.Sealed(s => s.Text, s => s.About).HasKey(s => s.Id))
        .Scoped<SignalReporter>(SignalSight.Reporters, t =>
        {
            t.HasKey(r => r.Signal);
            t.HasOne<Signal>().WithOne().HasForeignKey<SignalReporter>(r => r.Signal);
        })
        .Scoped<SignalMatch>(
            (all, work) =>
            {
                if (work.Actor.IsSystem) return all;
                if (work.IsNarrowed) return work.Context.Set<SignalMatch>().FromSql($"SELECT * FROM signal_match WHERE sight.guards(household)");
                var guarded = work.Guarded;
                return all.Where(m => guarded.Any(h => h == m.Household));
            },
            t =>
            {
                t.HasKey(m => new { m.Signal, m.Household });
                t.HasOne<Signal>().WithMany().HasForeignKey(m => m.Signal);
            })
        .Scoped<SignalClaim>(SignalSight.Claims, t =>
        {
            t.HasKey(c => c.Id);
            t.HasOne<Signal>().WithMany().HasForeignKey(c => c.Signal);
        })
        .Scoped<DutyToTell>(TellingSight.Duties, t =>
        {
            t.HasKey(d => d.Id);
            t.Ignore(d => d.IsOpen).Ignore(d => d.IsMet);
            t.HasOne<Signal>().WithOne().HasForeignKey<DutyToTell>(d => d.Signal);
        })
        .Scoped<Notice>(TellingSight.Notices, t =>
        {
            t.Sealed(n => n.Words, n => n.Place, n => n.SourceShown, n => n.Reason).SealedChoice(n => n.Ground).HasKey(n => n.Id);
            t.HasOne<DutyToTell>().WithMany().HasForeignKey(n => n.Duty);
        })
        .Scoped<NoticePerson>(TellingSight.People, t =>
        {
            t.HasKey(p => new { p.Notice, p.Person });
            t.HasOne<Notice>().WithMany().HasForeignKey(p => p.Notice);
        })
        .Scoped<Assessment>(SignalSight.Assessments, t =>
        {
            t.Sealed(a => a.HandedTo, a => a.Reason).HasKey(a => a.Id);
            t.HasOne<Signal>().WithOne().HasForeignKey<Assessment>(a => a.Signal);
        });

    private static ModelMap Forget(ModelMap map) => map
        .IsSubject("signal")
        .GoesWith("signal_reporter", "signal").GoesWith("signal_reporter", "account")
        .GoesWith("signal_claim", "signal")
        .GoesWith("assessment", "signal").GoesWith("assessment").GoesWith("assessment", "question")
        .GoesWith("signal_match", "signal").GoesWith("signal_match")
        .GoesWith("duty_to_tell", "signal").GoesWith("duty_to_tell", law: "law").GoesWith("duty_to_tell", "question")
        .GoesWith("notice", "duty_to_tell", "duty").GoesWith("notice_person", "notice").GoesWith("notice_person", "person")
        // A signal that became a household's question goes with it.
        .Draws("assessment", "signal");
}
