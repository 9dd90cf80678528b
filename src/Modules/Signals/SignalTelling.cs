using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Signals.Contract;
using Samenkracht.Support.Contract;

namespace Samenkracht.Signals;

/// <summary>How a signal is spoken of: the same words on the worklist, on its page and on Mijn dag.</summary>
internal static class SignalTelling
{
    /// <summary>"Zorg om iemand: eenzaamheid"</summary>
    public static string Title(SignalKind kind, Theme? theme) =>
        theme is { } about ? $"{kind.Label()}: {about.Label().ToLowerInvariant()}" : kind.Label();

    /// <summary>Through whom it came, without a name: "via een buur", "via De Vlieger".</summary>
    public static string Via(SignalKind kind, Role role, bool byNeighbour, string? organisation) => (kind, role) switch
    {
        (SignalKind.Community, _) => "zonder namen",
        (SignalKind.Request, _) => "van de inwoner zelf",
        (_, Role.Supporter) => "via een naaste",
        _ when byNeighbour => "via iemand uit de buurt",
        _ => organisation is null ? $"via {role.Label().ToLowerInvariant()}" : $"via {organisation}",
    };

    public static string? Knows(Told told) => told switch
    {
        Told.Yes => "weet ervan",
        Told.NotYet => "weet nog van niets",
        Told.DareNot => "melder durft het niet te zeggen",
        _ => null,
    };

    /// <summary>"ongeveer 5 tot 10 mensen"</summary>
    public static string? People(int? from, int? to) => (from, to) switch
    {
        (null, _) => null,
        (1, _) => "een paar mensen",
        (_, null) => $"meer dan {from} mensen",
        _ => $"ongeveer {from} tot {to} mensen",
    };

    /// <summary>The parts that are known, in one line.</summary>
    public static string Line(params string?[] parts) => string.Join(" · ", parts.Where(p => !string.IsNullOrEmpty(p)));
}
