using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Samenkracht.Access.Sessions;
using Samenkracht.Access.SignIn;
using Samenkracht.Kernel;

namespace Samenkracht.Access.Providers;

/// <summary>Terug van een aanbieder: in, on to the local code, or to a page that says why not.</summary>
internal static class ProviderArrival
{
    /// <summary>In the state of a challenge: the session that links its account to the provider.</summary>
    public const string LinkFor = "koppel";

    public static async Task Received(TicketReceivedContext context)
    {
        context.HandleResponse();
        var (http, provider) = (context.HttpContext, ((OidcOptions)context.Options).Provider);
        var desk = http.RequestServices.GetRequiredService<ProviderDesk>();
        var word = ProviderWord.Of(provider, context.Principal!, context.Properties!.Items[OidcHandler.Nonce]!);
        if (context.Properties.Items.TryGetValue(LinkFor, out var session))
        {
            var linked = await desk.Link(word, await Signed(http, session), Visit.Of(http), http.RequestAborted);
            http.Response.Redirect(linked is { } no ? Refused(no) : "/account/organisaties");
            return;
        }
        var answer = await desk.Arrive(word, Visit.Of(http), http.RequestAborted);
        if (answer.Refusal is { } reason) http.Response.Redirect(Refused(reason));
        else await GoOn(http, answer, context.ReturnUri ?? "/");
    }

    public static Task Failed(RemoteFailureContext context)
    {
        // Of what a stranger can send us only what is wrong with it.
        var reason = context.Failure is ProviderException told ? told.Message : context.Failure?.GetType().Name;
        context.HttpContext.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Samenkracht.Access.Providers")
            .LogWarning("A sign-in by {Scheme} was refused: {Reason}", context.Scheme.Name, reason);
        context.HandleResponse();
        context.Response.Redirect(Refused(ProviderRefusal.Answer));
        return Task.CompletedTask;
    }

    public static Task Denied(AccessDeniedContext context)
    {
        context.HandleResponse();
        context.Response.Redirect(Refused(ProviderRefusal.Cancelled));
        return Task.CompletedTask;
    }

    private static async Task GoOn(HttpContext http, ProviderAnswer came, string returnTo)
    {
        var answer = came.SignIn!;
        if (answer.Step == SignInStep.SignedIn)
        {
            await SignInCookies.Start(http, answer);
            http.Response.Redirect(returnTo);
            return;
        }
        await SignInCookies.StartHalfway(http, answer.Account!, came.Visit);
        http.Response.Redirect(answer.Step == SignInStep.Authenticator
            ? "/aanmelden/code-app"
            : $"/aanmelden?handler=Code&naar={Uri.EscapeDataString(returnTo)}");
    }

    // The request handlers of authentication run before the cookie is read.
    private static async Task<(AccountId Account, SessionId Session)?> Signed(HttpContext http, string? session)
    {
        var signedIn = await http.AuthenticateAsync(SignInCookies.Scheme);
        return signedIn.Principal is { } who && SignInCookies.Read(who) is { } here && here.Text() == session && SignInCookies.AccountOf(who) is { } account ? (account, here) : null;
    }

    private static string Refused(ProviderRefusal reason) => $"/aanmelden/mislukt?reden={reason.ToString().ToLowerInvariant()}";
}
