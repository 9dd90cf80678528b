using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Samenkracht.Insight.Findings;
using Samenkracht.Insight.Issues;
using Samenkracht.Insight.Scanning;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Signals.Contract;
using Samenkracht.Support.Contract;

namespace Samenkracht.Insight;

/// <summary>What is stored, and who sees which rows.</summary>
internal static class InsightTables
{
    public static void Map(ModelMap map) => Forget(map)
        .Open<ScanRun>(run => run.Property(r => r.Id).ValueGeneratedNever())
        .Scoped<KeptInput>(ForTheSystem, row =>
        {
            row.HasKey(i => i.Run);
            row.HasOne<ScanRun>().WithOne().HasForeignKey<KeptInput>(i => i.Run);
        })
        .Scoped<ScanNull>(OfVisibleFindings, row =>
        {
            row.HasKey(n => new { n.Run, n.Family, n.Theme });
            row.HasOne<ScanRun>().WithMany().HasForeignKey(n => n.Run);
        })
        .Scoped<Finding>(Visible, MapFinding)
        .Scoped<FindingBuurt>(OfVisibleFindings, row => row.HasKey(b => new { b.Finding, b.BuurtCode }))
        .Scoped<Verdict>(OfVisibleFindings, row =>
        {
            row.HasKey(v => v.Finding);
            row.HasOne<Finding>().WithOne().HasForeignKey<Verdict>(v => v.Finding);
        })
        .Scoped<Hearing>(ForTheTeam, row => row.Property(h => h.Id).ValueGeneratedNever())
        .Open<CollectiveIssue>(MapIssue)
        .Open<IssueArea>(row => row.HasKey(a => new { a.Issue, a.AreaCode }))
        .Open<IssueCommunity>(row => row.HasKey(c => new { c.Issue, c.Community }))
        .Open<IssueAction>(row =>
        {
            row.Property(a => a.Id).ValueGeneratedNever();
            row.HasOne<CollectiveIssue>().WithMany().HasForeignKey(a => a.Issue);
        })
        .Scoped<IssueContribution>(Own, row =>
        {
            row.Property(c => c.Id).ValueGeneratedNever();
            row.HasOne<CollectiveIssue>().WithMany().HasForeignKey(c => c.Issue);
        });

    private static void MapFinding(EntityTypeBuilder<Finding> finding)
    {
        finding.Property(f => f.Id).ValueGeneratedNever();
        finding.HasOne<ScanRun>().WithMany().HasForeignKey(f => new { f.Run, f.Kind }).HasPrincipalKey(r => new { r.Id, r.Kind });
        finding.HasOne<Finding>().WithMany().HasForeignKey(f => f.Origin);
        finding.HasOne<Finding>().WithMany().HasForeignKey(f => f.Returns);
        finding.HasMany(f => f.Buurten).WithOne().HasForeignKey(b => b.Finding);
    }

    private static void MapIssue(EntityTypeBuilder<CollectiveIssue> issue)
    {
        issue.Property(i => i.Id).ValueGeneratedNever();
        issue.HasOne<Finding>().WithOne().HasForeignKey<CollectiveIssue>(i => i.Finding);
        issue.HasMany(i => i.Areas).WithOne().HasForeignKey(a => a.Issue);
        issue.HasMany(i => i.Communities).WithOne().HasForeignKey(c => c.Issue);
    }

    // Outside the team only what the statistics service lets out, and nothing that the team says is not so, also when a later scan finds it again.
    private static IQueryable<Finding> Visible(IQueryable<Finding> all, Work work)
    {
        if (work.Actor.May(Permission.SeeFindings)) return all;
        if (!work.Actor.May(Permission.SeeRoundedFindings)) return all.Where(_ => false);
        var judged = from verdict in work.Unscoped<Verdict>("whether a pattern was rejected decides whether it may be seen")
                     join same in all on verdict.Finding equals same.Id
                     select new { same.Origin, verdict.Confirmed, verdict.JudgedAt };
        return all.Where(f => f.ToldOutside
            && !judged.Any(j => j.Origin == f.Origin && !j.Confirmed && !judged.Any(later => later.Origin == f.Origin && later.Confirmed && later.JudgedAt > j.JudgedAt)));
    }

    private static IQueryable<FindingBuurt> OfVisibleFindings(IQueryable<FindingBuurt> all, Work work)
    {
        var findings = work.Query<Finding>();
        return all.Where(b => findings.Any(f => f.Id == b.Finding));
    }

    private static IQueryable<ScanNull> OfVisibleFindings(IQueryable<ScanNull> all, Work work)
    {
        var findings = work.Query<Finding>();
        return all.Where(n => findings.Any(f => f.Run == n.Run && f.Family == n.Family && f.Theme == n.Theme));
    }

    private static IQueryable<Verdict> OfVisibleFindings(IQueryable<Verdict> all, Work work)
    {
        var findings = work.Query<Finding>();
        return all.Where(v => findings.Any(f => f.Id == v.Finding));
    }

    private static IQueryable<T> ForTheSystem<T>(IQueryable<T> all, Work work) => work.Actor.IsSystem ? all : all.Where(_ => false);

    private static IQueryable<T> ForTheTeam<T>(IQueryable<T> all, Work work) =>
        work.Actor.May(Permission.SeeFindings) ? all : all.Where(_ => false);

    // Who takes part is known to who may see the household's question about it, and to who assesses the signal; an issue's page only counts.
    private static IQueryable<IssueContribution> Own(IQueryable<IssueContribution> all, Work work)
    {
        if (work.Actor.IsSystem) return all;
        var (questions, signals) = (work.Questions, work.Signals);
        return all.Where(c => questions.Any(q => q.Id == c.Question) || signals.Any(s => s.Id == c.Signal));
    }

    private static ModelMap Forget(ModelMap map) => map
        .GoesWith("issue_contribution").GoesWith("issue_contribution", "signal").GoesWith("issue_contribution", "question")
        .Stays("buurten, themes and communities in numbers, erased after 400 days (ADR 0030); no household", "kept_input")
        .Stays("numbers of buurten and communities, and what the team wrote about those", "scan_run", "scan_null", "finding", "finding_buurt", "verdict", "hearing")
        .Stays("what is collective, without names of people in care", "collective_issue", "issue_area", "issue_community", "issue_action");
}
