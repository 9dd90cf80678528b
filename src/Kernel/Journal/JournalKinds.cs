using System.Collections.Frozen;
using System.Reflection;

namespace Samenkracht.Kernel.Journal;

/// <summary>All kinds that the modules declare as static fields; <c>docs/events.md</c> is their list.</summary>
public static class JournalKinds
{
    private static readonly Lazy<FrozenDictionary<string, JournalKind>> Kinds = new(() =>
        AppDomain.CurrentDomain.GetAssemblies()
            .Where(a => a.GetName().Name!.StartsWith("Samenkracht.", StringComparison.Ordinal))
            .SelectMany(In)
            .ToFrozenDictionary(k => k.Code));

    /// <summary>The codes of what stands in no timeline, except for who sees the safety compartment.</summary>
    internal static IReadOnlyList<string> Discreet => discreet.Value;

    private static readonly Lazy<IReadOnlyList<string>> discreet = new(() => [.. All.Where(k => k.Discreet).Select(k => k.Code).Order(StringComparer.Ordinal)]);

    /// <summary>The codes of what, of those at home, only who said it reads.</summary>
    internal static IReadOnlyList<string> Personal => personal.Value;

    private static readonly Lazy<IReadOnlyList<string>> personal = new(() => [.. All.Where(k => k.Personal).Select(k => k.Code).Order(StringComparer.Ordinal)]);

    public static IEnumerable<JournalKind> All => Kinds.Value.Values;

    /// <summary>The kinds that one module declares.</summary>
    public static IEnumerable<JournalKind> In(Assembly module) => module.GetTypes()
        .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
        .Where(f => f.FieldType == typeof(JournalKind) && !f.DeclaringType!.ContainsGenericParameters)
        .Select(f => (JournalKind)f.GetValue(null)!);

    /// <summary>The kind of a stored line; one that no longer exists shows its code.</summary>
    public static JournalKind Of(string code) => Kinds.Value.GetValueOrDefault(code) ?? new JournalKind(code, code, Purpose.Administration);
}
