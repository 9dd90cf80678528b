using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Accounts;
using Samenkracht.Access.Sessions;
using Samenkracht.Access.SignIn;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Web.Access;
using Passkey = Microsoft.AspNetCore.Identity.IdentityUserPasskey<Samenkracht.Kernel.AccountId>;

namespace Samenkracht.Access.Passkeys;

/// <summary>One passkey as its owner sees it.</summary>
internal sealed record OwnPasskey(string Id, string Name, DateTimeOffset CreatedAt);

/// <summary>Toegangssleutels: adds one, names it, removes it.</summary>
/// <remarks>The system's work throughout, on the account of who is signed in: what guards the door is nobody's to query.</remarks>
[SignedIn, EnableRateLimiting("sign-in")]
internal sealed class OwnPasskeysPage(Storage storage, AccountManagers managers, PasskeyDesk desk) : SkPage
{
    private const int MostKeys = 20;
    private Account account = null!;
    private List<Passkey> passkeys = [];

    [BindProperty, StringLength(40)] public string? Name { get; set; }
    [BindProperty] public string? Password { get; set; }
    [BindProperty] public string? Credential { get; set; }
    [BindProperty] public string? Key { get; set; }

    /// <summary>One signs in through one's organisation, and not with a key of one's own.</summary>
    public bool IsKeptByProvider { get; private set; }

    public bool AsksPassword => account.PasswordHash is not null;

    public IReadOnlyList<OwnPasskey> Keys =>
        [.. passkeys.OrderBy(p => p.Data.CreatedAt).Select(p => new OwnPasskey(Convert.ToHexStringLower(p.CredentialId), p.Data.Name ?? "Sleutel", p.Data.CreatedAt))];

    public async Task OnGetAsync()
    {
        await using var work = await storage.Read(Actor.System, Cancel);
        await Load(work);
    }

    public async Task<IActionResult> OnPostOptionsAsync()
    {
        await using var work = await storage.Read(Actor.System, Cancel);
        await Load(work);
        if (IsKeptByProvider) return StatusCode(StatusCodes.Status403Forbidden);
        return Content(await desk.AskNew(HttpContext, account, work), "application/json");
    }

    public async Task<IActionResult> OnPostAddAsync()
    {
        await using var work = await storage.Begin(Actor.System, Cancel);
        await Load(work);
        if (IsKeptByProvider) Refuse("", "U meldt zich aan via uw organisatie of met DigiD. Een toegangssleutel kan daar niet naast.");
        else if (string.IsNullOrWhiteSpace(Name)) Refuse(nameof(Name), "Geef de sleutel een naam.");
        if (passkeys.Count >= MostKeys) Refuse("", $"U hebt al {MostKeys} sleutels. Verwijder er eerst een.");
        if (!ModelState.IsValid || !await IsOwner(work)) return Page();
        if (!await desk.Add(HttpContext, account, work, Credential ?? "", Name!.Trim()))
        {
            Refuse("", "Het toevoegen is niet gelukt. Probeer het nog eens.");
            return Page();
        }
        return await Kept(work, AccessEvents.PasskeyAdded, "De toegangssleutel is toegevoegd. U kunt zich er voortaan mee aanmelden.");
    }

    public async Task<IActionResult> OnPostRenameAsync()
    {
        await using var work = await storage.Begin(Actor.System, Cancel);
        await Load(work);
        if (Chosen is not { } passkey) return NotFound();
        if (string.IsNullOrWhiteSpace(Name)) Refuse("", "Geef de sleutel een naam.");
        if (!ModelState.IsValid) return Page();
        passkey.Data.Name = Name!.Trim();
        return await Kept(work, AccessEvents.PasskeyRenamed, "De naam is gewijzigd.");
    }

    public async Task<IActionResult> OnPostRemoveAsync()
    {
        await using var work = await storage.Begin(Actor.System, Cancel);
        await Load(work);
        if (Chosen is not { } passkey) return NotFound();
        work.Remove(passkey);
        return await Kept(work, AccessEvents.PasskeyRemoved, "De toegangssleutel is verwijderd. Verwijder hem ook op het apparaat zelf.");
    }

    private Passkey? Chosen => passkeys.Find(p => Convert.ToHexStringLower(p.CredentialId) == Key);

    private async Task<IActionResult> Kept(Work work, JournalKind kind, string told)
    {
        if (kind == AccessEvents.PasskeyRenamed) await Door.Note(work, account, kind, Cancel);
        else await Door.Tell(work, account, kind, Visit.Of(HttpContext), SignInCookies.Current(HttpContext), Cancel);
        return await Saved(work) ? Done("/account/toegangssleutels", told) : Page();
    }

    // Whoever finds a screen unattended must not make themselves a key of the house.
    private async Task<bool> IsOwner(Work work)
    {
        // The demo alone: who has no password and no provider signs in nowhere else.
        if (!AsksPassword) return true;
        using var manager = managers.On(work);
        var who = await Door.Seen(work, account, Visit.Of(HttpContext), Cancel);
        if (!who.IsLocked(work.Now) && await manager.CheckPasswordAsync(account, Password ?? "")) return true;
        Refuse(nameof(Password), "Uw wachtwoord klopt niet, of uw account is op slot.");
        if (!who.IsLocked(work.Now)) await Door.Fail(work, who, Cancel);
        return false;
    }

    private async Task Load(Work work)
    {
        account = await work.Query<Account>().FirstAsync(a => a.Id == Actor.Account, Cancel);
        IsKeptByProvider = await PasskeyDesk.IsKeptByProvider(work, account, Cancel);
        passkeys = await work.Query<Passkey>().Where(p => p.UserId == account.Id).ToListAsync(Cancel);
    }
}
