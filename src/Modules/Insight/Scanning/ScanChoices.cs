using Samenkracht.Kernel;
using Samenkracht.Web.Design;

namespace Samenkracht.Insight.Scanning;

/// <summary>The kinds of scan, as someone chooses between them.</summary>
internal static class ScanChoices
{
    public static IReadOnlyList<Option> All { get; } =
    [
        Of(ScanKind.Households, $"Waar, of rond welke gemeenschap, komt een vraag vaker voor? Over de laatste {ScanSettings.Months} maanden."),
        Of(ScanKind.Areas, $"In welke buurten komen meer vragen dan u verwacht van wie er woont? Over de laatste {ScanSettings.Months} maanden."),
        Of(ScanKind.Signals, "Komt er de laatste dagen ergens opeens veel binnen?"),
    ];

    private static Option Of(ScanKind kind, string hint) => new(kind.ToString(), kind.Label(), hint);
}
