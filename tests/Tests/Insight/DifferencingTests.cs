using Samenkracht.Geography.Contract;
using Samenkracht.Insight.Disclosing;

namespace Samenkracht.Tests.Insight;

/// <summary>Findings that overlap: what each may tell, their difference may not.</summary>
public class DifferencingTests
{
    private static readonly AreaCode[] Buurten = [.. Enumerable.Range(1, 3).Select(i => AreaCode.Parse($"BU9999010{i}"))];

    [Fact]
    public void A_window_with_few_cases_or_few_others_is_not_told()
    {
        Assert.False(Test().MayTell(At((9, 40))));
        Assert.False(Test().MayTell(At((40, 9))));
        Assert.True(Test().MayTell(At((10, 10))));
    }

    [Fact]
    public void A_window_that_is_a_little_larger_than_one_told_is_not()
    {
        var test = Test();
        Assert.True(test.MayTell(At((12, 30))));
        Assert.False(test.MayTell(At((12, 30), (3, 20))));
        Assert.True(test.MayTell(At((12, 30), (10, 20))));
    }

    [Fact]
    public void A_window_within_one_told_that_leaves_few_is_not()
    {
        var test = Test();
        Assert.True(test.MayTell(At((12, 30), (3, 20))));
        Assert.False(test.MayTell(At((12, 30))));
    }

    [Fact]
    public void Where_all_in_the_difference_have_the_question_it_is_not_told()
    {
        var test = Test();
        Assert.True(test.MayTell(At((12, 30))));
        Assert.False(test.MayTell(At((12, 30), (14, 2))));
    }

    [Fact]
    public void A_place_and_a_community_may_overlap_as_long_as_each_masks_the_other()
    {
        // The club's people live in the first buurt and spread over two others.
        var test = Test();
        Assert.True(test.MayTell(At((12, 40))));
        Assert.True(test.MayTell(At((8, 12), (4, 9), (3, 6))));
    }

    [Fact]
    public void A_community_that_lives_nearly_within_a_place_is_not_told_beside_it()
    {
        var test = Test();
        Assert.True(test.MayTell(At((15, 24))));
        Assert.False(test.MayTell(At((12, 20), (0, 1))));
    }

    [Fact]
    public void The_parts_of_a_whole_told_apart_leave_no_small_rest()
    {
        var test = Test();
        Assert.True(test.MayTell(At((12, 30))));
        Assert.True(test.MayTell(At((0, 0), (12, 30))));
        Assert.False(test.MayTell(At((12, 30), (12, 30), (4, 30))));
        Assert.True(test.MayTell(At((12, 30), (12, 30), (11, 30))));

        var other = Test();
        Assert.True(other.MayTell(At((12, 30), (12, 30), (4, 30))));
        Assert.True(other.MayTell(At((12, 30))));
        Assert.False(other.MayTell(At((0, 0), (12, 30))));
    }

    [Fact]
    public void The_same_window_again_tells_nothing_new_and_a_little_more_would()
    {
        Assert.True(Again(40, 60));
        Assert.False(Again(43, 60));
        Assert.False(Again(40, 62));
        Assert.False(Again(37, 60));
        Assert.True(Again(52, 60));

        static bool Again(int cases, int others)
        {
            var test = Test();
            test.Knows(At((40, 60)));
            return test.MayTell(At((cases, others)));
        }
    }

    /// <summary>
    /// On random maps of buurten, with a small threshold so that every world can be tried: of all worlds that agree with what was told, exactly and with the number of households in
    /// each buurt, none of the groups that two windows make, and no whole less its parts, is certain to hold someone and certain to hold few, or few others.
    /// </summary>
    [Fact]
    public void No_world_that_agrees_with_what_is_told_betrays_a_small_group()
    {
        const int least = 3;
        var random = new Random(7);
        var (told, held) = (0, 0);
        for (var round = 0; round < 400; round++)
        {
            Count[] town = [.. Buurten.Select(_ => new Count(random.Next(6), random.Next(6)))];
            var test = new DifferencingTest(least);
            var windows = Enumerable.Range(0, 5).Select(_ => random.Next(1, 1 << Buurten.Length)).Distinct().ToList();
            var shown = windows.Where(window => test.MayTell(Of(town, window))).ToList();
            (told, held) = (told + shown.Count, held + windows.Count - shown.Count);
            AssertSafe(town, shown, least);
        }
        Assert.True(told > 500 && held > 200, $"{told} told, {held} held back: the maps try too little.");
    }

    private static void AssertSafe(Count[] town, List<int> shown, int least)
    {
        foreach (var one in shown)
            foreach (var two in shown)
                foreach (var group in (int[])[one, one & ~two, one & two, one | two])
                    AssertNotBetrayed(town, [one, two], group, least);
        foreach (var whole in shown)
        {
            List<int> parts = [];
            foreach (var part in shown.Where(part => part != whole && (part & ~whole) == 0))
                if (parts.TrueForAll(other => (other & part) == 0)) parts.Add(part);
            AssertNotBetrayed(town, [whole, .. parts], whole & ~parts.Sum(), least);
        }
    }

    private static void AssertNotBetrayed(Count[] town, List<int> shown, int group, int least)
    {
        var inside = Bits(group).Sum(i => town[i].Households);
        var possible = Worlds(town).Where(world => shown.TrueForAll(window => Bits(window).Sum(i => world[i]) == Bits(window).Sum(i => town[i].Cases)))
            .Select(world => Bits(group).Sum(i => world[i])).ToList();
        var (fewest, most) = (possible.Min(), possible.Max());
        Assert.False(fewest >= 1 && (most < least || inside - fewest < least),
            $"{string.Join(" ", town)}; told {string.Join(" ", shown.Select(w => $"{w:b}"))}: of {inside} in {group:b} there are {fewest} to {most}");
    }

    private static IEnumerable<int[]> Worlds(Count[] town) =>
        from a in Enumerable.Range(0, town[0].Households + 1)
        from b in Enumerable.Range(0, town[1].Households + 1)
        from c in Enumerable.Range(0, town[2].Households + 1)
        select (int[])[a, b, c];

    private static IEnumerable<int> Bits(int window) => Enumerable.Range(0, Buurten.Length).Where(i => (window >> i & 1) == 1);

    private static Window Of(Count[] town, int window) => new(Bits(window).Select(i => KeyValuePair.Create(Buurten[i], town[i])));

    private static Window At(params (int Cases, int Others)[] counts) =>
        new(counts.Select((count, i) => KeyValuePair.Create(Buurten[i], new Count(count.Cases, count.Others))));

    private static DifferencingTest Test() => new(Samenkracht.Insight.Contract.Disclosure.Least);
}
