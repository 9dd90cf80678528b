using Microsoft.EntityFrameworkCore;
using Samenkracht.Insight.Issues;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Records;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;
using Samenkracht.Support.Contract;

namespace Samenkracht.Insight.Copy;

/// <summary>Kopie: the collective issues in which the household takes part.</summary>
internal sealed class IssueCopy : ICopySource
{
    public int Order => 50;

    public async Task<IReadOnlyList<CopyPart>> For(Work work, CopySubject whom, CancellationToken cancel)
    {
        var person = new PersonId(whom.Person);
        var open = work.Questions.Where(q => q.Household == whom.Household && q.Safety == SafetyMark.None && q.Audience != Audience.Author && (q.About == null || q.About == person));
        var joined = await (from c in work.Query<IssueContribution>()
                            join i in work.Query<CollectiveIssue>() on c.Issue equals i.Id
                            where c.Household == whom.Household && open.Any(q => q.Id == c.Question)
                            orderby c.AddedAt
                            select new { i.Title, c.AddedAt, c.WantsAnswer }).ToListAsync(cancel);
        return
        [
            new("kwesties", "Waar u aan meedoet", "Kwesties die meer mensen raken.",
            [
                .. joined.Select(j => (IReadOnlyList<CopyValue>)
                    [new("kwestie", "Kwestie", j.Title), new("sinds", "Sinds", j.AddedAt), new("antwoord", "U wilt het antwoord horen", j.WantsAnswer ? "ja" : "nee")]),
            ]),
        ];
    }
}
