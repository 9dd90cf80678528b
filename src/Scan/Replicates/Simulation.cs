using System.Numerics;

namespace Samenkracht.Scan;

/// <summary>What is to be simulated.</summary>
/// <param name="Layers">Each gets its own maxima from the same replicates.</param>
/// <param name="Themes">Kinds of cases in a replicate.</param>
/// <param name="Cells">Cells per theme.</param>
/// <param name="NewSampler">Makes a sampler for one thread.</param>
/// <param name="Purpose">Part of the random stream's address.</param>
sealed record Experiment<TStatistic>(IReadOnlyList<Layer<TStatistic>> Layers, int Themes, int Cells, Func<ICaseSampler> NewSampler, uint Purpose)
    where TStatistic : struct, IStatistic
{
    /// <summary>Low rates are sought: every count is its negative.</summary>
    public bool Low { get; init; }

    /// <summary>Layer, then replicate: the greatest score.</summary>
    /// <param name="options">How.</param>
    /// <param name="observed">The greatest score of the observed map, at which an early stop looks.</param>
    /// <param name="cancellation">Ends the simulation.</param>
    public double[][] Maxima(ScanOptions options, double observed, CancellationToken cancellation) =>
        Layers.Max(layer => layer.Reach) <= short.MaxValue
            ? new Simulation<short, TStatistic>(this, options).Run(observed, cancellation)
            : new Simulation<int, TStatistic>(this, options).Run(observed, cancellation);
}

/// <summary>Draws replicates in batches, side by side in the lanes of vectors, over several threads.</summary>
/// <remarks>
/// A replicate's maximum depends on its own random stream alone, not on its batch, its thread or the thresholds, which only spare work.
/// Memory per thread: themes × cells × 64 bytes, and the sampler; in all: 2 or 4 bytes per position and theme, 8 per layer and replicate.
/// </remarks>
sealed class Simulation<TCount, TStatistic>(Experiment<TStatistic> experiment, ScanOptions options)
    where TCount : unmanaged, IBinaryInteger<TCount>, IMinMaxValue<TCount> where TStatistic : struct, IStatistic
{
    static readonly int Lanes = MaximaKernel<TCount>.Lanes;

    readonly double[][] _maxima = [.. experiment.Layers.Select(_ => new double[options.Replicates])];
    readonly Pruning<TCount, TStatistic>[] _prunings = new Pruning<TCount, TStatistic>[experiment.Layers.Count];
    int _nextBatch;
    int _done;

    public double[][] Run(double observed, CancellationToken cancellation)
    {
        if (options.StopAfter is not null && experiment.Layers.Count > 1)
            throw new ArgumentException("An early stop keeps p-values exact only with one family and one theme.", nameof(observed));
        options.Progress?.Report(new(0, options.Replicates));
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellation };
        Parallel.For(0, _prunings.Length, parallel, i => _prunings[i] = new(experiment.Layers[i]));
        for (var until = 0; until < Batches;)
        {
            until = options.StopAfter is null ? Batches : Math.Min(Batches, until + BatchesPerLook);
            Parallel.For(0, Math.Min(options.Threads, Batches), parallel, _ => Work(until, cancellation));
            if (options.StopAfter is { } enough && NullDistribution.ReachedAt(enough, observed, _maxima[0].AsSpan(0, Math.Min(until * Lanes, options.Replicates))) is { } last)
                return [_maxima[0][..last]];
        }
        return _maxima;
    }

    // Often enough to stop soon, and seldom enough to keep all threads at work.
    const int BatchesPerLook = 16;

    int Batches => (options.Replicates + Lanes - 1) / Lanes;

    void Work(int until, CancellationToken cancellation)
    {
        var counts = new TCount[experiment.Themes * experiment.Cells * Lanes];
        var sampler = experiment.NewSampler();
        var admitted = experiment.Layers.Any(layer => layer.Runs.Admitted is not null) ? new TCount[experiment.Cells * Lanes] : [];
        var best = new double[Lanes];
        while (NextBatch(until) is { } batch)
        {
            cancellation.ThrowIfCancellationRequested();
            var first = batch * Lanes;
            var width = Math.Min(Lanes, options.Replicates - first);
            Draw(sampler, counts, first, width);
            for (var layer = 0; layer < _prunings.Length; layer++)
            {
                cancellation.ThrowIfCancellationRequested();
                _prunings[layer].Maxima(CountsOf(counts, layer, admitted), best.AsSpan(0, Lanes), width);
                best.AsSpan(0, width).CopyTo(_maxima[layer].AsSpan(first));
            }
            options.Progress?.Report(new(Interlocked.Add(ref _done, width), options.Replicates));
        }
    }

    int? NextBatch(int until)
    {
        for (var batch = _nextBatch; batch < until; batch = _nextBatch)
        {
            if (Interlocked.CompareExchange(ref _nextBatch, batch + 1, batch) == batch)
                return batch;
        }
        return null;
    }

    void Draw(ICaseSampler sampler, TCount[] counts, int first, int width)
    {
        Array.Clear(counts);
        for (var lane = 0; lane < width; lane++)
        {
            var random = new ReplicateRandom(options.Seed, first + lane, experiment.Purpose);
            sampler.Draw(ref random, new Lane<TCount>(counts, experiment.Cells, Lanes, lane));
        }
        for (var i = 0; i < counts.Length && experiment.Low; i++)
            counts[i] = -counts[i];
    }

    ReadOnlySpan<TCount> CountsOf(TCount[] counts, int index, TCount[] admitted)
    {
        var (layer, size) = (experiment.Layers[index], experiment.Cells * Lanes);
        var drawn = counts.AsSpan(layer.Theme * size, size);
        if (layer.Runs.Admitted is null)
            return drawn;
        Admission.Fill(layer.Runs, drawn, layer.Statistic.Cases, admitted);
        return admitted;
    }
}
