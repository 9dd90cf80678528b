using Samenkracht.Kernel.Keys;
using Samenkracht.Kernel.Storage;
using Samenkracht.PolicyTable.Agenda;
using Samenkracht.Support.Contract;

namespace Samenkracht.PolicyTable;

/// <summary>What is stored. Questions and answers are for every signed-in role; an opinion is seen with the question that it was given for.</summary>
internal static class PolicyTableTables
{
    public static void Map(ModelMap map) => Forget(map)
        .Open<AgendaItem>(item => item.Property(i => i.Id).ValueGeneratedNever())
        .Open<Answer>(answer =>
        {
            answer.HasKey(a => a.Item);
            answer.HasOne<AgendaItem>().WithOne().HasForeignKey<Answer>(a => a.Item);
        })
        .Scoped<AnswerOpinion>(Own, opinion =>
        {
            opinion.Sealed(o => o.Words).Property(o => o.Id).ValueGeneratedNever();
            opinion.HasOne<Answer>().WithMany().HasForeignKey(o => o.Item);
        });

    private static IQueryable<AnswerOpinion> Own(IQueryable<AnswerOpinion> all, Work work)
    {
        if (work.Actor.IsSystem) return all;
        var questions = work.Questions;
        return all.Where(o => questions.Any(q => q.Id == o.Question));
    }

    private static ModelMap Forget(ModelMap map) => map
        .GoesWith("answer_opinion").GoesWith("answer_opinion", "signal").GoesWith("answer_opinion", "question")
        .Stays("questions to a table and its answers, public within the organisation", "agenda_item", "answer");
}
