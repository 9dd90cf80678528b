using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Storage;
using Samenkracht.Signals.Contract;
using Samenkracht.Web.Access;
using Samenkracht.Web.Design;

namespace Samenkracht.Signals.Assess;

/// <summary>Een uitkomst uit een andere module, such as joining a collective issue: see <see cref="IAssessmentOutcome"/>.</summary>
[Allow(Permission.AssessSignals, Permission.WorkOnIssues)]
internal sealed class Contribute(Storage storage, ReadLog reads, IEnumerable<IAssessmentOutcome> outcomes) : AssessPage(storage, reads)
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty, Required(ErrorMessage = "Kies waar het bij hoort."), StringLength(100)]
    public string? Choice { get; set; }

    public IReadOnlyList<Option> Choices { get; private set; } = [];

    public IAssessmentOutcome Outcome => outcomes.First(o => o.Code == Code);

    public Task<IActionResult> OnPost() => Conclude(null, "Het signaal is gezamenlijk opgepakt.", async work =>
    {
        var refusal = Choices.Any(c => c.Value == Choice)
            ? await Outcome.Apply(work, await Card(work), Choice!, Cancel)
            : "Deze keuze bestaat niet meer. Kies opnieuw.";
        if (refusal is null) return Decision.Contributes(Outcome);
        Refuse(nameof(Choice), refusal);
        return null;
    });

    protected override bool Fits(Signal signal) => outcomes.Any(o => o.Code == Code);

    protected override async Task Prepare(Work work) => Choices = await Outcome.Choices(work, await Card(work), Cancel);

    private Task<SignalCard> Card(Work work) => work.Signals.SingleAsync(s => s.Id == Id, Cancel);
}
