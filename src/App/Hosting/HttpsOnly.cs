using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Samenkracht.App.Hosting;

/// <summary>An installation's pages go over https only: the cookies do not travel otherwise, and a form would fail without saying why.</summary>
/// <remarks>421, RFC 9110 15.5.20: this server does not answer for this scheme. Health stays open, for a probe beside the proxy.</remarks>
internal sealed class HttpsOnly(RequestDelegate next)
{
    public const string Advice = "Zet een proxy voor Samenkracht die https doet en X-Forwarded-Proto meegeeft, en zet ASPNETCORE_FORWARDEDHEADERS_ENABLED op true.";

    /// <summary>What to say at the start; null when https is done, here or before us.</summary>
    public static string? Warning(IConfiguration settings, IEnumerable<string> urls) =>
        urls.Any(url => url.StartsWith("https:", StringComparison.OrdinalIgnoreCase)) || settings.GetValue<bool>("ForwardedHeaders_Enabled")
            ? null
            : $"Let op: zonder https werkt geen enkele pagina. {Advice}";

    public Task Invoke(HttpContext http)
    {
        var isPage = http.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is not null;
        var isErrorPage = http.Features.Get<IStatusCodeReExecuteFeature>() is not null || http.Features.Get<IExceptionHandlerFeature>() is not null;
        if (http.Request.IsHttps || !isPage || isErrorPage) return next(http);
        http.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
        return Task.CompletedTask;
    }
}
