using Samenkracht.Web.Access;

namespace Samenkracht.App.Hosting;

/// <summary>Headers on every response. No page has inline script or style, so that the policy has no exception to abuse.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    private const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; "
        + "worker-src 'self'; form-action 'self'{0}; base-uri 'none'; frame-ancestors 'none'";

    private static readonly string OwnForms = ContentPolicy.Replace("{0}", "", StringComparison.Ordinal);

    public Task Invoke(HttpContext http)
    {
        http.Response.OnStarting(() =>
        {
            var headers = http.Response.Headers;
            headers.ContentSecurityPolicy = http.FormTarget() is { } other ? ContentPolicy.Replace("{0}", $" {other}", StringComparison.Ordinal) : OwnForms;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            // Only assets say otherwise themselves.
            if (headers.CacheControl.Count == 0) headers.CacheControl = "no-store";
            return Task.CompletedTask;
        });
        return next(http);
    }
}
