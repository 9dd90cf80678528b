using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Samenkracht.Bench;

/// <summary>The least that any scan must do: add 32 counts of 16 bits side by side and compare them with a number, nothing else.</summary>
static class BareAdditions
{
    const int Cells = 300, Passes = 60_000;

    /// <summary>Processor time per window and replicate.</summary>
    public static double Nanoseconds(int threads)
    {
        Add(10);
        var start = Timing.Now;
        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, _ => Add(Passes));
        return (Timing.Now - start).TotalNanoseconds / ((double)threads * Passes * Cells * 32);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static int Add(int passes)
    {
        var counts = new short[Cells * 32];
        int[] order = [.. Enumerable.Range(0, Cells).OrderBy(i => i * 7919 % Cells)];
        var limit = Vector256.Create(short.MaxValue);
        ref var origin = ref MemoryMarshal.GetArrayDataReference(counts);
        var exceeded = 0;
        for (var pass = 0; pass < passes; pass++)
        {
            var (low, high) = (Vector256<short>.Zero, Vector256<short>.Zero);
            foreach (var cell in order)
            {
                low += Vector256.LoadUnsafe(ref origin, (nuint)(cell * 32));
                high += Vector256.LoadUnsafe(ref origin, (nuint)((cell * 32) + 16));
                if ((Vector256.GreaterThan(low, limit) | Vector256.GreaterThan(high, limit)) != Vector256<short>.Zero)
                    exceeded++;
            }
        }
        return exceeded;
    }
}
