using Samenkracht.Kernel;

namespace Samenkracht.Web.Design;

/// <summary>Keuze: one thing to choose in a field. <paramref name="Value"/> is what the form sends, <paramref name="Text"/> what people read.</summary>
public sealed record Option(string Value, string Text, string? Hint = null)
{
    /// <summary>All members of an enum, in the order of declaration, with their Dutch labels.</summary>
    public static IReadOnlyList<Option> Of<T>() where T : struct, Enum => Of(typeof(T));

    internal static IReadOnlyList<Option> Of(Type type) =>
        [.. Enum.GetValues(type).Cast<Enum>().Select(member => new Option(member.ToString(), member.Label()))];
}
