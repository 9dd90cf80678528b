namespace Samenkracht.Scan;

/// <summary>Philox 4x32-10 (Salmon, Moraes, Dror and Shaw 2011): four random words as a function of a counter and a key.</summary>
static class Philox
{
    const uint FirstWeyl = 0x9E3779B9, SecondWeyl = 0xBB67AE85;
    const ulong FirstFactor = 0xD2511F53, SecondFactor = 0xCD9E8D57;

    public static (uint A, uint B, uint C, uint D) Words((uint A, uint B, uint C, uint D) counter, ulong key)
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
