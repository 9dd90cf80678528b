using System.Numerics;
using System.Runtime.CompilerServices;

namespace Samenkracht.Scan;

/// <summary>Draws replicates side by side in the lanes of vectors, several groups of them at a time, over several threads.</summary>
/// <remarks>
/// A replicate's maximum depends on its own random stream alone, not on its group, its thread or the levels of the sieve, which only spare work.
/// Memory per thread: at most (5 × themes + 2) × days × cells × 64 bytes, and the sampler; in all: up to 8 or 16 bytes per position and theme, 8 per layer and replicate. Nothing is allocated per replicate.
/// </remarks>
sealed class Simulation<TCount, TStatistic>(Experiment<TStatistic> experiment, ScanOptions options)
    where TCount : unmanaged, IBinaryInteger<TCount>, IMinMaxValue<TCount> where TStatistic : struct, IStatistic
{
    // Replicates from which the sieve learns its levels.
    const int Pilots = 12;

    // The more groups, the fuller the vectors of those that have to move.
    const int MostGroups = 4;
    const long MostBytes = 256L << 20;

    // Often enough to stop soon, and seldom enough to keep all threads at work.
    const int GroupsPerLook = 16;

    static readonly int Lanes = MaximaKernel<TCount>.Lanes;

    readonly double[][] _maxima = [.. experiment.Layers.Select(_ => new double[options.Replicates])];
    readonly Sieve<TCount, TStatistic>[] _sieves = [.. experiment.Layers.Select(layer => new Sieve<TCount, TStatistic>(layer, experiment.Cells))];
    int _nextGroup;
    int _done;

    public double[][] Run(double observed, CancellationToken cancellation)
    {
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellation };
        Learn(parallel);
        options.Progress?.Report(new(0, options.Replicates));
        for (var until = 0; until < Groups;)
        {
            until = options.StopAfter is null ? Groups : Math.Min(Groups, until + GroupsPerLook);
            Parallel.For(0, Math.Min(options.Threads, Groups), parallel, _ => Work(until, cancellation));
            if (options.StopAfter is { } enough && NullDistribution.ReachedAt(enough, observed, _maxima[0].AsSpan(0, Math.Min(until * Lanes, options.Replicates))) is { } last)
                return [_maxima[0][..last]];
        }
        return _maxima;
    }

    int Groups => (options.Replicates + Lanes - 1) / Lanes;

    /// <summary>Counts of one replicate.</summary>
    int Size => checked(experiment.Themes * experiment.Size);

    int GroupsAtOnce => (int)Math.Clamp(Math.Min(Groups / (2 * options.Threads), MostBytes / ((long)Size * Lanes * Unsafe.SizeOf<TCount>())), 1, MostGroups);

    void Learn(ParallelOptions parallel)
    {
        var pilots = Math.Min(Pilots, options.Replicates);
        var bench = new Workbench(experiment, groups: 1, checked(Size * Lanes));
        Draw(bench, 0, pilots);
        Parallel.For(0, _sieves.Length, parallel, () => bench.Beside(), (layer, _, own) =>
        {
            own.Maxima(_sieves[layer], layer, pilots);
            _sieves[layer].Learn(own.Best[..pilots]);
            _sieves[layer].Prepare();
            return own;
        }, _ => { });
    }

    void Work(int until, CancellationToken cancellation)
    {
        var bench = new Workbench(experiment, GroupsAtOnce, checked(Size * Lanes));
        while (NextGroups(until, bench.Groups) is var (group, groups))
        {
            cancellation.ThrowIfCancellationRequested();
            var first = group * Lanes;
            var width = Math.Min(groups * Lanes, options.Replicates - first);
            Draw(bench, first, width);
            for (var layer = 0; layer < _sieves.Length; layer++)
            {
                cancellation.ThrowIfCancellationRequested();
                bench.Maxima(_sieves[layer], layer, width);
                bench.Best[..width].CopyTo(_maxima[layer].AsSpan(first));
            }
            options.Progress?.Report(new(Interlocked.Add(ref _done, width), options.Replicates));
        }
    }

    (int First, int Count)? NextGroups(int until, int atOnce)
    {
        for (var group = _nextGroup; group < until; group = _nextGroup)
        {
            var count = Math.Min(atOnce, until - group);
            if (Interlocked.CompareExchange(ref _nextGroup, group + count, group) == group)
                return (group, count);
        }
        return null;
    }

    void Draw(Workbench bench, int first, int width)
    {
        for (var group = 0; group * Lanes < width; group++)
        {
            var drawn = bench.Drawn;
            drawn.Clear();
            for (var lane = 0; lane < Math.Min(Lanes, width - (group * Lanes)); lane++)
            {
                var random = new ReplicateRandom(options.Seed, first + (group * Lanes) + lane, experiment.Purpose);
                bench.Sampler.Draw(ref random, new Tally<TCount>(drawn.Slice(lane * Size, Size), experiment.Cells));
            }
            SideBySide(drawn, bench.CountsOf(group), Size, experiment.Low);
        }
    }

    /// <summary>From one map after the other to all maps side by side. Counting cases straight into the lanes would touch a line of memory, and often miss it, for every case.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void SideBySide(ReadOnlySpan<TCount> drawn, Span<TCount> counts, int size, bool negative)
    {
        for (var cell = 0; cell < size; cell++)
        {
            var side = counts.Slice(cell * Lanes, Lanes);
            for (var lane = 0; lane < side.Length; lane++)
                side[lane] = negative ? -drawn[(lane * size) + cell] : drawn[(lane * size) + cell];
        }
    }

    /// <summary>The space of one thread.</summary>
    sealed class Workbench
    {
        readonly Experiment<TStatistic> _experiment;
        readonly TCount[][] _counts;
        readonly TCount[][] _admitted;
        readonly TCount[] _drawn, _day, _moved;
        readonly Memory<TCount>[] _ofLayer;
        readonly double[] _best;

        public Workbench(Experiment<TStatistic> experiment, int groups, int counts)
            : this(experiment, [.. Enumerable.Range(0, groups).Select(_ => new TCount[counts])], experiment.NewSampler(), new TCount[counts]) { }

        Workbench(Experiment<TStatistic> experiment, TCount[][] counts, ICaseSampler sampler, TCount[] drawn)
        {
            (_experiment, _counts, Sampler, _drawn) = (experiment, counts, sampler, drawn);
            var size = experiment.Cells * Lanes;
            _admitted = [.. counts.Select(_ => experiment.Layers.Any(layer => layer.Runs.Admitted is not null) ? new TCount[size] : [])];
            (_day, _moved) = (new TCount[experiment.Days > 1 ? size : 0], new TCount[experiment.Size * Lanes]);
            _ofLayer = new Memory<TCount>[counts.Length];
            _best = new double[counts.Length * Lanes];
        }

        public int Groups => _counts.Length;

        public ICaseSampler Sampler { get; }

        public Span<double> Best => _best;

        /// <summary>Replicate, then theme, then day, then cell.</summary>
        public Span<TCount> Drawn => _drawn;

        /// <summary>Theme, then day, then cell, then lane.</summary>
        public Span<TCount> CountsOf(int group) => _counts[group];

        /// <summary>A bench for another thread, for the same counts.</summary>
        public Workbench Beside() => new(_experiment, _counts, Sampler, _drawn);

        public void Maxima(Sieve<TCount, TStatistic> sieve, int index, int width)
        {
            var layer = _experiment.Layers[index];
            var size = _experiment.Size * Lanes;
            for (var group = 0; group < _counts.Length; group++)
            {
                _ofLayer[group] = _counts[group].AsMemory(_experiment.PlaceOf(layer) * size, size);
                if (layer.Runs.Admitted is null)
                    continue;
                Admission.Fill(layer.Runs, _ofLayer[group].Span, layer.Cases, _admitted[group]);
                _ofLayer[group] = _admitted[group];
            }
            sieve.Maxima(_ofLayer, _best.AsSpan(0, _counts.Length * Lanes), width, new(_day, _moved));
        }
    }
}
