using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.WebUtilities;

namespace Samenkracht.Web.TagHelpers.Forms;

/// <summary>The address of a page's named handler, with the rest of the query kept.</summary>
internal static class PageHandler
{
    public static string Url(ViewContext view, string handler, string? action)
    {
        var request = view.HttpContext.Request;
        if (action is not null) return QueryHelpers.AddQueryString(action, "handler", handler);
        var query = request.Query.Where(pair => pair.Key != "handler")
            .SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value));
        return QueryHelpers.AddQueryString(request.PathBase + request.Path, query.Append(KeyValuePair.Create<string, string?>("handler", handler)));
    }
}
