using System.Numerics;
using System.Runtime.CompilerServices;

namespace Samenkracht.Scan;

/// <summary>Null hypothesis of the conditional test: within each location, what households ask does not depend on the sets through which they are known.</summary>
sealed class PermutationWithinLocations(KnownHouseholds known, HouseholdLayout layout) : ICaseSampler
{
    readonly Grouping _residents = Grouping.From(known.Count, household => [known.Location[household]], known.Locations.Count, "Household", "location")
        .Inverted(known.Locations.Count);
    readonly ulong[] _labels = new ulong[known.Count];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Draw<TCount>(ref ReplicateRandom random, Tally<TCount> tally) where TCount : unmanaged, INumber<TCount>
    {
        known.Labels.CopyTo(_labels, 0);
        for (var location = 0; location < _residents.Count; location++)
        {
            var residents = _residents[location];
            for (var i = residents.Length - 1; i >= 0; i--)
            {
                ref var here = ref _labels[residents[i]];
                ref var other = ref _labels[residents[random.Below(i + 1)]];
                (here, other) = (other, here);
                layout.Count(tally, residents[i], here);
            }
        }
    }
}
