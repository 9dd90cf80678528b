using Samenkracht.Scan;

namespace Samenkracht.Tests.Scan;

/// <summary>
/// Sudden infant deaths in North Carolina, 1974–78: results on which SaTScan 10.3.2, smerc 1.8.4 and an independent program agree. Chances are compared within three standard errors of
/// two runs of 99,999 replicates.
/// </summary>
public class ReferenceTests
{
    const int Replicates = 99_999;

    // The density at a quantile is that of a Gumbel with scale 1, of which these maxima have about 0.95 to 1.05.
    const double OfMean = 0.0175, OfQ95 = 0.062, OfQ99 = 0.14;

    [Fact]
    public void Finds_the_three_circles()
    {
        var result = PoissonScan.Run(NorthCarolina(withCommunities: false), [new Circles()], new() { Replicates = Replicates });

        Assert.Equal(4_377, result.Windows);
        AssertCluster(result.Clusters[0], "4 5 6 7 8 16 17 20 21 28 31 33 36 44 45 49 51 54 56 57 59 62 63 74 79 80 82 83 87 88 91 93 94 95 96 97 98 99 100", 317, 246.547548, 15.487584138);
        AssertCluster(result.Clusters[1], "85", 15, 3.173668, 11.577075601);
        AssertCluster(result.Clusters[2], "86 92", 15, 7.578397, 2.861546200);
        AssertChance(0.00002, result.Clusters[0].P);
        AssertChance(0.0006, result.Clusters[1].P);
        AssertChance(0.864, result.Clusters[2].P);
        Assert.Equal(4.2415, result.Pooled.Mean, OfMean);
        Assert.Equal(6.857, result.Pooled.Quantile(0.95), OfQ95);
        Assert.Equal(8.654, result.Pooled.Quantile(0.99), OfQ99);
    }

    [Fact]
    public void Finds_the_community_beside_the_circles()
    {
        var result = PoissonScan.Run(NorthCarolina(withCommunities: true), [new Circles(), new Sets()], new() { Replicates = Replicates });

        var community = result.Clusters.First(cluster => cluster.Family is Sets);
        Assert.Equal(18, community.Label);
        AssertCluster(community, "5 16 44 65 70 85 86 92 96 98", 96, 40.315697, 30.156638);
        Assert.Equal(4.3015, result.Pooled.Mean, OfMean);
        Assert.Equal(6.911, result.Pooled.Quantile(0.95), OfQ95);
        Assert.Equal(8.613, result.Pooled.Quantile(0.99), OfQ99);
        Assert.Equal(2.3460, result.LayerOf(community).Null.Mean, OfMean);
        Assert.Equal(4.473, result.LayerOf(community).Null.Quantile(0.95), OfQ95);
        // Set 23 overlaps set 18 and is no further cluster; its strength counts for more within its family than in the pool.
        AssertChance(0.226, result.LayerOf(community).Null.PValue(2.9957));
        AssertChance(0.841, result.Pooled.PValue(2.9957));
    }

    [Theory]
    [InlineData("cc89")]
    [InlineData("cr85")]
    public void Finds_the_connected_sets(string neighbours)
    {
        var ten = PoissonScan.Run(NorthCarolina(withCommunities: false, neighbours), [new Connected(10)], new() { Replicates = 99 }).Clusters;
        AssertCluster(ten[0], "67 70 85 86 92 94 96 98", 92, 44.969063, 20.648492);
        AssertCluster(ten[1], "5 6 16 28 44", 45, 17.778608, 15.147438);
    }

    /// <summary>Within fifteen, county 9 joins through 16: neighbours in the list of 1985 only.</summary>
    [Fact]
    public void Finds_the_greater_connected_sets_and_the_restricted_ones()
    {
        var fifteen = PoissonScan.Run(NorthCarolina(withCommunities: false, "cr85"), [new Connected(15)], new() { Replicates = 99 }).Clusters;
        AssertStrength(fifteen[1], "5 6 9 16 28 44", 15.968129);
        var restricted = PoissonScan.Run(NorthCarolina(withCommunities: false, "cr85"), [new Connected(15) { AdmitBelow = 0.2 }], new() { Replicates = 99 }).Clusters;
        AssertStrength(restricted[0], "5 6 9 16 28 44", 15.968129);
        AssertStrength(restricted[1], "86 92 94 96 97 98", 15.302506);
        Assert.Equal([84], restricted[2].Units);
    }

    // The smallest chance there is stands for itself.
    static void AssertChance(double reference, double p) => Assert.Equal(reference, p, (3 * Math.Sqrt(2 * reference * (1 - reference) / Replicates)) + (1.0 / Replicates));

    static void AssertStrength(Cluster cluster, string ids, double llr)
    {
        Assert.Equal(ids, string.Join(' ', cluster.Units.Select(unit => unit + 1)));
        Assert.Equal(llr, cluster.LogLikelihoodRatio, 1e-6);
    }

    static void AssertCluster(Cluster cluster, string ids, int observed, double expected, double llr)
    {
        Assert.Equal(ids, string.Join(' ', cluster.Units.Select(unit => unit + 1)));
        Assert.Equal(observed, cluster.Observed);
        Assert.Equal(expected, cluster.Expected, 1e-6);
        Assert.Equal(llr, cluster.LogLikelihoodRatio, 1e-6);
    }

    static List<Area> NorthCarolina(bool withCommunities, string? neighbours = null)
    {
        var beside = neighbours is null ? null : SharedFile.Rows($"scan/nc-neighbours-{neighbours}.csv").ToLookup(row => (int)row[0], row => (int)row[1] - 1);
        var communities = withCommunities ? SharedFile.Rows("scan/nc74-communities.csv").ToLookup(row => (int)row[1], row => (int)row[0]) : null;
        return [.. SharedFile.Rows("scan/nc74.csv").Select(row => new Area(new(row[1], row[2]), (long)row[3], (int)row[4])
        {
            Neighbours = beside is null ? [] : [.. beside[(int)row[0]]],
            Sets = communities is null ? [] : [.. communities[(int)row[0]]],
        })];
    }
}
