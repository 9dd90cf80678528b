using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Directory.Contract;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Signals.Contract;
using Samenkracht.Web.Access;
using Samenkracht.Web.Design;

namespace Samenkracht.Signals.Raise;

/// <summary>Signaal doorgeven: anyone, with or without account, in under a minute.</summary>
[Public, EnableRateLimiting("public-form")]
internal sealed class Form(Storage storage, RaiseSignal raise, FormSeal seal) : SkPage
{
    /// <summary>About whom: "iemand", "mijzelf" or "gemeenschap"; without it the role decides.</summary>
    [BindProperty(SupportsGet = true, Name = "voor")]
    public string? About { get; set; }

    [BindProperty]
    public SignalForm Input { get; set; } = new();

    public static IReadOnlyList<Option> ToldOptions { get; } = [.. Option.Of<Told>().Where(o => o.Value != nameof(Told.NotApplicable))];

    public IReadOnlyList<Option> Communities { get; private set; } = [];

    public SignalKind Kind => About switch
    {
        "iemand" => SignalKind.Concern,
        "mijzelf" => SignalKind.Request,
        "gemeenschap" => SignalKind.Community,
        _ => Actor.Role == Role.Resident ? SignalKind.Request : SignalKind.Concern,
    };

    public async Task OnGet()
    {
        Input.Seal = seal.New();
        await Load();
    }

    public async Task<IActionResult> OnPost()
    {
        foreach (var (field, words) in Input.Missing(Kind, Actor.IsSignedIn)) Refuse($"{nameof(Input)}.{field}", words);
        var form = seal.Read(Input.Seal);
        if (form is null || LooksLikeRobot(form)) Refuse("", "Wij konden niet zien of u een mens bent. Uw tekst staat er nog. Druk nog een keer op Versturen.");
        if (ModelState.IsValid && await Receive(form!)) return Received(form!);
        if (form is null || seal.IsTooOld(form)) Input.Seal = seal.New();
        await Load();
        return Page();
    }

    private bool LooksLikeRobot(SealedForm form) =>
        !Actor.IsSignedIn && (!string.IsNullOrEmpty(Input.Website) || !seal.IsHuman(form));

    private async Task<bool> Receive(SealedForm form)
    {
        await using var work = await storage.Begin(RaiseSignal.Speaker(Actor, Kind), Cancel);
        // Sent twice: the first one counts, and this page may show its code.
        const string Own = "its own form carries this id, sealed";
        if (await work.Beyond(Own, () => work.Unscoped<Signal>(Own).AnyAsync(s => s.Id == form.Id, Cancel))) return true;
        await raise.Run(work, form, await Said(work), Kind == SignalKind.Community ? null : Input.Contact, Cancel);
        try
        {
            return await Saved(work);
        }
        catch (UniqueConflictException taken) when (taken.Constraint.Contains("reference", StringComparison.Ordinal))
        {
            Input.Seal = seal.New();
            Refuse("", "Dat ging niet goed. Uw tekst staat er nog. Druk nog een keer op Versturen.");
            return false;
        }
        catch (UniqueConflictException)
        {
            return true;
        }
    }

    private async Task<NewSignal> Said(Work work)
    {
        var about = Kind == SignalKind.Community ? Input.Community : Input.About;
        var community = Kind == SignalKind.Community ? await Find(work, Input.Community!) : null;
        return new(Kind, Input.Text!.Trim(), community is null ? Trimmed(about) : null, Input.Urgency,
            Input.Told ?? Told.NotApplicable, Input.Theme, community, Kind == SignalKind.Community ? Input.HowMany : null);
    }

    // A name that two communities share stays words: who assesses it asks.
    private async Task<CommunityId?> Find(Work work, string name)
    {
        var named = await work.Communities.Where(c => c.Name == name.Trim()).Take(2).ToListAsync(Cancel);
        return named.Count == 1 ? named[0].Id : null;
    }

    // The code travels in an encrypted cookie, once, and never in a URL.
    private LocalRedirectResult Received(SealedForm form)
    {
        TempData[Raise.Received.Key] = $"{form.Code.Reference} {form.Code.Secret} {Kind}";
        return LocalRedirect("/signaal/ontvangen");
    }

    private async Task Load()
    {
        if (Kind != SignalKind.Community) return;
        await using var work = await storage.Read(Actor, Cancel);
        var names = await work.Communities.Select(c => c.Name).Distinct().OrderBy(n => n).Take(500).ToListAsync(Cancel);
        Communities = [.. names.Select(n => new Option(n, n))];
    }

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
