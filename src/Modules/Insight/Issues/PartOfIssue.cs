using Microsoft.EntityFrameworkCore;
using Samenkracht.Insight.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Storage;
using Samenkracht.Signals.Contract;
using Samenkracht.Web.Design;

namespace Samenkracht.Insight.Issues;

/// <summary>Hoort bij een kwestie: a signal is assessed as part of something that more people meet.</summary>
internal sealed class PartOfIssue : IAssessmentOutcome
{
    private const int Most = 50;

    public string Code => "issue";

    public string Title => "Hoort bij een kwestie";

    public string Explanation => "Meer mensen hebben hiermee te maken. De melder leest later wat er van de kwestie kwam.";

    public async Task<IReadOnlyList<Option>> Choices(Work work, SignalCard signal, CancellationToken cancel)
    {
        var issues = await work.Issues.OrderByDescending(i => i.Theme == signal.Theme).ThenByDescending(i => i.OpenedAt).Take(Most).ToListAsync(cancel);
        return [.. issues.Select(i => new Option(i.Id.ToString(), i.Title, i.Theme.Label()))];
    }

    public async Task<string?> Apply(Work work, SignalCard signal, string choice, CancellationToken cancel)
    {
        if (!Id.TryParse<IssueId>(choice, out var issue) || !await work.Issues.AnyAsync(i => i.Id == issue, cancel)) return "Kies een kwestie.";
        var because = work.Because(InsightEvents.Joined);
        work.Add(IssueContribution.BySignal(because, issue, signal.Id));
        await work.Note(because, issue.Value, payload: new { signal = signal.Id }, cancel: cancel);
        return null;
    }
}
