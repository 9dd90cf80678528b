using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.WebUtilities;
using static Samenkracht.Web.TagHelpers.Markup;

namespace Samenkracht.Web.TagHelpers.Lists;

/// <summary>Bladeren: the pages of a list, keeping the rest of the query. For a list found by POST it gives buttons of that form, so that what was
/// searched stays out of the URL.</summary>
[HtmlTargetElement("sk-pager", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PagerTag : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    /// <summary>The page shown, from 1.</summary>
    public int Page { get; set; } = 1;

    public int Size { get; set; } = 25;

    public int Total { get; set; }

    /// <summary>Its name in the query, where a page has two.</summary>
    public string Key { get; set; } = "pagina";

    /// <summary>What it pages through, where a page has two.</summary>
    public string Label { get; set; } = "Bladeren";

    /// <summary>The id of the form that finds the list, when it posts.</summary>
    public string? Form { get; set; }

    private int Last => Math.Max(1, (Total + Size - 1) / Size);

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Last == 1)
        {
            output.SuppressOutput();
            return;
        }
        output.Become("nav", "sk-pager");
        output.Set("aria-label", Label);
        output.Content.SetHtmlContent(All(
            Element("p", "sk-pager__count", $"{(Page - 1) * Size + 1:N0} tot {Math.Min(Page * Size, Total):N0} van {Total:N0}"),
            Element("ul", null,
                Page > 1 ? Element("li", null, Step(Page - 1, "Vorige", "sk-pager__step")) : null,
                Numbers().Select(number => Element("li", null, Number(number))),
                Page < Last ? Element("li", null, Step(Page + 1, "Volgende", "sk-pager__step")) : null)));
    }

    /// <summary>First, last, and those around this page; 0 stands for a gap.</summary>
    private IEnumerable<int> Numbers()
    {
        var before = 0;
        for (var number = 1; number <= Last; number++)
        {
            if (number != 1 && number != Last && Math.Abs(number - Page) > 1) continue;
            if (number - before > 1) yield return 0;
            yield return before = number;
        }
    }

    private TagBuilder Number(int number) => number switch
    {
        0 => Element("span", "sk-pager__gap", "…").With("aria-hidden", "true"),
        _ when number == Page => Element("span", "sk-pager__here", OnlyHeard("Pagina "), number).With("aria-current", "page"),
        _ => Step(number, null, null),
    };

    private TagBuilder Step(int number, string? text, string? css)
    {
        object label = text is null ? All(OnlyHeard("Pagina "), number) : text;
        if (!string.IsNullOrEmpty(Form))
            return Element("button", Css("sk-pager__link", css), label).With("type", "submit").With("form", Form).With("name", Key).With("value", $"{number}");
        var request = View.HttpContext.Request;
        var query = request.Query.Where(pair => pair.Key != Key).SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value));
        var href = QueryHelpers.AddQueryString(request.PathBase + request.Path, query.Append(KeyValuePair.Create<string, string?>(Key, $"{number}")));
        return Element("a", Css("sk-pager__link", css), label).With("href", href);
    }
}
