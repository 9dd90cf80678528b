namespace Samenkracht.Scan;

/// <summary>
/// Philox 4x32-10 (Salmon, Moraes, Dror and Shaw 2011): random numbers as a function of seed, replicate and counter, so that any thread can draw any replicate
/// and streams never overlap.
/// </summary>
struct Philox
{
    const uint FirstWeyl = 0x9E3779B9, SecondWeyl = 0xBB67AE85;
    const ulong FirstFactor = 0xD2511F53, SecondFactor = 0xCD9E8D57;
    readonly ulong _seed;
    readonly uint _replicate, _purpose;
    uint _block;
    int _left;
    (uint A, uint B, uint C, uint D) _words;

    /// <param name="seed">The key.</param>
    /// <param name="replicate">Which stream.</param>
    /// <param name="purpose">Tells apart simulations with the same seed, which must not share their draws.</param>
    public Philox(long seed, int replicate, uint purpose = 0)
    {
        (_seed, _replicate, _purpose) = ((ulong)seed, (uint)replicate, purpose);
    }

    /// <summary>Uniform over all 32-bit words.</summary>
    public uint Next()
    {
        if (_left == 0)
        {
            _words = Words((_block++, 0, _replicate, _purpose), _seed);
            _left = 4;
        }
        return _left-- switch { 4 => _words.A, 3 => _words.B, 2 => _words.C, _ => _words.D };
    }

    public ulong NextLong() => ((ulong)Next() << 32) | Next();

    /// <summary>Uniform over 0 to <paramref name="limit"/> (exclusive, above 0), without bias (Lemire 2019).</summary>
    public int Below(int limit)
    {
        var bound = (uint)limit;
        var product = (ulong)Next() * bound;
        if ((uint)product < bound)
        {
            var unfair = (0u - bound) % bound;
            while ((uint)product < unfair)
                product = (ulong)Next() * bound;
        }
        return (int)(product >> 32);
    }

    internal static (uint A, uint B, uint C, uint D) Words((uint A, uint B, uint C, uint D) counter, ulong key)
    {
        var (k0, k1) = ((uint)key, (uint)(key >> 32));
        for (var round = 0; round < 10; round++)
        {
            var (p, q) = (FirstFactor * counter.A, SecondFactor * counter.C);
            counter = ((uint)(q >> 32) ^ counter.B ^ k0, (uint)q, (uint)(p >> 32) ^ counter.D ^ k1, (uint)p);
            (k0, k1) = (k0 + FirstWeyl, k1 + SecondWeyl);
        }
        return counter;
    }
}
