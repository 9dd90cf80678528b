namespace Samenkracht.App.Scanning;

/// <summary>A report for a reader: a table, and what its numbers mean.</summary>
internal static class ScanTable
{
    private const int ShownClusters = 10;
    private const int ShownUnits = 12;

    public static void Write(ScanReport report, TextWriter output)
    {
        output.WriteLine($"{report.Windows:N0} vensters, {report.Replicates:N0} kaarten van het toeval, begin {report.Seed}.");
        output.WriteLine();
        if (report.Clusters.Count == 0) output.WriteLine("Geen enkel venster springt eruit.");
        else WriteClusters(report, output);
        if (report.CannotBeToldApart is { Count: > 0 } sets) output.WriteLine($"Van de buurt niet te onderscheiden: {List(sets)}.");
        output.WriteLine();
        foreach (var (family, chance) in report.Null.Skip(report.Null.Count > 2 ? 0 : 1))
            output.WriteLine($"Door toeval is het sterkste patroon van {(family == "pooled" ? "alles samen" : family)} gemiddeld {chance.Mean:0.000}; in 95 % hoogstens {chance.Q95:0.000}, in 99 % hoogstens {chance.Q99:0.000}.");
    }

    private static void WriteClusters(ScanReport report, TextWriter output)
    {
        var several = report.Null.Count > 2;
        string[] head = ["", "zoekwijze", "label", "gebieden", "gezien", "verwacht", "verhouding", "LLR", "p", .. several ? (string[])["p zoekwijze", "p samen"] : []];
        var rows = report.Clusters.Take(ShownClusters).Select((cluster, i) => Cells(cluster, i + 1, several)).ToList();
        var widths = head.Select((name, column) => rows.Max(row => Math.Max(name.Length, row[column].Length))).ToArray();
        output.WriteLine(Line(head, widths));
        foreach (var (row, cluster) in rows.Zip(report.Clusters))
        {
            output.WriteLine(Line(row, widths));
            output.WriteLine($"{new string(' ', widths[0] + 2)}{List(cluster.Units)}");
            if (cluster.From is not null) output.WriteLine($"{new string(' ', widths[0] + 2)}{Period(cluster)}");
        }
        if (report.Clusters.Count > ShownClusters) output.WriteLine($"En nog {report.Clusters.Count - ShownClusters}, met een p die niet kleiner is. Met --json krijgt u ze allemaal.");
        output.WriteLine();
        output.WriteLine("p: hoe vaak het toeval alleen een patroon geeft dat minstens zo sterk is. Bij volgende vondsten is p aan de hoge kant.");
        if (several) output.WriteLine("p telt alle zoekwijzen mee. p zoekwijze: alsof dit de enige was. p samen: gemeten aan het sterkste van alles.");
    }

    private static string[] Cells(ReportedCluster cluster, int number, bool several) =>
    [
        $"{number}", cluster.Family, cluster.Area is null ? cluster.Label : $"{cluster.Label} in {cluster.Area}", $"{cluster.Units.Count}", $"{cluster.Observed}", $"{cluster.Expected:0.00}",
        cluster.RelativeRisk is { } risk ? $"{risk:0.00}" : "-", $"{cluster.Llr:0.000}", Chance(cluster.P), .. several ? (string[])[Chance(cluster.PWithinFamily), Chance(cluster.PPooled)] : [],
    ];

    private static string Period(ReportedCluster cluster) =>
        $"van {cluster.From:yyyy-MM-dd} tot en met {cluster.Until:yyyy-MM-dd}{(cluster.RecurrenceInterval >= 2 ? $"; bij elke dag vragen geeft het toeval dit eens in {cluster.RecurrenceInterval:N0} dagen" : "")}";

    // Words to the left, numbers to the right.
    private static string Line(string[] cells, int[] widths) =>
        string.Join("  ", cells.Select((cell, column) => column is 1 or 2 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))).TrimEnd();

    private static string Chance(double p) => p < 0.01 ? $"{p:0.000###}" : $"{p:0.000}";

    private static string List(IReadOnlyList<string> ids) =>
        ids.Count <= ShownUnits ? string.Join(' ', ids) : $"{string.Join(' ', ids.Take(ShownUnits))} … en nog {ids.Count - ShownUnits}";
}
