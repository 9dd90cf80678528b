using Samenkracht.Scan;

namespace Samenkracht.Tests.Scan;

public class BinomialTests
{
    const int Draws = 100_000;

    [Theory]
    [InlineData(5, 0.3)] // inversion
    [InlineData(400, 0.02)]
    [InlineData(40, 0.9)] // mirrored
    [InlineData(60, 0.4)] // rejection
    [InlineData(2_000, 0.03)]
    [InlineData(5_000, 0.5)]
    [InlineData(300, 0.95)]
    public void Numbers_come_as_often_as_they_should(int trials, double chance)
    {
        var (binomial, random) = (new Binomial(trials), new ReplicateRandom(11, trials, 9));
        var counts = new int[trials + 1];
        for (var i = 0; i < Draws; i++)
            counts[binomial.Draw(ref random, trials, chance)]++;

        var (chiSquare, classes) = (0.0, 0);
        var (restExpected, restSeen) = (0.0, 0.0);
        for (var count = 0; count <= trials; count++)
        {
            restExpected += Draws * Chance(trials, chance, count);
            restSeen += counts[count];
            if (restExpected < 20) continue;
            chiSquare += Math.Pow(restSeen - restExpected, 2) / restExpected;
            (classes, restExpected, restSeen) = (classes + 1, 0, 0);
        }
        // Five standard deviations of the chi-square.
        Assert.InRange(chiSquare, 0, classes - 1 + (5 * Math.Sqrt(2.0 * classes)));
    }

    [Theory]
    [InlineData(0, 0.5, 0)]
    [InlineData(7, 0, 0)]
    [InlineData(7, 1, 7)]
    public void Where_chance_has_no_say_it_says_nothing(int trials, double chance, int drawn)
    {
        var random = new ReplicateRandom(1, 1, 1);
        Assert.Equal(drawn, new Binomial(10).Draw(ref random, trials, chance));
    }

    [Fact]
    public void All_cases_fall_somewhere_and_none_where_none_is_expected()
    {
        double[] expected = [0, 30, 0, 50.5, 19.5, 0];
        var sampler = new CaseBinomials(expected, 100);
        var sums = new int[6];
        for (var replicate = 0; replicate < 2_000; replicate++)
        {
            var counts = new int[6];
            var random = new ReplicateRandom(3, replicate, 1);
            sampler.Draw(ref random, new Tally<int>(counts, 6));
            Assert.Equal(100, counts.Sum());
            for (var area = 0; area < 6; area++) sums[area] += counts[area];
        }
        Assert.All(expected.Zip(sums), pair => Assert.Equal(pair.First, pair.Second / 2_000.0, 0.6));
        Assert.Equal([0, 0, 0], [sums[0], sums[2], sums[5]]);
    }

    static double Chance(int trials, double chance, int count)
    {
        var log = 0.0;
        for (var i = 1; i <= count; i++) log += Math.Log((double)(trials - count + i) / i);
        return Math.Exp(log + (count * Math.Log(chance)) + ((trials - count) * Math.Log(1 - chance)));
    }
}
