using Samenkracht.Scan;

namespace Samenkracht.Tests.Scan;

public class LabelPermutationTests
{
    [Fact]
    public void Households_keep_their_combinations_of_themes_and_take_each_place_evenly()
    {
        // Every household lives at a place of its own, so that the counts show which label it was dealt.
        ulong[] labels = [0b011, 0b011, 0b100, 0, 0, 0b111];
        var known = new KnownHouseholds([.. labels.Select((_, i) => new Point(i, 0))], [.. labels.Select((label, i) => new Household(i, label, []))], themes: 3, sets: 0);
        var layout = new HouseholdLayout(known);
        var sampler = new LabelPermutation(known, layout);
        var dealtTriple = new int[labels.Length];
        for (var replicate = 0; replicate < 6_000; replicate++)
        {
            var counts = new int[3 * layout.Cells];
            var random = new ReplicateRandom(9, replicate, purpose: 0);
            sampler.Draw(ref random, new Tally<int>(counts, layout.Cells));
            var dealt = Enumerable.Range(0, labels.Length).Select(i => (ulong)(counts[i] + (2 * counts[layout.Cells + i]) + (4 * counts[(2 * layout.Cells) + i]))).ToArray();
            Assert.Equal(labels.Order(), dealt.Order());
            dealtTriple[Array.IndexOf(dealt, 0b111UL)]++;
        }
        Assert.All(dealtTriple, times => Assert.InRange(times, 1000 - 150, 1000 + 150));
    }
}
