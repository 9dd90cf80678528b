using Samenkracht.Scan;

namespace Samenkracht.App.Scanning;

/// <summary>What to scan, checked for what can be checked without reading the files.</summary>
internal sealed record ScanRequest
{
    public required string Units { get; init; }
    public string? Sets { get; init; }
    public string? Neighbours { get; init; }
    public required IReadOnlyList<WindowFamily> Families { get; init; }

    /// <summary>Each individual is a case or not; else cases are counted beside a population (Poisson).</summary>
    public bool Bernoulli { get; init; }

    /// <summary>Only cases, each with a date; an id has a row per date.</summary>
    public bool SpaceTime { get; init; }

    /// <summary>Compare sets with what their members' areas let expect.</summary>
    public bool Conditional { get; init; }

    public string? Json { get; init; }
    public bool Timings { get; init; }
    public required ScanOptions Options { get; init; }

    public bool NeedsAreas => Conditional || Families.OfType<SetsByArea>().Any();
}
