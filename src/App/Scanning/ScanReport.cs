using System.Text.Json.Serialization;
using Samenkracht.Scan;

namespace Samenkracht.App.Scanning;

/// <summary>The outcome of a scan in the words of the files. Its properties are those of the JSON.</summary>
internal sealed record ScanReport
{
    public required long Windows { get; init; }

    /// <summary>By p, then the strongest first.</summary>
    public required IReadOnlyList<ReportedCluster> Clusters { get; init; }

    /// <summary>The strongest pattern by chance: 'pooled', and each family by its name.</summary>
    public required IReadOnlyDictionary<string, ReportedNull> Null { get; init; }

    public required long Seed { get; init; }
    public required int Replicates { get; init; }
    public required ScanSeconds Seconds { get; init; }

    /// <summary>Only of the conditional test: sets that coincide with areas, about which it can say nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? CannotBeToldApart { get; init; }

    public static ScanReport Of(ScanResult result, ScanInput input, ScanSeconds seconds) => new()
    {
        Windows = result.Windows,
        Clusters = [.. result.Clusters.Select(cluster => ReportedCluster.Of(cluster, input))],
        Null = new Dictionary<string, ReportedNull>([new("pooled", ReportedNull.Of(result.Pooled)), .. result.Layers.Select(layer => KeyValuePair.Create(layer.Family.Name, ReportedNull.Of(layer.Null)))]),
        Seed = result.Seed,
        Replicates = result.Replicates,
        Seconds = seconds,
    };
}

/// <summary>One cluster.</summary>
internal sealed record ReportedCluster
{
    public required string Family { get; init; }

    /// <summary>The id of the set, else of the unit in the centre.</summary>
    public required string Label { get; init; }

    /// <summary>Where the window is the part of a set in one area.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Area { get; init; }

    public required IReadOnlyList<string> Units { get; init; }

    /// <summary>First day, where the window is a place in a period.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? From { get; init; }

    /// <summary>Last day.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? Until { get; init; }

    /// <summary>Asked every day, chance brings forth one as strong once in so many days.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? RecurrenceInterval { get; init; }

    public required int Observed { get; init; }
    public required double Expected { get; init; }
    public required double Llr { get; init; }
    public required double? RelativeRisk { get; init; }
    public required double P { get; init; }
    public required double PWithinFamily { get; init; }
    public required double PPooled { get; init; }

    public static ReportedCluster Of(Cluster cluster, ScanInput input) => new()
    {
        Family = cluster.Family.Name,
        Label = cluster.Family is Sets or SetsByArea or SetCylinders ? input.Sets[cluster.Label] : input.Units[cluster.Label].Id,
        Area = cluster.Part is { } part ? input.Parts[part] : null,
        Units = [.. cluster.Units.Select(unit => input.Units[unit].Id)],
        From = Date(cluster.FirstDay),
        Until = Date(cluster.LastDay),
        RecurrenceInterval = cluster.FirstDay is null ? null : cluster.RecurrenceInterval,
        Observed = cluster.Observed,
        Expected = cluster.Expected,
        Llr = cluster.LogLikelihoodRatio,
        RelativeRisk = cluster.RelativeRisk is { } risk && double.IsFinite(risk) ? risk : null,
        P = cluster.P,
        PWithinFamily = cluster.PWithinFamily,
        PPooled = cluster.PPooled,
    };

    private static DateOnly? Date(int? day) => day is { } number ? DateOnly.FromDayNumber(number) : null;
}

/// <summary>The strongest pattern by chance.</summary>
internal sealed record ReportedNull(double Mean, double Q95, double Q99)
{
    public static ReportedNull Of(NullDistribution chance) => new(chance.Mean, chance.Quantile(0.95), chance.Quantile(0.99));
}

/// <summary>How long the calculation took: from arrays to windows, then all replicates with the thresholds that the first of them set.</summary>
internal sealed record ScanSeconds(double Setup, double Simulation);
