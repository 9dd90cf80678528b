using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Storage;
using Samenkracht.Web.Access;

namespace Samenkracht.Signals.Assess;

/// <summary>Geen actie: always with a reason, which colleagues read and the reporter does not.</summary>
[Allow(Permission.AssessSignals, Permission.WorkOnIssues)]
internal sealed class NoAction(Storage storage, ReadLog reads) : AssessPage(storage, reads)
{
    [BindProperty, Required(ErrorMessage = "Schrijf op waarom er nu niets nodig is."), StringLength(1000)]
    public string? Reason { get; set; }

    public Task<IActionResult> OnPost() =>
        Conclude(null, "Het signaal is afgerond zonder actie.", _ => Task.FromResult<Decision?>(Decision.NoAction(Reason!.Trim())));
}
