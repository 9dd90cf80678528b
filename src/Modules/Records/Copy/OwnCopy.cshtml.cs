using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Records;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;
using Samenkracht.Web.Access;

namespace Samenkracht.Records.Copy;

/// <summary>Kopie van mijn gegevens, for the resident: at once, because it holds no more than the resident sees here anyway.</summary>
[Allow(Permission.DecideForOneself)]
internal sealed class OwnCopyModel(Storage storage, ReadLog reads, IEnumerable<ICopySource> sources) : SkPage
{
    /// <summary>Null when there is nothing (yet) that may be shown here.</summary>
    public PersonalCopy? Copy { get; private set; }

    private CopySubject? whom;

    public async Task OnGet() => await Make();

    public Task<IActionResult> OnPostFile() => Give(CopyForm.Html);

    public Task<IActionResult> OnPostJson() => Give(CopyForm.Json);

    private async Task<IActionResult> Give(CopyForm form)
    {
        await Make();
        return whom is null || Copy is null ? NotFound() : await CopyDesk.Give(storage, Actor, whom, Copy, form, Cancel);
    }

    private async Task Make()
    {
        await using var work = await storage.Read(Actor, Cancel);
        if (await work.Households.OrderBy(h => h.KnownSince).FirstOrDefaultAsync(Cancel) is not { } own) return;
        if ((whom = await work.CopySubject(own.Id, person: null, Cancel)) is null) return;
        await HouseholdFile.Open(work, reads, own.Id, "Kopie van gegevens", Cancel);
        Copy = await PersonalCopy.Make(work, whom, sources, Cancel);
    }
}
