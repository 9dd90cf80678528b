namespace Samenkracht.Scan;

/// <summary>What a scan found, with what is needed to find it again.</summary>
public sealed record ScanResult
{
    /// <summary>Sorted by <see cref="Cluster.P"/>, then by log likelihood ratio, strongest first; within a family and theme without a unit in common.</summary>
    public required IReadOnlyList<Cluster> Clusters { get; init; }

    /// <summary>Each family and theme that was looked at, in the order of families, then themes.</summary>
    public required IReadOnlyList<LayerResult> Layers { get; init; }

    /// <summary>Greatest tail score over all families and themes, by chance.</summary>
    public required NullDistribution Joint { get; init; }

    /// <summary>Greatest log likelihood ratio over all families and themes, by chance.</summary>
    public required NullDistribution Pooled { get; init; }

    /// <summary>Windows looked at in all families, counted as centre × size, without removing duplicates; not multiplied by themes.</summary>
    public required long Windows { get; init; }

    /// <summary>As asked for.</summary>
    public required long Seed { get; init; }

    /// <summary>As asked for, or fewer after an early stop.</summary>
    public required int Replicates { get; init; }

    /// <summary>The layer a cluster was found in.</summary>
    public LayerResult LayerOf(Cluster cluster) => Layers.Single(layer => layer.Family == cluster.Family && layer.Theme == cluster.Theme);
}

/// <summary>One family of windows for one theme.</summary>
/// <param name="Family">The family.</param>
/// <param name="Theme">Index of the theme.</param>
/// <param name="Windows">Windows looked at.</param>
/// <param name="Null">Greatest log likelihood ratio by chance.</param>
/// <param name="Gumbel">Fitted to those and the observed one.</param>
public sealed record LayerResult(WindowFamily Family, int Theme, long Windows, NullDistribution Null, Gumbel Gumbel);
