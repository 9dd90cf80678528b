using System.Globalization;
using System.Text.Encodings.Web;
using AngleSharp;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Samenkracht.Tests.Web;

/// <summary>Renders one tag without a page around it.</summary>
internal static class Rendering
{
    /// <summary>The element that <paramref name="tag"/> becomes, or null when it gives nothing.</summary>
    public static async Task<IElement?> Render(this TagHelper tag, string content = "")
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("nl-NL");
        var context = new TagHelperContext([], new Dictionary<object, object>(), "t1");
        var output = new TagHelperOutput("sk-test", [], (_, _) => Task.FromResult(new DefaultTagHelperContent().SetContent(content)));
        await tag.ProcessAsync(context, output);
        if (!output.IsContentModified && content.Length > 0) output.Content.SetContent(content);
        await using var html = new StringWriter();
        output.WriteTo(html, HtmlEncoder.Default);
        var document = await BrowsingContext.New().OpenAsync(page => page.Content(html.ToString()));
        return document.Body!.FirstElementChild;
    }

    public static ViewContext At(string path, string query = "")
    {
        var http = new DefaultHttpContext();
        http.Request.Path = path;
        http.Request.QueryString = new QueryString(query);
        return new ViewContext { HttpContext = http };
    }
}
