using System.Collections.Concurrent;
using System.Reflection;

namespace Samenkracht.Kernel;

/// <summary>The Dutch words on screen for an enum's value.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class LabelAttribute(string text) : Attribute
{
    public string Text { get; } = text;
}

public static class Labels
{
    private static readonly ConcurrentDictionary<Enum, string> Known = new();

    /// <exception cref="InvalidOperationException">The value has no <see cref="LabelAttribute"/>: a screen would show English.</exception>
    public static string Label(this Enum value) => Known.GetOrAdd(value, static v =>
        v.GetType().GetField(v.ToString())?.GetCustomAttribute<LabelAttribute>()?.Text
        ?? throw new InvalidOperationException($"{v.GetType().Name}.{v} has no [Label]."));
}
