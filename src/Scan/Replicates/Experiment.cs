namespace Samenkracht.Scan;

/// <summary>What is to be simulated.</summary>
/// <param name="Layers">Each gets its own maxima from the same replicates.</param>
/// <param name="Themes">Kinds of cases in a replicate.</param>
/// <param name="Cells">Cells per theme and day.</param>
/// <param name="NewSampler">Makes a sampler for one thread.</param>
/// <param name="Purpose">Part of the random stream's address.</param>
sealed record Experiment<TStatistic>(IReadOnlyList<Layer<TStatistic>> Layers, int Themes, int Cells, Func<ICaseSampler> NewSampler, uint Purpose)
    where TStatistic : struct, IStatistic
{
    /// <summary>Low rates are sought: every count is its negative.</summary>
    public bool Low { get; init; }

    /// <summary>Days that are counted apart; one where there is no time.</summary>
    public int Days { get; init; } = 1;

    /// <summary>Counts of one theme: days times cells.</summary>
    public int Size => Days * Cells;

    /// <summary>Where a layer's theme stands among those that are counted: several, or this one alone.</summary>
    public int PlaceOf(Layer<TStatistic> layer) => Themes == 1 ? 0 : layer.Theme;

    /// <summary>Layer, then replicate: the greatest score.</summary>
    /// <param name="options">How.</param>
    /// <param name="observed">The greatest score of the observed map, at which an early stop looks.</param>
    /// <param name="cancellation">Ends the simulation.</param>
    public double[][] Maxima(ScanOptions options, double observed, CancellationToken cancellation) =>
        Layers.Max(layer => layer.Reach) <= short.MaxValue
            ? new Simulation<short, TStatistic>(this, options).Run(observed, cancellation)
            : new Simulation<int, TStatistic>(this, options).Run(observed, cancellation);
}
