using System.Collections;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Samenkracht.Web.Design;

namespace Samenkracht.Web.TagHelpers.Forms;

/// <summary>What a field holds right now: its name in the form, what was typed (also when that was wrong) and what is wrong with it.</summary>
internal sealed class FieldState
{
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    /// <param name="name">The name in the form or query, where it is not the property's.</param>
    public FieldState(ModelExpression field, ViewContext view, string? name = null)
    {
        Name = name ?? view.ViewData.TemplateInfo.GetFullHtmlFieldName(field.Name);
        Id = IdOf(Name);
        Type = Nullable.GetUnderlyingType(field.ModelExplorer.ModelType) ?? field.ModelExplorer.ModelType;
        IsMany = Type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(Type);
        view.ViewData.ModelState.TryGetValue(Name, out var entry);
        Errors = entry is null ? [] : [.. entry.Errors.Select(Message)];
        Values = entry?.RawValue switch
        {
            string typed => [typed],
            string[] typed => typed,
            _ => [.. Texts(field.Model)],
        };
    }

    public string Name { get; }

    public string Id { get; }

    public Type Type { get; }

    public bool IsMany { get; }

    public IReadOnlyList<string> Errors { get; }

    public IReadOnlyList<string> Values { get; }

    public string Value => Values.Count > 0 ? Values[0] : "";

    public bool IsInvalid => Errors.Count > 0;

    public static string IdOf(string name) => TagBuilder.CreateSanitizedId(name, "_");

    /// <summary>Binding failures carry an exception instead of words; what went wrong inside is not for the reader.</summary>
    public static string Message(ModelError error) =>
        error.ErrorMessage.Length > 0 ? error.ErrorMessage : DutchMessages.Unreadable;

    public bool Holds(string value) => Values.Contains(value, StringComparer.OrdinalIgnoreCase);

    /// <summary>A typed id says itself as the digits that stand in URLs, like a Guid here.</summary>
    private static IEnumerable<string> Texts(object? model) => model switch
    {
        null => [],
        string text => [text],
        IEnumerable many => many.Cast<object?>().SelectMany(Texts),
        DateOnly day => [day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)],
        TimeOnly hour => [hour.ToString("HH:mm", CultureInfo.InvariantCulture)],
        Guid id => [id.ToString("N")],
        Enum choice => [choice.ToString()],
        IFormattable number => [number.ToString(null, Dutch)],
        _ => [model.ToString() ?? ""],
    };
}
