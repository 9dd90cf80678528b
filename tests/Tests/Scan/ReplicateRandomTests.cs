using Samenkracht.Scan;

namespace Samenkracht.Tests.Scan;

public class ReplicateRandomTests
{
    /// <summary>Known answers that the authors publish with Random123.</summary>
    [Fact]
    public void Philox_gives_the_published_words()
    {
        Assert.Equal((0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u), Philox.Words((0, 0, 0, 0), 0));
        Assert.Equal((0x408f276du, 0x41c83b0eu, 0xa20bc7c6u, 0x6d5451fdu), Philox.Words((~0u, ~0u, ~0u, ~0u), ~0UL));
        Assert.Equal((0xd16cfe09u, 0x94fdccebu, 0x5001e420u, 0x24126ea1u),
            Philox.Words((0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344), 0x299f31d0_a4093822));
    }

    [Fact]
    public void Xoshiro_gives_the_published_words()
    {
        var random = new ReplicateRandom(1, 2, 3, 4);
        Assert.Equal([41943041, 58720359, 3588806011781223, 3591011842654386, 9228616714210784205], Enumerable.Range(0, 5).Select(_ => random.Next()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(1000)]
    public void Draws_below_a_limit_evenly(int limit)
    {
        var random = new ReplicateRandom(seed: 7, replicate: 3, purpose: 0);
        var seen = new int[limit];
        for (var i = 0; i < 200 * limit; i++)
            seen[random.Below(limit)]++;
        Assert.All(seen, times => Assert.InRange(times, 200 - (6 * Math.Sqrt(200)), 200 + (6 * Math.Sqrt(200))));
    }

    [Fact]
    public void Replicates_seeds_and_purposes_have_streams_of_their_own()
    {
        static ulong First(ReplicateRandom random) => random.Next();
        ulong[] words = [First(new(1, 0, 0)), First(new(1, 1, 0)), First(new(2, 0, 0)), First(new(1, 0, 1)), First(new(-1, 0, 0))];
        Assert.Equal(words.Length, words.Distinct().Count());
    }
}
