using Microsoft.AspNetCore.Http;

namespace Samenkracht.Web.Access;

/// <summary>A page with a form for one other site: the provider at which one signs out too. Any other form stays here (content security policy).</summary>
public static class FormTargets
{
    private static readonly object Key = new();

    public static void AllowFormTo(this HttpContext http, Uri address) => http.Items[Key] = address.GetLeftPart(UriPartial.Authority);

    /// <summary>The other site of this answer; null on nearly every page.</summary>
    public static string? FormTarget(this HttpContext http) => http.Items[Key] as string;
}
