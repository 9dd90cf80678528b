using System.Numerics;
using System.Runtime.CompilerServices;

namespace Samenkracht.Scan;

/// <summary>Null hypothesis of the space-time scan: when a case comes does not depend on where. Days are dealt out over the cases; those that no window looks at need not be dealt.</summary>
sealed class DatePermutation(DatedLayout layout) : ICaseSampler
{
    readonly int[] _all = [.. Enumerable.Range(0, layout.Cases)];
    readonly int[] _dealt = new int[layout.Cases];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Draw<TCount>(ref ReplicateRandom random, Tally<TCount> tally) where TCount : unmanaged, INumber<TCount>
    {
        _all.CopyTo(_dealt, 0);
        for (var i = 0; i < layout.CountedDays.Length; i++)
        {
            var other = i + random.Below(_dealt.Length - i);
            (_dealt[i], _dealt[other]) = (_dealt[other], _dealt[i]);
            tally.AddCase(layout.CountedDays[i], layout.CellsOf(_dealt[i]));
        }
    }
}
