using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Accounts;
using Samenkracht.Access.Sessions;
using Samenkracht.Access.SignIn;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Web.Access;

namespace Samenkracht.Access.Own;

/// <summary>Herstelcodes vernieuwen, for who has an authenticator app and shows a code of it.</summary>
[SignedIn, EnableRateLimiting("sign-in")]
internal sealed class RecoveryCodesPage(Storage storage, AccountManagers managers) : SkPage
{
    [BindProperty] public string? Code { get; set; }

    public int Left { get; private set; }
    public IReadOnlyList<string> Codes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        await using var work = await storage.Read(Actor.System, Cancel);
        return await Find(work) is null ? LocalRedirect("/account") : Page();
    }

    // The system's work: what guards the door is read, and wrong codes count as they do at the door.
    public async Task<IActionResult> OnPostAsync()
    {
        await using var work = await storage.Begin(Actor.System, Cancel);
        if (await Find(work) is not { } who) return LocalRedirect("/account");
        using var manager = managers.On(work);
        if (!who.IsLocked(work.Now) && await AuthenticatorCodes.Accept(manager, who.Account, Code ?? ""))
        {
            Codes = await AuthenticatorCodes.NewRecoveryCodes(manager, who.Account);
            await Door.Tell(work, who.Account, AccessEvents.RecoveryCodesMade, Visit.Of(HttpContext), SignInCookies.Current(HttpContext), Cancel);
            await work.Commit(Cancel);
            return Page();
        }
        if (!who.IsLocked(work.Now)) await Door.Fail(work, who, Cancel);
        Refuse(nameof(Code), "Deze code klopt niet. Gebruik de nieuwste code in uw app. Na vijf keer fout wacht u een kwartier.");
        return Page();
    }

    private async Task<AtDoor?> Find(Work work)
    {
        var account = await work.Query<Account>().FirstOrDefaultAsync(a => a.Id == Actor.Account && a.TwoFactorEnabled, Cancel);
        if (account is null) return null;
        using var manager = managers.On(work);
        Left = await manager.CountRecoveryCodesAsync(account);
        return await Door.Seen(work, account, Visit.Of(HttpContext), Cancel);
    }
}
