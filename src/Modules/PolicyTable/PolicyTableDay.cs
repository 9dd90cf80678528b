using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Time;
using Samenkracht.PolicyTable.Agenda;
using Samenkracht.PolicyTable.Contract;
using Samenkracht.Web.Day;

namespace Samenkracht.PolicyTable;

/// <summary>What the policy table asks of someone today: answers that came for residents, answers to prepare for who owes them, and for everyone what is too late.</summary>
internal sealed class PolicyTableDay : IDayItems
{
    private const int Most = 3;

    public async Task<IReadOnlyList<DayItem>> For(Work work, CancellationToken cancel)
    {
        if (!work.Actor.IsSignedIn) return [];
        var items = new List<DayItem>();
        if (work.Actor.May(Permission.DecideForOneself)) items.AddRange(await Answers(work, cancel));
        var own = work.Actor.May(Permission.GiveAnswers) ? await Own(work, cancel) : [];
        items.AddRange(own.Select(a => new DayItem(Direction.PolicyTable, $"Antwoord geven: {a.Question}", $"kwestie: {a.IssueTitle}", $"/beleidstafel/{a.Id}", a.AnswerBy)));
        items.AddRange((await Late(work, cancel)).Where(a => own.All(o => o.Id != a.Id)).Select(a =>
            new DayItem(Direction.PolicyTable, $"Antwoord van {a.Debtor} te laat: {a.Question}", $"kwestie: {a.IssueTitle}", $"/beleidstafel/{a.Id}", a.AnswerBy)));
        return items;
    }

    private static async Task<IEnumerable<DayItem>> Answers(Work work, CancellationToken cancel) =>
        (await AnswersFor.Unread(work, Most, cancel)).Select(a => new DayItem(Direction.PolicyTable, $"Er is een antwoord: {a.Card.IssueTitle}",
            $"van {a.Card.Debtor} · is dit een antwoord?", $"/beleidstafel/{a.Card.Id}/mening/{a.Household}", Tag: "nieuw"));

    private static async Task<List<AgendaCard>> Own(Work work, CancellationToken cancel)
    {
        var account = work.Actor.Account;
        var mine = work.Query<AgendaItem>().Where(i => i.Owner == account);
        return await work.Agenda.Where(a => a.AnsweredAt == null && mine.Any(i => i.Id == a.Id)).OrderBy(a => a.AnswerBy).Take(Most).ToListAsync(cancel);
    }

    private static async Task<List<AgendaCard>> Late(Work work, CancellationToken cancel)
    {
        var today = Amsterdam.Date(work.Now);
        return await work.Agenda.Where(a => a.AnsweredAt == null && a.AnswerBy < today).OrderBy(a => a.AnswerBy).Take(Most).ToListAsync(cancel);
    }
}
