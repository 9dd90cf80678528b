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
    /// <summary>Layer, then replicate: the greatest score.</summary>
    public double[][] Maxima(ScanOptions options, CancellationToken cancellation) =>
        Layers.Max(layer => layer.Statistic.Cases) <= short.MaxValue
            ? new Simulation<short, TStatistic>(this, options).Run(cancellation)
            : new Simulation<int, TStatistic>(this, options).Run(cancellation);
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

    public double[][] Run(CancellationToken cancellation)
    {
        options.Progress?.Report(new(0, options.Replicates));
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellation };
        Parallel.For(0, _prunings.Length, parallel, i => _prunings[i] = new(experiment.Layers[i]));
        Parallel.For(0, Math.Min(options.Threads, Batches), parallel, _ => Work(cancellation));
        return _maxima;
    }

    int Batches => (options.Replicates + Lanes - 1) / Lanes;

    void Work(CancellationToken cancellation)
    {
        var counts = new TCount[experiment.Themes * experiment.Cells * Lanes];
        var sampler = experiment.NewSampler();
        var best = new double[Lanes];
        for (var batch = Interlocked.Increment(ref _nextBatch) - 1; batch < Batches; batch = Interlocked.Increment(ref _nextBatch) - 1)
        {
            cancellation.ThrowIfCancellationRequested();
            var first = batch * Lanes;
            var width = Math.Min(Lanes, options.Replicates - first);
            Draw(sampler, counts, first, width);
            for (var layer = 0; layer < _prunings.Length; layer++)
            {
                cancellation.ThrowIfCancellationRequested();
                _prunings[layer].Maxima(CountsOf(counts, layer), best.AsSpan(0, Lanes), width);
                best.AsSpan(0, width).CopyTo(_maxima[layer].AsSpan(first));
            }
            options.Progress?.Report(new(Interlocked.Add(ref _done, width), options.Replicates));
        }
    }

    void Draw(ICaseSampler sampler, TCount[] counts, int first, int width)
    {
        Array.Clear(counts);
        for (var lane = 0; lane < width; lane++)
        {
            var random = new ReplicateRandom(options.Seed, first + lane, experiment.Purpose);
            sampler.Draw(ref random, new Lane<TCount>(counts, experiment.Cells, Lanes, lane));
        }
    }

    ReadOnlySpan<TCount> CountsOf(TCount[] counts, int layer)
    {
        var size = experiment.Cells * Lanes;
        return counts.AsSpan(experiment.Layers[layer].Theme * size, size);
    }
}
