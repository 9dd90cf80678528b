using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Keys;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;
using Samenkracht.Support.Ask;
using Samenkracht.Support.Consent;
using Samenkracht.Support.Converse;
using Samenkracht.Support.Disclose;
using Samenkracht.Support.Letters;
using Samenkracht.Support.Plans;
using Samenkracht.Support.Show;

namespace Samenkracht.Support;

internal static class SupportTables
{
    public static void Map(ModelMap map) => Forget(map)
        .Scoped<Question>((all, work) => ItemScope.ForCircle(all, work, Parts.Questions), table => table.Sealed(q => q.Text).HasKey(q => q.Id))
        .Scoped<Conversation>((all, work) => ItemScope.ForCircle(all, work, Parts.Conversations), table =>
        {
            table.Sealed(c => c.Text);
            table.HasKey(c => c.Id);
            table.Property(c => c.Author).IsRequired();
        })
        .Scoped<Disclosure>((all, work) => ItemScope.ForCircle(all, work, Parts.Plan), table =>
        {
            table.Sealed(d => d.Place, d => d.Words).HasKey(d => d.Id);
            table.Property(d => d.Author).IsRequired();
            table.Property(d => d.About).IsRequired();
            table.HasOne<Question>().WithMany().HasForeignKey(d => d.Question);
            table.HasOne<Goal>().WithMany().HasForeignKey(d => d.Goal);
            table.HasOne<Letter>().WithMany().HasForeignKey(d => d.Letter);
            table.HasOne<Conversation>().WithMany().HasForeignKey(d => d.Conversation);
        })
        .Scoped<QuestionClosure>(
            (all, work) => all.Where(c => work.Query<Question>().Any(q => q.Id == c.Question)),
            table =>
            {
                table.HasKey(c => c.Question);
                table.HasOne<Question>().WithMany().HasForeignKey(c => c.Question);
            })
        .Scoped<Plan>(OfHouseholds, table => table.HasKey(p => p.Id))
        .Scoped<PlanApproval>(
            Said,
            table =>
            {
                table.Sealed(a => a.Words);
                table.HasKey(a => a.Id);
                table.HasOne<Plan>().WithMany().HasForeignKey(a => a.Plan);
            })
        .Scoped<Goal>((all, work) => ItemScope.ForCircle(all, work, Parts.Plan), table =>
        {
            table.Sealed(g => g.Text, g => g.Whose);
            table.HasKey(g => g.Id);
            table.HasOne<Plan>().WithMany().HasForeignKey(g => g.Plan);
        })
        .Scoped<Letter>((all, work) => ItemScope.ForCircle(all, work, Parts.Letters), table =>
        {
            table.Sealed(l => l.Subject, l => l.Text, l => l.Outcome);
            table.HasKey(l => l.Id);
            table.Property(l => l.About).IsRequired();
            table.Ignore(l => l.IsSent);
        })
        .Scoped<ConsentRequest>((all, work) => ItemScope.ForCircle(all, work, Parts.Letters), table =>
        {
            table.Sealed(r => r.What, r => r.Why);
            table.HasKey(r => r.Id);
            table.Property(r => r.About).IsRequired();
        })
        .Scoped<ConsentAnswer>(
            (all, work) => all.Where(a => work.Query<ConsentRequest>().Any(r => r.Id == a.Request)),
            table =>
            {
                table.Sealed(a => a.Words);
                table.HasKey(a => a.Id);
                table.HasOne<ConsentRequest>().WithMany().HasForeignKey(a => a.Request);
            })
        .Scoped<LawfulSharing>(
            (all, work) => all.Where(s => work.Query<ConsentRequest>().Any(r => r.Id == s.Request)),
            table =>
            {
                table.Sealed(s => s.Reason);
                table.HasKey(s => s.Id);
                table.HasOne<ConsentRequest>().WithMany().HasForeignKey(s => s.Request);
            })
        .Scoped<PlanAction>((all, work) => ItemScope.ForCircle(all, work, Parts.Plan), table =>
        {
            table.Sealed(a => a.Text, a => a.DoerName);
            table.HasKey(a => a.Id);
            table.HasOne<Goal>().WithMany().HasForeignKey(a => a.Goal);
        })
        .Scoped<AnyItem>(AnyItem.Visible, items => items.HasNoKey().ToSqlQuery(AnyItem.Sql));

    private static IQueryable<Plan> OfHouseholds(IQueryable<Plan> all, Work work)
    {
        var households = work.HouseholdIds;
        return all.Where(p => households.Contains(p.Household));
    }

    // What one says of a plan is for who works here: nobody else at home reads it, and nobody beside them.
    private static IQueryable<PlanApproval> Said(IQueryable<PlanApproval> all, Work work)
    {
        var here = all.Where(a => work.Query<Plan>().Any(p => p.Id == a.Plan));
        if (work.Actor.IsSystem || work.Actor.Role.IsProfessional()) return here;
        var me = work.Actor.Account;
        return here.Where(a => a.ByAccount == me);
    }

    private static ModelMap Forget(ModelMap map) => map
        .GoesWith("letter", law: "law").GoesWith("letter", "person", "about")
        .GoesWith("consent_request", law: "law").GoesWith("consent_request", "person", "about")
        .GoesWith("consent_answer", "consent_request", "request").GoesWith("consent_answer", "person", "by_person")
        .GoesWith("lawful_sharing", "consent_request", "request")
        .GoesWith("question", law: "law").GoesWith("question", "account", "author").GoesWith("question", "person", "about")
        .GoesWith("conversation", law: "law").GoesWith("conversation", "account", "author").GoesWith("conversation", "person", "about")
        .GoesWith("question_closure", "question")
        .GoesWith("plan")
        .GoesWith("plan_approval", "plan").GoesWith("plan_approval", "account", "by_account")
        .GoesWith("goal", "plan").GoesWith("goal", law: "law").GoesWith("goal", "account", "author").GoesWith("goal", "person", "about")
        .GoesWith("disclosure", law: "law").GoesWith("disclosure", "question").GoesWith("disclosure", "goal").GoesWith("disclosure", "letter").GoesWith("disclosure", "conversation")
        .GoesWith("disclosure", "account", "author").GoesWith("disclosure", "person", "about")
        .GoesWith("plan_action", law: "law").GoesWith("plan_action", "goal").GoesWith("plan_action", "account", "doer_account").GoesWith("plan_action", "account", "author").GoesWith("plan_action", "person", "about");
}
