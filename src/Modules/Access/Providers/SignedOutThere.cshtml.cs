using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Samenkracht.Access.Sessions;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Web.Access;
using Login = Microsoft.AspNetCore.Identity.IdentityUserLogin<Samenkracht.Kernel.AccountId>;

namespace Samenkracht.Access.Providers;

/// <summary>Afgemeld bij een aanbieder: the provider itself says so, server to server, and the sign-ins here end (OpenID Connect Back-Channel Logout 1.0). No form of ours: what it
/// brings is signed, for us, and good once.</summary>
[Public, IgnoreAntiforgeryToken, EnableRateLimiting("sign-in-visit")]
internal sealed class SignedOutThere(Storage storage, ProviderBook book, IOptionsMonitor<OidcOptions> options, TimeProvider clock) : SkPage
{
    private const int LongestToken = 20_000;

    /// <summary>There is nothing here to look at.</summary>
    public IActionResult OnGet()
    {
        Response.Headers.Allow = "POST";
        return new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
    }

    public async Task<IActionResult> OnPostAsync(string provider, [FromForm(Name = "logout_token")] string? token)
    {
        Response.Headers.CacheControl = "no-store";
        if (book.Find(provider) is not { } found) return NotFound();
        try
        {
            if (token is not { Length: > 0 and <= LongestToken }) throw new ProviderException("no logout token");
            var word = await LogoutTokens.Check(token, found, options.Get(found.Scheme).Documents, clock.GetUtcNow(), Cancel);
            return await End(found, word) ? new OkResult() : Wrong();
        }
        catch (Exception refused) when (refused is ProviderException or HttpRequestException or IOException or UniqueConflictException)
        {
            return Wrong();
        }
    }

    private async Task<bool> End(ProviderSettings provider, LogoutWord word)
    {
        await using var work = await storage.Begin(Actor.System, Cancel);
        if (!await SpentChallenge.Spend(work, $"{provider.Issuer} {word.Id}", Cancel)) return false;
        var open = work.Query<AccountSession>().Where(s => s.Provider == provider.Key && s.EndedAt == null);
        if (word.Session is { } session) open = open.Where(s => s.ProviderSession == session);
        if (word.Subject is { } subject)
        {
            var theirs = work.Query<Login>().Where(l => l.LoginProvider == provider.Issuer && l.ProviderKey == subject);
            open = open.Where(s => theirs.Any(l => l.UserId == s.Account));
        }
        foreach (var ended in await open.ToListAsync(Cancel))
        {
            ended.End(work.Now);
            await work.Note(work.Because(AccessEvents.SignedOutThere), ended.Account.Value, cancel: Cancel);
        }
        await work.Note(work.Because(AccessEvents.ProviderSaidSignedOut), Guid.Empty, cancel: Cancel);
        await work.Commit(Cancel);
        return true;
    }

    private static JsonResult Wrong() => new(new { error = "invalid_request" }) { StatusCode = 400 };
}
