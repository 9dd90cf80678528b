using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;
using Samenkracht.Web.Access;

namespace Samenkracht.Residents.Requests;

/// <summary>De beperking laten stoppen: who asked it reads that now, and it holds until the notice has passed.</summary>
[Allow(Permission.HandleRequests, Permission.HandleSafety)]
internal sealed class EndRestrictionModel(Storage storage, ReadLog reads) : SkPage
{
    [BindProperty(SupportsGet = true, Name = "id")]
    public PersonRequestId Id { get; set; }

    [BindProperty, StringLength(Requests.Restriction.MostWords)]
    public string? EndReason { get; set; }

    public PersonRequest Asked { get; private set; } = null!;

    public Restriction Restriction { get; private set; } = null!;

    public async Task<IActionResult> OnGet() => await Shown();

    public async Task<IActionResult> OnPost()
    {
        await using var work = await storage.Begin(Actor, Cancel);
        if (!await Load(work)) return NotFound();
        if (Restriction.EndsAt is not null)
        {
            Refuse("", "Dat deze beperking stopt, is net al gezegd.");
            return await Shown();
        }
        if (string.IsNullOrWhiteSpace(EndReason)) Refuse(nameof(EndReason), "Schrijf op waarom de beperking stopt. De inwoner leest dit.");
        if (!ModelState.IsValid) return await Shown();
        var because = work.Because(ResidentEvents.RestrictionEnds);
        Restriction.End(EndReason!, because);
        work.Expect(Restriction, Version);
        await work.Note(because, Asked.Id.Value, Asked.Household, new { Title = Asked.Kind.Label(), Restriction.EndsAt }, Cancel);
        return await Saved(work) ? Done($"/verzoeken/{Id}", Asked.OnBehalf
            ? "Vertel de inwoner dat de beperking stopt, en waarom: wie hier geen inlog heeft, leest het niet. Tot die dag geldt zij nog."
            : "De inwoner leest dat de beperking stopt, en waarom. Tot die dag geldt zij nog.") : await Shown();
    }

    private async Task<IActionResult> Shown()
    {
        await using var work = await storage.Read(Actor, Cancel);
        if (!await Load(work)) return NotFound();
        // As on the page of the request itself.
        await reads.Looked(Actor, Asked.Household, "Huishouden en plan", Purpose.DataRights, Cancel);
        // Also after a refusal: what now stands is what one answers to.
        Version = Restriction.Version;
        return Page();
    }

    private async Task<bool> Load(Work work)
    {
        if (await work.Query<PersonRequest>().FirstOrDefaultAsync(r => r.Id == Id, Cancel) is not { } request || !request.Decides(Actor)) return false;
        if (await work.Query<Restriction>().FirstOrDefaultAsync(r => r.Request == request.Id, Cancel) is not { } restriction) return false;
        (Asked, Restriction) = (request, restriction);
        return true;
    }
}
