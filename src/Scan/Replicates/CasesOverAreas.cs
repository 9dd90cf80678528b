using System.Numerics;
using System.Runtime.CompilerServices;

namespace Samenkracht.Scan;

/// <summary>Null hypothesis of the Bernoulli scan over areas: the cases are any of the individuals, each as likely as another.</summary>
/// <remarks>Holds the area of every individual: four bytes each.</remarks>
sealed class CasesOverAreas(ReadOnlyMemory<long> population, int cases) : ICaseSampler
{
    readonly int[] _areaOf = [.. population.ToArray().SelectMany((people, area) => Enumerable.Repeat(area, (int)people))];
    readonly int[] _swapped = new int[cases];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Draw<TCount>(ref ReplicateRandom random, Tally<TCount> tally) where TCount : unmanaged, INumber<TCount>
    {
        for (var i = 0; i < _swapped.Length; i++)
        {
            var other = _swapped[i] = i + random.Below(_areaOf.Length - i);
            (_areaOf[i], _areaOf[other]) = (_areaOf[other], _areaOf[i]);
            tally.AddCase(0, _areaOf[i]);
        }
        // Back as it was: a replicate depends on its own stream alone.
        for (var i = _swapped.Length - 1; i >= 0; i--)
            (_areaOf[i], _areaOf[_swapped[i]]) = (_areaOf[_swapped[i]], _areaOf[i]);
    }
}
