using System.Numerics;
using System.Runtime.CompilerServices;

namespace Samenkracht.Scan;

/// <summary>
/// Null hypothesis of the Bernoulli scan: what households ask does not depend on where they live or through whom they are known. Whole theme vectors are dealt out
/// over the households, so that combinations of themes stay as frequent as they are.
/// </summary>
sealed class LabelPermutation(KnownHouseholds known, HouseholdLayout layout) : ICaseSampler
{
    readonly ulong[] _labels = [.. known.Labels.Where(themes => themes != 0)];
    readonly int[] _all = [.. Enumerable.Range(0, known.Count)];
    readonly int[] _dealt = new int[known.Count];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Draw<TCount>(ref ReplicateRandom random, Tally<TCount> tally) where TCount : unmanaged, INumber<TCount>
    {
        _all.CopyTo(_dealt, 0);
        for (var i = 0; i < _labels.Length; i++)
        {
            var other = i + random.Below(_dealt.Length - i);
            (_dealt[i], _dealt[other]) = (_dealt[other], _dealt[i]);
            layout.Count(tally, _dealt[i], _labels[i]);
        }
    }
}
