using System.Numerics;

namespace Samenkracht.Scan;

/// <summary>Draws one map from the null hypothesis. Holds scratch space, so that each thread needs its own.</summary>
interface ICaseSampler
{
    /// <summary>Adds the drawn cases to a tally that is all zero.</summary>
    void Draw<TCount>(ref ReplicateRandom random, Tally<TCount> tally) where TCount : unmanaged, INumber<TCount>;
}
