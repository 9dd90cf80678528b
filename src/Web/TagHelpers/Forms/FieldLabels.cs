using Microsoft.AspNetCore.Mvc.Rendering;

namespace Samenkracht.Web.TagHelpers.Forms;

/// <summary>The labels of the fields on the page that is being made, in their order.</summary>
internal sealed class FieldLabels
{
    private readonly List<(string Name, string Label)> fields = [];

    public static FieldLabels On(ViewContext view)
    {
        var items = view.HttpContext.Items;
        return items[typeof(FieldLabels)] as FieldLabels ?? (FieldLabels)(items[typeof(FieldLabels)] = new FieldLabels());
    }

    public void Add(string name, string label) => fields.Add((name, label));

    /// <summary>Where the field stands; what belongs to no field comes first.</summary>
    public int Place(string name) => fields.FindIndex(field => Is(field.Name, name));

    public string? Named(string name) => Place(name) is >= 0 and var place ? fields[place].Label : null;

    private static bool Is(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
