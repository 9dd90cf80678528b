using Microsoft.EntityFrameworkCore;
using Samenkracht.Insight.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Time;
using Samenkracht.PolicyTable.Contract;
using Samenkracht.Web.Design;

namespace Samenkracht.PolicyTable.Agenda;

/// <summary>What the policy table adds to an issue: the last three steps of the chain, and its questions and answers.</summary>
internal sealed class AgendaPanel : IIssuePanel
{
    private const string Nothing = "niet gevraagd";

    public async Task<IReadOnlyDictionary<IssueId, IssuePanel>> For(Work work, IReadOnlyCollection<IssueId> issues, CancellationToken cancel)
    {
        var cards = await work.Agenda.Where(a => issues.Contains(a.Issue)).OrderBy(a => a.AnswerBy).ThenBy(a => a.Id).ToListAsync(cancel);
        var opinions = await Opinions.Count(work, [.. cards.Where(c => c.AnsweredAt != null).Select(c => c.Id)], cancel);
        var (today, disclosure) = (Amsterdam.Date(work.Now), Disclosure.For(work.Actor));
        return issues.ToDictionary(issue => issue, issue =>
        {
            var asked = cards.Where(c => c.Issue == issue).ToList();
            return new IssuePanel(Standing(asked, today), Steps(asked, opinions, disclosure, today),
                asked.Count == 0 ? null : "/PolicyTable/Agenda/_Panel.cshtml", new AgendaPanelView(asked, today));
        });
    }

    private static string Standing(List<AgendaCard> asked, DateOnly today)
    {
        if (asked.Count == 0) return Nothing;
        if (asked.FirstOrDefault(a => a.IsLate(today)) is { } late) return $"{late.Debtor}: {DutchDate.Due(late.AnswerBy, today)}";
        var answered = asked.Count(a => a.AnsweredAt is not null);
        return answered == asked.Count ? "beantwoord" : $"gevraagd aan {asked.First(a => a.AnsweredAt is null).Debtor}";
    }

    private static IReadOnlyList<IssueStep> Steps(List<AgendaCard> asked, IReadOnlyDictionary<AgendaItemId, OpinionCount> opinions, Disclosure disclosure, DateOnly today)
    {
        if (asked.Count == 0) return [new("Beleidstafel", null, Nothing, "next"), new("Antwoord", null, "nog niet", "next"), new("Terug", null, "naar wie het vroeg", "next")];
        var open = asked.FirstOrDefault(a => a.AnsweredAt is null);
        var answered = asked.Where(a => a.AnsweredAt is not null).MaxBy(a => a.AnsweredAt);
        var shown = open ?? asked[0];
        return
        [
            new("Beleidstafel", DutchDate.Short(shown.PutAt, today), $"gevraagd aan {shown.Debtor}", "done", $"/beleidstafel/{shown.Id}"),
            answered is null
                ? new("Antwoord", DutchDate.Due(shown.AnswerBy, today), shown.IsLate(today) ? $"{shown.Debtor} is te laat" : "uiterlijk", "now", $"/beleidstafel/{shown.Id}")
                : new("Antwoord", DutchDate.Short(answered.AnsweredAt!.Value, today), answered.Decision!.Value.Label().ToLowerInvariant(), "done", $"/beleidstafel/{answered.Id}"),
            Back(answered, opinions, disclosure),
        ];
    }

    private static IssueStep Back(AgendaCard? answered, IReadOnlyDictionary<AgendaItemId, OpinionCount> opinions, Disclosure disclosure)
    {
        if (answered is null) return new("Terug", null, "naar wie het vroeg", "next");
        return opinions.GetValueOrDefault(answered.Id)?.Short(disclosure) is { } said
            ? new("Terug", said, "vinden dit een antwoord", "done")
            : new("Terug", "ja", "het antwoord ging naar wie het vroeg", "done");
    }
}

internal sealed record AgendaPanelView(IReadOnlyList<AgendaCard> Items, DateOnly Today);
