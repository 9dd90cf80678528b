using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samenkracht.Access.Accounts;
using Samenkracht.Access.SignIn;
using Samenkracht.Access.Told;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Web.Access;

namespace Samenkracht.Access.Sessions;

/// <summary>Halverwege: whose first step was right, with which stamp, by which provider when one said so, and what they changed on the way in.</summary>
internal sealed record HalfwayIn(AccountId Account, string Stamp, ProviderVisit? Provider, SignInChangeId? Change);

/// <summary>De aanmelding van een verzoek: the cookie names a session; all else is read with it at every request, in one query, so that an ended session,
/// a closed account, another role or another team counts at once.</summary>
internal static class SignInCookies
{
    public const string Scheme = "sk";

    /// <summary>The first step was right, a code or an own password is still to come.</summary>
    public const string HalfwayScheme = "sk-halfway";

    private const string StampClaim = "sk:stamp";
    private const string ChangeClaim = "sk:change";
    private const string ProviderClaim = "sk:provider";
    private const string IdTokenClaim = "sk:id-token";
    private const string ProviderSessionClaim = "sk:provider-session";

    private sealed record Entered(Account Account, DateTimeOffset SeenAt, bool HasUntold);

    private static readonly CompiledQuery<SessionId, Entered> Asked = new((work, id) => (
        from session in Open(work)
        join account in work.Query<Account>() on session.Account equals account.Id
        where session.Id == id
        select new Entered(account, session.SeenAt,
            work.Query<SignInChange>().Any(c => c.Account == account.Id && c.AnsweredAt == null && (c.Session == null || c.Session != session.Id)))).Take(1));

    public static Task Start(HttpContext http, SignInAnswer answer)
    {
        Visit.Remember(http, answer.Device!.Value);
        return Start(http, answer.Account!, answer.Session!);
    }

    public static async Task Start(HttpContext http, Account account, AccountSession session)
    {
        var principal = Of(account, session.Id);
        await http.SignInAsync(Scheme, principal);
        await http.SignOutAsync(HalfwayScheme);
        // The forms in this very answer are for who just signed in.
        http.User = principal;
    }

    public static Task StartHalfway(HttpContext http, Account account, ProviderVisit? provider = null, SignInChangeId? change = null)
    {
        var identity = new ClaimsIdentity(
            [new Claim(ClaimTypes.NameIdentifier, account.Id.Text()), new Claim(StampClaim, account.SecurityStamp!)], HalfwayScheme);
        if (provider is not null) identity.AddClaims([new Claim(ProviderClaim, provider.Name), new Claim(IdTokenClaim, provider.IdToken ?? "")]);
        if (provider?.Session is { } there) identity.AddClaim(new Claim(ProviderSessionClaim, there));
        if (change is { } done) identity.AddClaim(new Claim(ChangeClaim, done.Text()));
        return http.SignInAsync(HalfwayScheme, new ClaimsPrincipal(identity));
    }

    /// <summary>Whose first step was right just now; null when nobody's.</summary>
    public static async Task<HalfwayIn?> Halfway(HttpContext http) =>
        (await http.AuthenticateAsync(HalfwayScheme)).Principal is { } principal
        && Id.TryParse<AccountId>(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var account)
        && principal.FindFirstValue(StampClaim) is { } stamp
            ? new(account, stamp, principal.FindFirstValue(ProviderClaim) is { } provider ? new(provider, principal.FindFirstValue(IdTokenClaim), principal.FindFirstValue(ProviderSessionClaim)) : null,
                Id.TryParse<SignInChangeId>(principal.FindFirstValue(ChangeClaim), out var change) ? change : null)
            : null;

    /// <summary>The session of this request; null without a sign-in.</summary>
    public static SessionId? Current(HttpContext http) => Read(http.User);

    /// <summary>At every request.</summary>
    public static async Task Validate(CookieValidatePrincipalContext context)
    {
        var (http, cancel) = (context.HttpContext, context.HttpContext.RequestAborted);
        var storage = http.RequestServices.GetRequiredService<Storage>();
        if (context.Principal is { } principal && Read(principal) is { } id)
        {
            await using var work = await storage.Read(Actor.System, cancel);
            if (await Asked.One(work, id, cancel) is { } found)
            {
                if (work.Now - found.SeenAt >= AccountSession.SeenEvery) await See(storage, id, cancel);
                if (found.HasUntold) Telling.Mark(http);
                context.ReplacePrincipal(Of(found.Account, id));
                return;
            }
        }
        context.RejectPrincipal();
        await http.SignOutAsync(Scheme);
    }

    /// <summary>The sessions that count.</summary>
    public static IQueryable<AccountSession> Open(Work work)
    {
        var since = work.Now - AccountSession.Longest;
        return from session in work.Query<AccountSession>()
               join account in work.Query<Account>() on session.Account equals account.Id
               where session.EndedAt == null && session.StartedAt > since && account.Active && session.Stamp == account.SecurityStamp
               select session;
    }

    internal static ClaimsPrincipal Of(Account account, SessionId session) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, account.Id.Text()),
            new Claim(ClaimTypes.Name, account.Name),
            new Claim(ActorClaims.SessionClaim, session.Text()),
            .. ActorClaims.Of(account.AsActor),
        ], Scheme));

    internal static AccountId? AccountOf(ClaimsPrincipal principal) =>
        Id.TryParse<AccountId>(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var account) ? account : null;

    internal static SessionId? Read(ClaimsPrincipal principal) => Id.TryParse<SessionId>(principal.FindFirstValue(ActorClaims.SessionClaim), out var id) ? id : null;

    private static async Task See(Storage storage, SessionId id, CancellationToken cancel)
    {
        await using var work = await storage.Begin(Actor.System, cancel);
        var now = work.Now;
        await work.Query<AccountSession>().Where(s => s.Id == id).ExecuteUpdateAsync(set => set.SetProperty(s => s.SeenAt, now), cancel);
        await work.Commit(cancel);
    }
}
