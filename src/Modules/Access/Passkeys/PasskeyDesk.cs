using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Samenkracht.Access.Accounts;
using Samenkracht.Access.Sessions;
using Samenkracht.Access.SignIn;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Login = Microsoft.AspNetCore.Identity.IdentityUserLogin<Samenkracht.Kernel.AccountId>;

namespace Samenkracht.Access.Passkeys;

/// <summary>Balie voor toegangssleutels (WebAuthn). One counts as both factors: it is something one has, and it opens only after a fingerprint, face or PIN.
/// The framework checks the answer; that a question is answered once, soon and by the browser that was asked, is held here.</summary>
internal sealed class PasskeyDesk(Storage storage, AccountManagers managers, IOptions<IdentityPasskeyOptions> options, IDataProtectionProvider protection)
{
    private const string CookieName = "sk-sleutel";
    private static readonly TimeSpan Asked = TimeSpan.FromMinutes(5);
    private readonly ITimeLimitedDataProtector questions = protection.CreateProtector("Samenkracht.Access.Passkey").ToTimeLimitedDataProtector();

    /// <summary>Whether the door is kept by a provider: without a password of one's own there is nothing to show that one is the owner, and a key would open when the provider no longer does.</summary>
    public static async Task<bool> IsKeptByProvider(Work work, Account account, CancellationToken cancel) =>
        account.PasswordHash is null && await work.Query<Login>().AnyAsync(l => l.UserId == account.Id, cancel);

    /// <summary>What the browser needs to make a key for this account.</summary>
    public async Task<string> AskNew(HttpContext http, Account account, Work work)
    {
        using var manager = managers.On(work);
        var asked = await Handler(manager).MakeCreationOptionsAsync(new() { Id = account.Id.Text(), Name = account.Email!, DisplayName = account.Name }, http);
        Keep(http, asked.AttestationState, account.Id);
        return asked.CreationOptionsJson;
    }

    /// <summary>Adds the key, in a work that the caller commits. False when the answer does not hold.</summary>
    public async Task<bool> Add(HttpContext http, Account account, Work work, string answer, string name)
    {
        if (Take(http, account.Id) is not { } question || !await SpentChallenge.Spend(work, question, http.RequestAborted)) return false;
        using var manager = managers.On(work);
        var made = await Handler(manager).PerformAttestationAsync(new() { CredentialJson = answer, AttestationState = question, HttpContext = http });
        if (!made.Succeeded || made.UserEntity.Id != account.Id.Text()) return false;
        made.Passkey.Name = name;
        return (await manager.AddOrUpdatePasskeyAsync(account, made.Passkey)).Succeeded;
    }

    /// <summary>What the browser needs to let someone show any of their keys; it says nothing about who has one.</summary>
    public async Task<string> Ask(HttpContext http)
    {
        await using var work = await storage.Read(Actor.System, http.RequestAborted);
        using var manager = managers.On(work);
        var asked = await Handler(manager).MakeRequestOptionsAsync(null!, http);
        Keep(http, asked.AssertionState, default);
        return asked.RequestOptionsJson;
    }

    public async Task<SignInAnswer> SignIn(HttpContext http, string answer, Visit visit)
    {
        var cancel = http.RequestAborted;
        if (Take(http, default) is not { } question) return SignInAnswer.Refused;
        await using var work = await storage.Begin(Actor.System, cancel);
        using var manager = managers.On(work);
        var shown = await Handler(manager).PerformAssertionAsync(new() { CredentialJson = answer, AssertionState = question, HttpContext = http });
        if (!shown.Succeeded || !await SpentChallenge.Spend(work, question, cancel)) return SignInAnswer.Refused;
        if (await Door.Meet(work, shown.User.Id, visit, cancel) is not { Account.MustChangePassword: false } who) return SignInAnswer.Refused;
        if (await IsKeptByProvider(work, who.Account, cancel)) return SignInAnswer.Refused;
        // Its counter, by which a copied key is noticed.
        await manager.AddOrUpdatePasskeyAsync(who.Account, shown.Passkey);
        return await Door.Admit(work, who, visit, SignInMethod.Passkey, AccessEvents.SignedIn, cancel);
    }

    private PasskeyHandler<Account> Handler(UserManager<Account> manager) => new(manager, options);

    private void Keep(HttpContext http, string? question, AccountId account) => http.Response.Cookies.Append(
        Name(http), questions.Protect($"{account.Text()}{question}", Asked),
        new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = http.Request.IsHttps, IsEssential = true, Path = "/", MaxAge = Asked });

    private string? Take(HttpContext http, AccountId account)
    {
        if (http.Request.Cookies[Name(http)] is not { Length: > 0 } cookie) return null;
        http.Response.Cookies.Delete(Name(http), new CookieOptions { Secure = http.Request.IsHttps, Path = "/" });
        try
        {
            var kept = questions.Unprotect(cookie);
            return kept.StartsWith(account.Text(), StringComparison.Ordinal) ? kept[32..] : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static string Name(HttpContext http) => http.Request.IsHttps ? $"__Host-{CookieName}" : CookieName;
}
