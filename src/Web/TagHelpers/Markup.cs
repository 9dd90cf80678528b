using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Samenkracht.Web.TagHelpers;

/// <summary>Writes HTML as nested calls. Strings are text and become encoded; only <see cref="IHtmlContent"/> goes out as it is.</summary>
public static class Markup
{
    private static long given;

    /// <summary>An id that no other element has. A tag helper's own UniqueId is one per place in the source, so that a loop would repeat it.</summary>
    public static string FreshId(string prefix) => $"{prefix}-{Interlocked.Increment(ref given)}";

    public static TagBuilder Element(string name, string? css = null, params object?[] children)
    {
        var element = new TagBuilder(name);
        if (!string.IsNullOrWhiteSpace(css)) element.Attributes["class"] = css;
        if (name is "input" or "rect" or "line" or "circle" or "path") element.TagRenderMode = TagRenderMode.SelfClosing;
        foreach (var child in children) element.InnerHtml.Put(child);
        return element;
    }

    /// <summary>Sets an attribute; a missing value leaves it out.</summary>
    public static TagBuilder With(this TagBuilder element, string name, string? value)
    {
        if (value is not null) element.Attributes[name] = value;
        return element;
    }

    /// <summary>Sets an attribute without a value, such as <c>checked</c>.</summary>
    public static TagBuilder Flag(this TagBuilder element, string name, bool on) => element.With(name, on ? "" : null);

    public static IHtmlContentBuilder Put(this IHtmlContentBuilder builder, object? child) => child switch
    {
        null => builder,
        IHtmlContent html => builder.AppendHtml(html),
        IEnumerable<IHtmlContent> many => many.Aggregate(builder, (all, one) => all.AppendHtml(one)),
        _ => builder.Append(child.ToString() ?? ""),
    };

    public static IHtmlContent All(params object?[] children) =>
        children.Aggregate((IHtmlContentBuilder)new HtmlContentBuilder(), (all, child) => all.Put(child));

    public static TagBuilder OnlyHeard(string text) => Element("span", "sk-only-heard", text);

    /// <summary>Class names with the empty ones left out.</summary>
    public static string Css(params string?[] names) => string.Join(' ', names.Where(name => !string.IsNullOrEmpty(name)));

    /// <summary>Turns the tag as written into <paramref name="name"/>, keeping the page's own attributes and classes.</summary>
    public static void Become(this TagHelperOutput output, string name, params string?[] css)
    {
        output.TagName = name;
        output.TagMode = TagMode.StartTagAndEndTag;
        var own = output.Attributes.TryGetAttribute("class", out var given) ? given.Value?.ToString() : null;
        var all = Css([.. css, own]);
        if (all.Length > 0) output.Attributes.SetAttribute("class", all);
    }

    public static void Set(this TagHelperOutput output, string name, string? value)
    {
        if (value is not null) output.Attributes.SetAttribute(name, value);
    }
}
