using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Accounts;
using Samenkracht.Access.Sessions;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Web.Access;

namespace Samenkracht.Access.SignIn;

/// <summary>Code-app koppelen: for who is halfway signing in, or signed in and knows the password. Nothing is kept before a first code was right.</summary>
[Public, EnableRateLimiting("sign-in")]
internal sealed class AuthenticatorPage(Storage storage, AccountManagers managers, IDataProtectionProvider protection) : SkPage
{
    private readonly IDataProtector secrets = protection.CreateProtector("Samenkracht.Access.NewAuthenticator");
    private string key = "";
    private HalfwayIn? halfway;

    [BindProperty] public string? Secret { get; set; }
    [BindProperty] public string? Password { get; set; }
    [BindProperty] public string? Code { get; set; }

    public string ReadableKey => AuthenticatorCodes.Readable(key);
    public string Link { get; private set; } = "";
    public string Picture => QrCode.Svg(Link, "QR-code voor uw code-app");
    public bool AsksPassword { get; private set; }
    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        await using var work = await storage.Read(Actor.System, Cancel);
        if (await Who(work) is not { } account) return LocalRedirect("/aanmelden");
        using var manager = managers.On(work);
        Offer(account, manager.GenerateNewAuthenticatorKey());
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await using var work = await storage.Begin(Actor.System, Cancel);
        if (await Who(work) is not { } account) return LocalRedirect("/aanmelden");
        using var manager = managers.On(work);
        Offer(account, Opened(account) ?? manager.GenerateNewAuthenticatorKey());
        var visit = Visit.Of(HttpContext);
        if (await Door.Meet(work, account.Id, visit, Cancel) is not { } who || who.IsLocked(work.Now) || !await IsOwner(work, manager, who)) return Page();
        await manager.SetAuthenticationTokenAsync(account, "[AspNetUserStore]", "AuthenticatorKey", key);
        if (!await AuthenticatorCodes.Accept(manager, account, Code ?? ""))
        {
            Refuse(nameof(Code), "Deze code klopt niet. Gebruik de nieuwste code in uw app.");
            return Page();
        }
        await manager.SetTwoFactorEnabledAsync(account, true);
        RecoveryCodes = await AuthenticatorCodes.NewRecoveryCodes(manager, account);
        var answer = Door.Enter(work, who, visit, SignInMethod.AuthenticatorCode, halfway?.Provider);
        await Door.Tell(work, account, AccessEvents.AuthenticatorOn, visit, answer.Session!.Id, Cancel);
        await Door.CameIn(work, halfway?.Change, answer.Session.Id, Cancel);
        await work.Commit(Cancel);
        await SignInCookies.Start(HttpContext, answer);
        return Page();
    }

    private void Offer(Account account, string newKey)
    {
        (key, Secret) = (newKey, secrets.Protect($"{account.Id}{newKey}"));
        Link = AuthenticatorCodes.Link(account, newKey);
        ModelState.Remove(nameof(Secret));
    }

    // The key that this very account was shown.
    private string? Opened(Account account)
    {
        try
        {
            var opened = Secret is null ? "" : secrets.Unprotect(Secret);
            return opened.StartsWith(account.Id.Text(), StringComparison.Ordinal) ? opened[32..] : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    private async Task<Account?> Who(Work work)
    {
        halfway = await SignInCookies.Halfway(HttpContext);
        AsksPassword = halfway is null;
        var id = halfway?.Account ?? Actor.Account;
        var account = await work.Query<Account>().FirstOrDefaultAsync(a => a.Id == id && a.Active, Cancel);
        // Halfway with an app already linked, only its code leads on: else a password alone would replace the app.
        var stale = halfway is { } half && (account?.SecurityStamp != half.Stamp || account.TwoFactorEnabled || account.MustChangePassword);
        return stale ? null : account;
    }

    private async Task<bool> IsOwner(Work work, UserManager<Account> manager, AtDoor who)
    {
        if (!AsksPassword || await manager.CheckPasswordAsync(who.Account, Password ?? "")) return true;
        Refuse(nameof(Password), "Uw wachtwoord klopt niet.");
        await Door.Fail(work, who, Cancel);
        return false;
    }
}
