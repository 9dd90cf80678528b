using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Samenkracht.Web.Access;

/// <summary>A form that cannot be taken now is sent on, by its own browser, to a page that gives it back (docs/adr/0005).</summary>
public static class HeldForms
{
    private const long LargestRequest = 1024 * 1024;

    /// <summary>Where a form goes whose sign-in has expired; the module Access answers there.</summary>
    public const string SignIn = "/aanmelden?handler=Expired";

    /// <summary>Whether another site cannot have sent this: it may hold a form, but must not put words in anyone's mouth.</summary>
    public static bool IsFromOurPages(this HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"] is { Count: > 0 } site
            ? site == "same-origin"
            : Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin)
                && origin.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase);

    public static bool CanBeHeld(this HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && request.HasFormContentType && request.ContentLength <= LargestRequest && request.IsFromOurPages();

    /// <summary>The address that receives the form, with the page it was for.</summary>
    public static string Url(string receiver, HttpRequest request) =>
        QueryHelpers.AddQueryString(receiver, "naar", request.PathBase + request.Path + request.QueryString);
}
