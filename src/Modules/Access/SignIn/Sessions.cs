using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samenkracht.Access.Accounts;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Web.Access;

namespace Samenkracht.Access.SignIn;

/// <summary>Aanmelding: the cookie says who and since when; all else is read from the account at every request, so that a closed account, another
/// role or another team counts at once.</summary>
internal static class Sessions
{
    public const string Scheme = "sk";

    /// <summary>The password was right, a code or an own password is still to come.</summary>
    public const string HalfwayScheme = "sk-halfway";

    public static readonly TimeSpan Idle = TimeSpan.FromHours(1);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(12);
    private const string StampClaim = "sk:stamp";
    private const string SinceClaim = "sk:since";

    public static async Task Start(HttpContext http, Account account, DateTimeOffset now)
    {
        var principal = Of(account, now);
        await http.SignInAsync(Scheme, principal);
        await http.SignOutAsync(HalfwayScheme);
        // The forms in this very answer are for who just signed in.
        http.User = principal;
    }

    public static Task StartHalfway(HttpContext http, Account account, DateTimeOffset now) => http.SignInAsync(HalfwayScheme, Of(account, now));

    /// <summary>Whose password was right just now; null when nobody's.</summary>
    public static async Task<(AccountId Account, string Stamp)?> Halfway(HttpContext http) =>
        (await http.AuthenticateAsync(HalfwayScheme)).Principal is { } principal && Read(principal) is { } read ? (read.Account, read.Stamp) : null;

    /// <summary>At every request.</summary>
    public static async Task Validate(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        if (context.Principal is { } principal && Read(principal) is { } cookie && now - cookie.Since < Longest)
        {
            await using var work = await services.GetRequiredService<Storage>().Read(Actor.System, context.HttpContext.RequestAborted);
            var account = await work.Query<Account>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == cookie.Account, context.HttpContext.RequestAborted);
            if (account is { Active: true } && account.SecurityStamp == cookie.Stamp)
            {
                context.ReplacePrincipal(Of(account, cookie.Since));
                return;
            }
        }
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(Scheme);
    }

    internal static ClaimsPrincipal Of(Account account, DateTimeOffset since) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, account.Id.Text()),
            new Claim(ClaimTypes.Name, account.Name),
            new Claim(StampClaim, account.SecurityStamp!),
            new Claim(SinceClaim, since.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
            .. ActorClaims.Of(account.AsActor),
        ], Scheme));

    private static (AccountId Account, string Stamp, DateTimeOffset Since)? Read(ClaimsPrincipal principal) =>
        Id.TryParse<AccountId>(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var account)
        && principal.FindFirstValue(StampClaim) is { } stamp
        && long.TryParse(principal.FindFirstValue(SinceClaim), CultureInfo.InvariantCulture, out var since)
            ? (account, stamp, DateTimeOffset.FromUnixTimeSeconds(since))
            : null;
}
