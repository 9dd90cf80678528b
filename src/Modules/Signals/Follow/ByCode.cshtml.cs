using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Time;
using Samenkracht.Signals.Contract;
using Samenkracht.Web.Access;

namespace Samenkracht.Signals.Follow;

/// <summary>Signaal volgen: who has reference and secret reads the feedback, and nothing else. By POST, so that no code stands in a URL.</summary>
[Public, EnableRateLimiting("public-form"), ResponseCache(NoStore = true)]
internal sealed class ByCode(Storage storage, IEnumerable<ISignalFeedback> feedback, WorkingDays days) : SkPage
{
    private const string Unknown = "Deze twee horen niet bij elkaar. Kijk ze na en probeer het opnieuw.";

    [BindProperty, Required(ErrorMessage = "Vul uw kenmerk in.")]
    public string? Reference { get; set; }

    [BindProperty, Required(ErrorMessage = "Vul uw geheim in.")]
    public string? Secret { get; set; }

    public Report? Report { get; private set; }

    public IReadOnlyList<SignalFeedbackLine> Lines { get; private set; } = [];

    public MeldingTerms? Melding => Report?.Kind == SignalKind.Request ? MeldingTerms.From(Report.ReceivedAt, days) : null;

    public void OnGet() { }

    public async Task OnPost()
    {
        if (!ModelState.IsValid) return;
        if (!SignalCode.IsReference(SignalCode.Read(Reference)))
        {
            Refuse(nameof(Reference), "Dit kenmerk klopt niet. Een kenmerk heeft acht tekens, zoals K7F4-3QM9.");
            return;
        }
        await using var work = await storage.Read(Kernel.Access.Actor.Anonymous, Cancel);
        Report = await Read(work);
        if (Report is { HearsMore: true }) Lines = await feedback.LinesFor(work, [Report.Id], Cancel);
    }

    /// <summary>"Is dit een antwoord?": yes or no, to the module that asked.</summary>
    public async Task<IActionResult> OnPostReply(Guid question, bool yes, [StringLength(500)] string? words)
    {
        await using (var work = await storage.Begin(Kernel.Access.Actor.Anonymous, Cancel))
        {
            if (!ModelState.IsValid || await Read(work) is not { HearsMore: true } report) return Page();
            if (await feedback.Reply(work, report.Id, question, yes, words, Cancel)) await Saved(work);
        }
        await OnPost();
        return Page();
    }

    private async Task<Report?> Read(Work work)
    {
        var report = await Reports.Find(work, SignalCode.Read(Reference), SignalCode.Read(Secret), Cancel);
        if (report is null) Refuse(nameof(Secret), Unknown);
        return report;
    }
}
