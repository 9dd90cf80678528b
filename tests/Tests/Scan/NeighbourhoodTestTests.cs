using Samenkracht.Scan;

namespace Samenkracht.Tests.Scan;

public class NeighbourhoodTestTests
{
    static readonly Point[] TwoPlaces = [new(0, 0), new(1, 0)];

    [Fact]
    public void Expects_of_members_what_their_neighbours_have()
    {
        // Place 0: 4 of 10 households are cases, 5 are members, all cases among them. Place 1: 2 of 20, 5 members, no case among them.
        var households = Enumerable.Range(0, 10).Select(i => new Household(0, i < 4 ? 1UL : 0, i < 5 ? [0] : []))
            .Concat(Enumerable.Range(0, 20).Select(i => new Household(1, i < 2 ? 1UL : 0, i >= 15 ? [0] : []))).ToList();
        var effect = NeighbourhoodTest.Run(new(TwoPlaces, households, themes: 1, sets: 1)).Of(set: 0, theme: 0);

        Assert.Equal((4, 2.5), (effect.Observed, effect.Expected));
        var variance = (5.0 * 4 * 6 * 5 / (100 * 9)) + (5.0 * 2 * 18 * 15 / (400 * 19));
        Assert.Equal(Math.Sqrt(variance), effect.StandardDeviation, 1e-12);
        Assert.Equal(BruteForce.Poisson(4, 2.5, 6), effect.LogLikelihoodRatio, 1e-12);
        Assert.False(effect.CannotBeToldApart);
    }

    [Fact]
    public void The_p_value_is_the_chance_that_dealing_within_the_place_gives_as_many()
    {
        // One place, 12 households, 4 cases, a set of 4 with 3 of them: hypergeometric, (C(4,3)·C(8,1) + C(4,4)) / C(12,4) = 33 / 495.
        var households = Enumerable.Range(0, 12).Select(i => new Household(0, i < 4 ? 1UL : 0, i is >= 1 and < 5 ? [0] : [])).ToList();
        var effect = NeighbourhoodTest.Run(new(TwoPlaces, households, themes: 1, sets: 1), new() { Replicates = 9_999 }).Of(0, 0);
        Assert.Equal(33.0 / 495, effect.P!.Value, 0.0075);
        Assert.Equal(effect.PWithinTheme, effect.P);
    }

    [Fact]
    public void A_community_of_whole_neighbourhoods_cannot_be_told_apart_from_them()
    {
        var households = Enumerable.Range(0, 20).Select(i => new Household(i % 2, i % 4 == 0 ? 1UL : 0, i % 2 == 0 ? [0] : [1])).ToList();
        var result = NeighbourhoodTest.Run(new(TwoPlaces, households, themes: 1, sets: 3));
        var whole = result.Of(0, 0);
        Assert.True(whole.CannotBeToldApart);
        Assert.Equal((5, 5.0, 0.0), (whole.Observed, whole.Expected, whole.StandardDeviation));
        Assert.Null(whole.P);
        Assert.True(result.Of(set: 2, theme: 0).CannotBeToldApart, "a set without members has nothing to tell");
    }

    [Fact]
    public void A_bad_neighbourhood_is_not_taken_for_a_bad_community()
    {
        // Nearly all of place 0 are cases and most members live there: the plain scan sees the community, the neighbourhood accounts for it.
        var households = Enumerable.Range(0, 200).Select(i => new Household(i < 40 ? 0 : 1, i < 40 ? i % 5 < 4 ? 1UL : 0 : i % 20 == 0 ? 1UL : 0, i is < 25 or > 195 ? [0] : [])).ToList();
        var known = new KnownHouseholds(TwoPlaces, households, themes: 1, sets: 1);
        Assert.Equal(0.001, BernoulliScan.Run(known, [new Sets()]).Clusters.Single().P, 1e-9);
        Assert.InRange(NeighbourhoodTest.Run(known).Of(0, 0).P!.Value, 0.3, 1);
    }

    [Fact]
    public void Labels_stay_in_their_place_and_combinations_stay_together()
    {
        var known = RandomMaps.Households(new(4), locations: 5, households: 50, themes: 3, sets: 0);
        // A location of its own for each household shows the label that it was dealt; the places are told apart by a set.
        var layout = new HouseholdLayout(known);
        for (var replicate = 0; replicate < 20; replicate++)
        {
            var counts = new int[known.Themes * layout.Cells];
            var random = new ReplicateRandom(1, replicate, purpose: 0);
            new PermutationWithinLocations(known, layout).Draw(ref random, new Tally<int>(counts, layout.Cells));
            Assert.Equal(layout.Observed(), counts);
        }
    }
}
