using System.Globalization;
using Samenkracht.Geography.Import;

namespace Samenkracht.Geography.Contract;

/// <summary>Verslag van het inlezen: what was read, added and changed, and what was left out with its place and reason; in Dutch, for a terminal.</summary>
public sealed class AreaImportReport
{
    static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    internal AreaImportReport(string problem) => (Succeeded, Lines) = (false, [$"Niet ingelezen. {problem}", "Er is niets gewijzigd."]);

    internal AreaImportReport(ImportPlan plan, AreaImportCounts counts) => (Succeeded, Lines) = (true, [.. Tell(plan, counts)]);

    /// <summary>False: nothing was written, and the lines say why.</summary>
    public bool Succeeded { get; }
    public IReadOnlyList<string> Lines { get; }

    public void WriteTo(TextWriter writer)
    {
        foreach (var line in Lines)
            writer.WriteLine(line);
    }

    static IEnumerable<string> Tell(ImportPlan plan, AreaImportCounts counts)
    {
        yield return Row("", "gelezen", "toegevoegd", "gewijzigd");
        if (counts.Municipalities.Read > 0)
            yield return Row("gemeenten", counts.Municipalities);
        yield return Row("wijken", counts.Wijken);
        yield return Row("buurten", counts.Buurten);
        yield return Row("kerncijfers", counts.Figures);
        if (!counts.AnyWritten)
            yield return "Alles stond er al zo in; er is niets gewijzigd.";
        if (plan.Undrawn.Count > 0)
            yield return "Zonder tekening, want het bestand heeft er geen: " + string.Join(", ", plan.Undrawn.Select(a => $"{a.Name} ({a.Code})"));
        if (plan.Elsewhere > 0)
            yield return $"Overgeslagen: {Number(plan.Elsewhere)} rijen van andere gemeenten.";
        if (plan.LeftOut.Count > 0)
            yield return $"Weggelaten: {Number(plan.LeftOut.Count)}";
        foreach (var row in plan.LeftOut)
            yield return $"  {row.Place}: {row.Reason}";
        yield return "Bron: CBS";
    }

    static string Row(string name, Written written) => Row(name, Number(written.Read), Number(written.Added), Number(written.Changed));

    static string Row(string name, params string[] cells) => $"{name,-12}" + string.Concat(cells.Select(cell => $"{cell,12}"));

    static string Number(int number) => number.ToString("N0", Dutch);
}
