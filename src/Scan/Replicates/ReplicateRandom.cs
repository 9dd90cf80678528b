using System.Numerics;
using System.Runtime.CompilerServices;

namespace Samenkracht.Scan;

/// <summary>
/// The random numbers of one replicate: xoshiro256++ (Blackman and Vigna 2021), started from the 256 bits that <see cref="Philox"/> gives for seed, replicate and purpose.
/// Any thread can draw any replicate, in any order.
/// </summary>
struct ReplicateRandom
{
    ulong _a, _b, _c, _d;

    /// <param name="seed">The seed of the scan.</param>
    /// <param name="replicate">Which replicate.</param>
    /// <param name="purpose">Tells apart simulations with the same seed, which must not share their draws.</param>
    public ReplicateRandom(long seed, int replicate, uint purpose)
    {
        var first = Philox.Words((0, 0, (uint)replicate, purpose), (ulong)seed);
        var second = Philox.Words((1, 0, (uint)replicate, purpose), (ulong)seed);
        (_a, _b) = (Join(first.A, first.B), Join(first.C, first.D));
        (_c, _d) = (Join(second.A, second.B), Join(second.C, second.D));
    }

    internal ReplicateRandom(ulong a, ulong b, ulong c, ulong d) => (_a, _b, _c, _d) = (a, b, c, d);

    /// <summary>Uniform over all 64-bit words.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Next()
    {
        var next = BitOperations.RotateLeft(_a + _d, 23) + _a;
        var shifted = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= shifted;
        _d = BitOperations.RotateLeft(_d, 45);
        return next;
    }

    /// <summary>Uniform over 0 to 1 (both exclusive), in steps of 2^-53.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Uniform() => ((Next() >> 11) + 0.5) * (1.0 / (1UL << 53));

    /// <summary>Uniform over 0 to <paramref name="limit"/> (exclusive, above 0), without bias (Lemire 2019).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Below(int limit)
    {
        var bound = (uint)limit;
        var product = (Next() >> 32) * bound;
        return (uint)product >= bound ? (int)(product >> 32) : BelowAtTheEdge(product, bound);
    }

    int BelowAtTheEdge(ulong product, uint bound)
    {
        var unfair = (0u - bound) % bound;
        while ((uint)product < unfair)
            product = (Next() >> 32) * bound;
        return (int)(product >> 32);
    }

    static ulong Join(uint high, uint low) => ((ulong)high << 32) | low;
}
