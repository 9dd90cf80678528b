using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Samenkracht.Web.Design;
using static Samenkracht.Web.TagHelpers.Markup;

namespace Samenkracht.Web.TagHelpers.Forms;

/// <summary>Veld: label, hint, what is wrong, and the control, tied together so that a screen reader says all of it. Typed text is kept, a password never.</summary>
[HtmlTargetElement("sk-field", Attributes = "for,label", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FieldTag : TagHelper
{
    private const int MostPills = 5;

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public ModelExpression For { get; set; } = null!;

    public string Label { get; set; } = "";

    /// <summary>The name in the query, where a property is bound by another (<c>[BindProperty(Name = "zoek")]</c>).</summary>
    public string? Name { get; set; }

    public string? Hint { get; set; }

    /// <summary>text, textarea, email, tel, date, time, number, password, select, choice, checkbox or combobox; by the type of the property unless told.</summary>
    public string? Kind { get; set; }

    public IEnumerable<Option>? Options { get; set; }

    /// <summary>The words of the empty choice.</summary>
    public string? Blank { get; set; }

    public bool Optional { get; set; }

    /// <summary>Of a password that is chosen: what is known of who chooses, so that the meter tells what is easy to guess.</summary>
    public string? About { get; set; }

    public bool LabelHidden { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var state = new FieldState(For, View, Name);
        FieldLabels.On(View).Add(state.Name, Label);
        var options = Choices(state);
        var kind = Kind ?? KindOf(state, options);
        var control = new FieldControl(state, kind, options, Blank, Optional, DescribedBy(state), Own(output));
        output.Attributes.Clear();
        output.Become(kind == "choice" ? "fieldset" : "div", "sk-field utrecht-form-field", $"sk-field--{kind}",
            state.IsInvalid ? "utrecht-form-field--invalid" : null);
        if (kind == "choice") DescribeGroup(output, state);
        output.Content.SetHtmlContent(kind == "checkbox"
            ? All(Fault(state), Element("div", "sk-check", control.Build(), LabelFor(state, "label")), HintText(state))
            : All(LabelFor(state, kind == "choice" ? "legend" : "label"), HintText(state), Fault(state), control.Build()));
    }

    private TagHelperAttribute[] Own(TagHelperOutput output) => About is null ? [.. output.Attributes] : [.. output.Attributes, new("data-about", About)];

    private IReadOnlyList<Option> Choices(FieldState state)
    {
        if (Options is not null) return [.. Options];
        var type = state.IsMany && state.Type.IsGenericType ? state.Type.GetGenericArguments()[0] : state.Type;
        return type.IsEnum ? Option.Of(type) : [];
    }

    private static string KindOf(FieldState state, IReadOnlyList<Option> options) => options.Count switch
    {
        > 0 when state.IsMany || (state.Type.IsEnum && options.Count <= MostPills) => "choice",
        > 0 => "select",
        _ when state.Type == typeof(bool) => "checkbox",
        _ when state.Type == typeof(DateOnly) => "date",
        _ when state.Type == typeof(TimeOnly) => "time",
        _ when state.Type == typeof(int) || state.Type == typeof(long) || state.Type == typeof(decimal) => "number",
        _ => "text",
    };

    private string? DescribedBy(FieldState state)
    {
        var ids = Css(Hint is null ? null : $"{state.Id}-hint", state.IsInvalid ? $"{state.Id}-fout" : null);
        return ids.Length == 0 ? null : ids;
    }

    private void DescribeGroup(TagHelperOutput output, FieldState state)
    {
        output.Set("aria-describedby", DescribedBy(state));
        if (state.IsMany) return;
        output.Set("role", "radiogroup");
        if (!Optional) output.Set("aria-required", "true");
        if (state.IsInvalid) output.Set("aria-invalid", "true");
    }

    private TagBuilder LabelFor(FieldState state, string element) =>
        Element(element, Css("sk-field__label utrecht-form-label", LabelHidden ? "sk-only-heard" : null),
            Label, Optional ? Element("span", "sk-field__optional", " (mag leeg blijven)") : null)
        .With("for", element == "label" ? state.Id : null);

    private TagBuilder? HintText(FieldState state) => Hint is null
        ? null
        : Element("p", "sk-field__hint utrecht-form-field-description", Hint).With("id", $"{state.Id}-hint");

    private static TagBuilder? Fault(FieldState state) => !state.IsInvalid
        ? null
        : Element("p", "sk-field__error utrecht-form-field-error-message", OnlyHeard("Fout: "), string.Join(" ", state.Errors))
            .With("id", $"{state.Id}-fout");
}
