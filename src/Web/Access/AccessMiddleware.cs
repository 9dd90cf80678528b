using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Samenkracht.Kernel.Access;

namespace Samenkracht.Web.Access;

/// <summary>Denies by default: no rule, no entry. Runs after routing and authentication, before any page code.</summary>
public sealed partial class AccessMiddleware(RequestDelegate next, ILogger<AccessMiddleware> log)
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
        else if (actor.IsSignedIn)
        {
            // Which page and which role: enough to see somebody trying doors, and nobody's name. What is invisible stands in the log of looks.
            Refused((endpoint as RouteEndpoint)?.RoutePattern.RawText ?? "?", http.Request.Method, actor.Role);
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
        }
        // 307: the browser sends the same form to the sign-in page, so that nothing typed is lost.
        else if (http.Request.CanBeHeld()) http.Response.Redirect(HeldForms.Url(HeldForms.SignIn, http.Request), permanent: false, preserveMethod: true);
        else await http.ChallengeAsync();
    }

    [LoggerMessage(1, LogLevel.Warning, "Access refused: {Method} {Page} to {Role}")]
    private partial void Refused(string page, string method, Role role);
}
