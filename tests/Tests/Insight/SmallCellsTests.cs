using Samenkracht.Insight.Contract;
using Samenkracht.Insight.Disclosing;
using Samenkracht.Kernel.Access;

namespace Samenkracht.Tests.Insight;

/// <summary>Parts of a total that is told: what is hidden cannot be had by subtraction.</summary>
public class SmallCellsTests
{
    private static readonly Disclosure Outside = Disclosure.Outside;

    [Fact]
    public void Nothing_is_hidden_where_nothing_is_small() => Assert.Equal([20, 10, 35], Outside.Parts(20, 12, 37).OfType<int>());

    [Fact]
    public void Beside_a_small_part_the_smallest_other_is_hidden_too() => Assert.Equal([null, 30, null], Outside.Parts(4, 31, 12));

    [Fact]
    public void Two_small_parts_that_are_few_together_take_a_third_with_them() => Assert.Equal([null, null, null, 40], Outside.Parts(3, 2, 15, 40));

    [Fact]
    public void All_of_them_is_not_told_either() => Assert.Equal([null, null], Outside.Parts(15, 0));

    [Fact]
    public void The_team_reads_every_part() =>
        Assert.Equal([3, 0, 12], Disclosure.For(new Actor(Role.TeamMember, new(Guid.NewGuid()), null, null, "Sanne")).Parts(3, 0, 12).OfType<int>());

    /// <summary>From the total and the parts shown, all exact, each group of hidden parts can be anything from none to ten or more; no part shown and none of its rests is small.</summary>
    [Fact]
    public void No_group_of_parts_is_certain_to_be_one_to_nine()
    {
        var random = new Random(31);
        for (var round = 0; round < 20_000; round++)
        {
            int[] parts = [.. Enumerable.Range(0, random.Next(2, 6)).Select(_ => random.Next(random.Next(1, 40)))];
            if (parts.Sum() < Disclosure.Least) continue;
            var hidden = SmallCells.Hidden(parts, Disclosure.Least);
            for (var group = 1; group < (1 << parts.Length) - 1; group++)
            {
                var (least, most) = Range(parts, hidden, group);
                Assert.False(least >= 1 && most < Disclosure.Least, $"{string.Join(" ", parts)}: group {group:b} is {least} to {most}");
            }
        }
    }

    // The parts shown are known, and so is the sum of those hidden.
    private static (int Least, int Most) Range(int[] parts, bool[] hidden, int group)
    {
        var inside = parts.Index().Where(part => (group >> part.Index & 1) == 1).ToList();
        var shown = inside.Where(part => !hidden[part.Index]).Sum(part => part.Item);
        var sum = parts.Where((_, i) => hidden[i]).Sum();
        return inside.Count(part => hidden[part.Index]) is var some && some == 0 ? (shown, shown)
            : some == hidden.Count(h => h) ? (shown + sum, shown + sum) : (shown, shown + sum);
    }
}
