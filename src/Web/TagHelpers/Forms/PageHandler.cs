using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.WebUtilities;

namespace Samenkracht.Web.TagHelpers.Forms;

/// <summary>The address of a page's named handler, with the rest of the query kept.</summary>
internal static class PageHandler
{
    private const string Name = "handler";

    public static string Url(ViewContext view, string handler, string? action) => QueryHelpers.AddQueryString(action ?? Page(view), Name, handler);

    /// <summary>The page itself: without the handler of another form that was sent from it just now.</summary>
    public static string Page(ViewContext view)
    {
        var request = view.HttpContext.Request;
        return QueryHelpers.AddQueryString(request.PathBase + request.Path,
            request.Query.Where(pair => pair.Key != Name).SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value)));
    }
}
