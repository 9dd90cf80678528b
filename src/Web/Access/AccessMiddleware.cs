using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace Samenkracht.Web.Access;

/// <summary>Denies by default: no rule, no entry. Runs after routing and authentication, before any page code.</summary>
public sealed class AccessMiddleware(RequestDelegate next)
{
    public async Task Invoke(HttpContext http)
    {
        // Where no endpoint matched, the pipeline's own 404 follows.
        if (http.GetEndpoint() is not { } endpoint)
        {
            await next(http);
            return;
        }
        var actor = http.Actor();
        var admitted = endpoint.Metadata.GetMetadata<IAccessRule>()?.Admits(actor) ?? false;
        if (admitted)
        {
            // What is shown to someone signed in stays out of every cache.
            if (actor.IsSignedIn) http.Response.Headers.CacheControl = "no-cache, no-store";
            await next(http);
        }
        else if (actor.IsSignedIn) http.Response.StatusCode = StatusCodes.Status403Forbidden;
        // 307: the browser sends the same form to the sign-in page, so that nothing typed is lost.
        else if (http.Request.CanBeHeld()) http.Response.Redirect(HeldForms.Url(HeldForms.SignIn, http.Request), permanent: false, preserveMethod: true);
        else await http.ChallengeAsync();
    }
}
