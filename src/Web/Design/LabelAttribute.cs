using System.Reflection;

namespace Samenkracht.Web.Design;

/// <summary>The Dutch text by which people know an enum member: <c>[Label("Kan een paar dagen wachten")]</c>.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class LabelAttribute(string text) : Attribute
{
    public string Text { get; } = text;
}

public static class Labels
{
    /// <summary>The Dutch text of <paramref name="value"/>. Throws when the member has none: a code never reaches the screen.</summary>
    public static string Label(this Enum value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var name = value.ToString();
        var label = value.GetType().GetField(name)?.GetCustomAttribute<LabelAttribute>();
        return label?.Text ?? throw new InvalidOperationException($"{value.GetType().Name}.{name} has no [Label].");
    }
}
