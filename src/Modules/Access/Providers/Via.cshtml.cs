using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.WebUtilities;
using Samenkracht.Access.Sessions;
using Samenkracht.Kernel;
using Samenkracht.Web.Access;

namespace Samenkracht.Access.Providers;

/// <summary>Naar een aanbieder: a link, because a form may not lead to another site (content security policy).</summary>
[Public, EnableRateLimiting("sign-in-visit")]
internal sealed class Via(ProviderBook book, IDataProtectionProvider protection) : SkPage
{
    private static readonly TimeSpan LinkTime = TimeSpan.FromMinutes(10);

    public static string Address(ProviderSettings provider, string? returnTo) =>
        $"/aanmelden/via/{provider.Key}" is var url && returnTo is null ? url : QueryHelpers.AddQueryString(url, "naar", returnTo);

    /// <summary>The address that links the account of this session. Only its own pages can make one, so that nobody's account is linked behind their back.</summary>
    public static string LinkAddress(ProviderSettings provider, SessionId session, IDataProtectionProvider protection) =>
        QueryHelpers.AddQueryString($"/aanmelden/via/{provider.Key}", ProviderArrival.LinkFor, Links(protection).Protect(session.Text(), LinkTime));

    public async Task<IActionResult> OnGetAsync(string provider, [FromQuery(Name = "naar")] string? returnTo, [FromQuery(Name = ProviderArrival.LinkFor)] string? link)
    {
        if (book.Find(provider) is not { } found) return NotFound();
        var properties = new AuthenticationProperties { RedirectUri = Url.IsLocalUrl(returnTo) ? returnTo : "/" };
        if (link is not null)
        {
            if (Opened(link) is not { } session) return Refuse(ProviderRefusal.Answer);
            properties.Items[ProviderArrival.LinkFor] = session;
        }
        try
        {
            await HttpContext.ChallengeAsync(found.Scheme, properties);
            return new EmptyResult();
        }
        // Not to be reached, or not what it should be.
        catch (Exception unreachable) when (unreachable is IOException or HttpRequestException or ProviderException or TaskCanceledException or InvalidOperationException)
        {
            return Refuse(ProviderRefusal.Answer);
        }
    }

    private LocalRedirectResult Refuse(ProviderRefusal reason) => LocalRedirect($"/aanmelden/mislukt?reden={reason.ToString().ToLowerInvariant()}");

    private string? Opened(string link)
    {
        try
        {
            return Links(protection).Unprotect(link);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static ITimeLimitedDataProtector Links(IDataProtectionProvider protection) =>
        protection.CreateProtector("Samenkracht.Access.LinkProvider").ToTimeLimitedDataProtector();
}
