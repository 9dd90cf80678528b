using Samenkracht.Scan;

namespace Samenkracht.Tests.Scan;

public class PValueTests
{
    [Theory]
    [InlineData(0.0, 1.0)]
    [InlineData(1.0, 1.0)]
    [InlineData(1.5, 0.8)]
    [InlineData(2.0, 0.8)]
    [InlineData(2.0 + 1e-10, 0.8)] // Within rounding: counts as equal.
    [InlineData(2.0 + 1e-6, 0.4)]
    [InlineData(9.0, 0.2)]
    public void Counts_itself_and_every_replicate_at_least_as_great(double observed, double p) =>
        Assert.Equal(p, new NullDistribution([2, 1, 2, 3]).PValue(observed), 1e-12);

    /// <summary>Besag and Clifford: h over the replicates that it took, in their order; never reached, the ordinary rank.</summary>
    [Theory]
    [InlineData(2.0, 2.0 / 3)]
    [InlineData(3.0, 2.0 / 5)]
    [InlineData(4.0, 2.0 / 6)]
    public void A_scan_that_stops_early_counts_until_it_has_seen_enough(double observed, double p) =>
        Assert.Equal(p, new NullDistribution([2, 1, 3, 1, 4], stopAfter: 2).PValue(observed), 1e-12);

    [Fact]
    public void Quantiles_are_values_that_occurred()
    {
        var distribution = new NullDistribution([.. Enumerable.Range(1, 100).Select(i => (double)i).Reverse()]);
        Assert.Equal((95, 99, 100, 50.5), (distribution.Quantile(0.95), distribution.Quantile(0.99), distribution.Quantile(1), distribution.Mean));
        Assert.Equal(100, distribution.Maxima[0]);
        Assert.Throws<ArgumentOutOfRangeException>(() => distribution.Quantile(0));
    }

    [Fact]
    public void A_Gumbel_is_fitted_by_its_moments()
    {
        var gumbel = Gumbel.Fit([1, 2, 3, 4]);
        var scale = Math.Sqrt(5.0 / 3) * Math.Sqrt(6) / Math.PI;
        Assert.Equal(scale, gumbel.Scale, 1e-12);
        Assert.Equal(2.5 - (0.5772156649 * scale), gumbel.Location, 1e-9);
        Assert.Equal(1 - Math.Exp(-1), gumbel.Tail(gumbel.Location), 1e-12);
        // Far out it neither underflows to 0 nor loses its digits.
        Assert.Equal(Math.Exp(-100), gumbel.Tail(gumbel.Location + (100 * scale)), 1e-53);
    }

    [Fact]
    public void A_small_family_is_not_drowned_by_a_large_one()
    {
        // Large family: chance reaches 10 to 14. Small family: chance reaches 1 to 1.4, and 3 was observed.
        double[] large = [.. Enumerable.Range(0, 99).Select(i => 10 + (i % 40 * 0.1))], small = [.. Enumerable.Range(0, 99).Select(i => 1 + (i * 7 % 40 * 0.01))];
        var test = new JointTest([11, 3], [large, small]);
        Assert.Equal(0.01, test.PValue(1, 3));
        Assert.Equal(1, test.Pooled.PValue(3));
    }

    [Fact]
    public void A_family_that_never_varies_takes_no_part()
    {
        var varying = Enumerable.Range(0, 9).Select(i => (double)i).ToArray();
        var test = new JointTest([8.5, 0], [varying, new double[9]]);
        Assert.Equal(0.1, test.PValue(0, 8.5), 1e-12);
        Assert.Equal(1, test.PValue(1, 0), 1e-12);
    }
}
