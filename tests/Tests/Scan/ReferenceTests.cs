using Samenkracht.Scan;

namespace Samenkracht.Tests.Scan;

/// <summary>Sudden infant deaths in North Carolina, 1974–78: results on which SaTScan 10.3.2, smerc 1.8.4 and an independent program agree.</summary>
public class ReferenceTests
{
    const int Replicates = 9_999;

    [Fact]
    public void Finds_the_three_circles()
    {
        var result = PoissonScan.Run(NorthCarolina(withCommunities: false), [new Circles()], new() { Replicates = Replicates });

        Assert.Equal(4_377, result.Windows);
        AssertCluster(result.Clusters[0], "4 5 6 7 8 16 17 20 21 28 31 33 36 44 45 49 51 54 56 57 59 62 63 74 79 80 82 83 87 88 91 93 94 95 96 97 98 99 100", 317, 246.547548, 15.487584138);
        AssertCluster(result.Clusters[1], "85", 15, 3.173668, 11.577075601);
        AssertCluster(result.Clusters[2], "86 92", 15, 7.578397, 2.861546200);
        Assert.InRange(result.Clusters[0].P, 1.0 / (Replicates + 1), 0.0005);
        Assert.Equal(0.0006, result.Clusters[1].P, 0.001);
        Assert.Equal(0.864, result.Clusters[2].P, 0.012);
        Assert.Equal(4.2415, result.Pooled.Mean, 0.05);
        Assert.Equal(6.857, result.Pooled.Quantile(0.95), 0.15);
        Assert.Equal(8.654, result.Pooled.Quantile(0.99), 0.35);
    }

    [Fact]
    public void Finds_the_community_beside_the_circles()
    {
        var result = PoissonScan.Run(NorthCarolina(withCommunities: true), [new Circles(), new Sets()], new() { Replicates = Replicates });

        var community = result.Clusters.First(cluster => cluster.Family is Sets);
        Assert.Equal(18, community.Label);
        AssertCluster(community, "5 16 44 65 70 85 86 92 96 98", 96, 40.31570, 30.156638);
        Assert.Equal(4.3015, result.Pooled.Mean, 0.05);
        Assert.Equal(6.911, result.Pooled.Quantile(0.95), 0.15);
        Assert.Equal(8.613, result.Pooled.Quantile(0.99), 0.35);
        Assert.Equal(2.3460, result.LayerOf(community).Null.Mean, 0.05);
        Assert.Equal(4.473, result.LayerOf(community).Null.Quantile(0.95), 0.15);
        // Set 23 overlaps set 18 and is no further cluster; its strength counts for more within its family than in the pool.
        Assert.Equal(0.226, result.LayerOf(community).Null.PValue(2.9957), 0.015);
        Assert.Equal(0.841, result.Pooled.PValue(2.9957), 0.015);
    }

    static void AssertCluster(Cluster cluster, string ids, int observed, double expected, double llr)
    {
        Assert.Equal(ids, string.Join(' ', cluster.Units.Select(unit => unit + 1)));
        Assert.Equal(observed, cluster.Observed);
        Assert.Equal(expected, cluster.Expected, 1e-5);
        Assert.Equal(llr, cluster.LogLikelihoodRatio, 1e-6);
    }

    static List<Area> NorthCarolina(bool withCommunities)
    {
        var communities = withCommunities ? SharedFile.Rows("scan/nc74-communities.csv").ToLookup(row => (int)row[1], row => (int)row[0]) : null;
        return [.. SharedFile.Rows("scan/nc74.csv").Select(row => new Area(new(row[1], row[2]), (long)row[3], (int)row[4])
        {
            Sets = communities is null ? [] : [.. communities[(int)row[0]]],
        })];
    }
}
