using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Samenkracht.Web.Design;
using static Samenkracht.Web.TagHelpers.Markup;

namespace Samenkracht.Web.TagHelpers.Forms;

/// <summary>The part of a field that one fills in.</summary>
internal sealed class FieldControl(
    FieldState state, string kind, IReadOnlyList<Option> options, string? blank, bool optional, string? describedBy, IReadOnlyList<TagHelperAttribute> own)
{
    public IHtmlContent Build() => kind switch
    {
        "text" or "email" or "tel" or "date" or "time" or "password" => Input(kind),
        // A browser's number field would send 1.5 for 1,5 and turns with the mouse wheel.
        "number" => Input("text").With("inputmode", state.Type == typeof(decimal) ? "decimal" : "numeric"),
        "textarea" => Textarea(),
        "select" => Select(),
        "choice" => Pills(),
        "checkbox" => Checkbox(),
        "combobox" => All(Input("text").With("list", $"{state.Id}-keuzes"), Suggestions()),
        _ => throw new ArgumentException($"sk-field has no kind '{kind}'."),
    };

    private TagBuilder Input(string type) =>
        Described("input", Css("utrecht-textbox", state.IsInvalid ? "utrecht-textbox--invalid" : null))
            .With("type", type)
            .With("autocomplete", Own("autocomplete") ?? (type is "email" or "tel" ? type : type == "password" ? null : "off"))
            .With("value", type == "password" ? null : state.Value);

    private TagBuilder Textarea()
    {
        var area = Described("textarea", Css("utrecht-textarea", state.IsInvalid ? "utrecht-textarea--invalid" : null)).With("rows", Own("rows") ?? "3");
        // The parser eats one line break after the start tag; this one saves the reader's own.
        area.InnerHtml.AppendHtml("\n").Append(state.Value);
        return area;
    }

    private TagBuilder Select()
    {
        var select = Described("select", Css("utrecht-select", state.IsInvalid ? "utrecht-select--invalid" : null));
        if (blank is not null || optional || state.Value.Length == 0)
            select.InnerHtml.Put(Element("option", null, blank ?? (optional ? "" : "Kies …")).With("value", ""));
        foreach (var option in options)
            select.InnerHtml.Put(Element("option", null, option.Text).With("value", option.Value).Flag("selected", state.Holds(option.Value)));
        return select;
    }

    /// <summary>A browser sends nothing for an empty box; the hidden one after it says that it was there and empty.</summary>
    private IHtmlContent Checkbox() => All(
        Described("input", "sk-check__box").With("type", "checkbox").With("value", "true").Flag("checked", state.Holds("true")),
        Element("input").With("type", "hidden").With("name", state.Name).With("value", "false"));

    private TagBuilder Suggestions() =>
        Element("datalist", null, options.Select(option => Element("option").With("value", option.Text))).With("id", $"{state.Id}-keuzes");

    private TagBuilder Pills()
    {
        var all = blank is null ? options : [.. options, new Option("", blank)];
        return Element("div", "sk-pills", all.Select(Pill));
    }

    private TagBuilder Pill(Option option, int index)
    {
        var id = index == 0 ? state.Id : $"{state.Id}-{index + 1}";
        var chosen = option.Value.Length == 0 ? state.Value.Length == 0 : state.Holds(option.Value);
        return Element("div", "sk-pill",
            Element("input", "sk-pill__input")
                .With("type", state.IsMany ? "checkbox" : "radio").With("id", id).With("name", state.Name).With("value", option.Value)
                .With("aria-describedby", option.Hint is null ? null : $"{id}-uitleg").Flag("checked", chosen),
            Element("label", "sk-pill__label", option.Text).With("for", id),
            option.Hint is null ? null : Element("span", "sk-pill__hint", option.Hint).With("id", $"{id}-uitleg"));
    }

    private TagBuilder Described(string element, string css)
    {
        var control = Element(element, css);
        foreach (var attribute in own.Where(attribute => attribute.Name != "class"))
            control.With(attribute.Name, attribute.Value?.ToString() ?? "");
        return control.With("id", state.Id).With("name", state.Name)
            .Flag("required", !optional && kind != "checkbox")
            .With("aria-describedby", describedBy)
            .With("aria-invalid", state.IsInvalid ? "true" : null);
    }

    private string? Own(string name) => own.FirstOrDefault(attribute => attribute.Name == name)?.Value?.ToString();
}
