using System.Numerics;
using System.Runtime.CompilerServices;

namespace Samenkracht.Scan;

/// <summary>The same null hypothesis as <see cref="CaseMultinomial"/>, area by area: of the cases still left each falls here with the probability that this area has among those still left.</summary>
sealed class CaseBinomials : ICaseSampler
{
    /// <summary>From so many cases per area on, a draw per area is faster than one per case.</summary>
    const int CasesPerArea = 12;

    readonly int _cases;
    readonly double[] _chance;
    readonly Binomial _binomial;

    /// <param name="expected">Per area, not negative.</param>
    /// <param name="cases">How many to draw.</param>
    public CaseBinomials(ReadOnlySpan<double> expected, int cases)
    {
        (_cases, _binomial, _chance) = (cases, new(cases), new double[expected.Length]);
        var left = 0.0;
        for (var area = expected.Length - 1; area >= 0; area--)
        {
            left += expected[area];
            // The last area that expects any has all that is left, whatever rounding did before it.
            _chance[area] = expected[area] > 0 ? expected[area] / left : 0;
        }
    }

    /// <summary>The faster of the two.</summary>
    public static ICaseSampler Of(double[] expected, int cases) =>
        cases >= (long)CasesPerArea * expected.Length ? new CaseBinomials(expected, cases) : new CaseMultinomial(expected, cases);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Draw<TCount>(ref ReplicateRandom random, Tally<TCount> tally) where TCount : unmanaged, INumber<TCount>
    {
        for (var (area, left) = (0, _cases); left > 0; area++)
        {
            var here = _binomial.Draw(ref random, left, _chance[area]);
            tally.AddCases(area, TCount.CreateTruncating(here));
            left -= here;
        }
    }
}
