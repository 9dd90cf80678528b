using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Samenkracht.Web.TagHelpers.Marks;

/// <summary>Initialen: a round mark beside a name. The name itself stands in the text, so it is hidden from screen readers.</summary>
[HtmlTargetElement("sk-initials", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class InitialsTag : TagHelper
{
    public string Name { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("span", "sk-initials");
        output.Set("aria-hidden", "true");
        output.Content.SetContent(Of(Name));
    }

    /// <summary>First letters of the first and the last word that start with a capital: "Nora de Vos" gives "NV".</summary>
    internal static string Of(string name)
    {
        var words = name.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);
        var capitals = words.Where(word => char.IsUpper(word[0])).Select(word => word[0]).ToArray();
        return capitals switch
        {
            [] => words.Length == 0 ? "?" : char.ToUpperInvariant(words[0][0]).ToString(),
            [var only] => only.ToString(),
            [var first, .., var last] => $"{first}{last}",
        };
    }
}
