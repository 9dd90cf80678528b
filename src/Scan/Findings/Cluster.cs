namespace Samenkracht.Scan;

/// <summary>Bevinding van de scan: a window with more cases than elsewhere, and how often chance alone brings forth one as strong.</summary>
public sealed record Cluster
{
    /// <summary>The family it was found in.</summary>
    public required WindowFamily Family { get; init; }

    /// <summary>Index of the theme; 0 where there is only one kind of case.</summary>
    public required int Theme { get; init; }

    /// <summary>First day of its period; null where there is no time.</summary>
    public int? FirstDay { get; init; }

    /// <summary>Last day of its period; null where there is no time.</summary>
    public int? LastDay { get; init; }

    /// <summary>Index of the centre (circles) or of the set.</summary>
    public required int Label { get; init; }

    /// <summary>Index of the neighbourhood, when the window is the part of a set that lies there.</summary>
    public int? Part { get; init; }

    /// <summary>The units inside, rising: areas or locations, and for sets of households the households.</summary>
    public required IReadOnlyList<int> Units { get; init; }

    /// <summary>Cases inside.</summary>
    public required int Observed { get; init; }

    /// <summary>Cases elsewhere.</summary>
    public required int ObservedOutside { get; init; }

    /// <summary>Individuals inside; in a space-time scan the cases there on all days.</summary>
    public required long Population { get; init; }

    /// <summary>Individuals elsewhere.</summary>
    public required long PopulationOutside { get; init; }

    /// <summary>Cases to be expected inside if place or set made no difference.</summary>
    public required double Expected { get; init; }

    /// <summary>Log likelihood ratio: the strength of the pattern, without unit.</summary>
    public required double LogLikelihoodRatio { get; init; }

    /// <summary>Observed / expected inside, over the same elsewhere; null where nothing is observed elsewhere.</summary>
    public double? RelativeRisk { get; init; }

    /// <summary>The log likelihood ratio on the common scale of all families and themes, see <see cref="Gumbel.Reduced"/>; to place in <see cref="ScanResult.Joint"/>.</summary>
    public required double TailScore { get; init; }

    /// <summary>The p-value to use: joint over all families and themes of the scan. For a further cluster conservative.</summary>
    public required double P { get; init; }

    /// <summary>1 / <see cref="P"/>: asked over and over, chance alone brings forth one as strong once in so many scans (days, when asked every day).</summary>
    public double RecurrenceInterval => 1 / P;

    /// <summary>p-value had this family and theme been the only ones.</summary>
    public required double PWithinFamily { get; init; }

    /// <summary>p-value of the log likelihood ratio among the greatest of all families and themes: severe to families and themes with small counts.</summary>
    public required double PPooled { get; init; }

    /// <summary>Approximation of <see cref="PWithinFamily"/> by a Gumbel tail, which can be smaller than replicates can show; never to be used alone.</summary>
    public required double PGumbel { get; init; }
}
