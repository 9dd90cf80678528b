using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Contract;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Storage;
using Samenkracht.Web.Access;
using Samenkracht.Web.Design;

namespace Samenkracht.Signals.Assess;

/// <summary>Doorgeven aan een andere organisatie: to whom, and what was agreed. The handing over itself is done by phone, warm.</summary>
[Allow(Permission.AssessSignals, Permission.WorkOnIssues)]
internal sealed class HandOver(Storage storage, ReadLog reads) : AssessPage(storage, reads)
{
    [BindProperty, Required(ErrorMessage = "Schrijf op aan welke organisatie u het doorgeeft."), StringLength(200)]
    public string? HandedTo { get; set; }

    [BindProperty, StringLength(1000)]
    public string? Agreed { get; set; }

    public IReadOnlyList<Option> Organisations { get; private set; } = [];

    public Task<IActionResult> OnPost() => Conclude(null, "Het signaal is doorgegeven.",
        _ => Task.FromResult<Decision?>(Decision.HandOver(HandedTo!.Trim(), string.IsNullOrWhiteSpace(Agreed) ? null : Agreed.Trim())));

    protected override async Task Prepare(Work work) =>
        Organisations = [.. (await work.Organisations.ToListAsync(Cancel)).Select(o => new Option(o.Name, o.Name)).OrderBy(o => o.Text)];
}
