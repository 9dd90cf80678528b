using System.Numerics;
using System.Runtime.CompilerServices;

namespace Samenkracht.Scan;

/// <summary>Null hypothesis of the Poisson scan: each case falls in an area with probability expected / cases, drawn by alias table (Walker 1977, Vose 1991).</summary>
sealed class CaseMultinomial : ICaseSampler
{
    readonly int _cases;
    readonly int[] _alias;
    readonly ulong[] _keep;

    /// <param name="expected">Per area, not negative; the sum is the number of cases.</param>
    /// <param name="cases">How many to draw.</param>
    public CaseMultinomial(ReadOnlySpan<double> expected, int cases)
    {
        _cases = cases;
        _alias = new int[expected.Length];
        _keep = new ulong[expected.Length];
        Level(Scaled(expected));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Draw<TCount>(ref ReplicateRandom random, Tally<TCount> tally) where TCount : unmanaged, INumber<TCount>
    {
        for (var i = 0; i < _cases; i++)
        {
            var column = (int)Math.BigMul(random.Next(), (ulong)_alias.Length, out var rest);
            tally.AddCase(0, rest < _keep[column] ? column : _alias[column]);
        }
    }

    static double[] Scaled(ReadOnlySpan<double> expected)
    {
        var sum = 0.0;
        foreach (var cases in expected)
            sum += cases;
        var scaled = new double[expected.Length];
        for (var area = 0; area < scaled.Length; area++)
            scaled[area] = expected[area] / sum * scaled.Length;
        return scaled;
    }

    /// <summary>Fills every column to 1: what a poor area lacks comes from a rich one.</summary>
    void Level(double[] share)
    {
        var poor = new Stack<int>(Enumerable.Range(0, share.Length).Where(area => share[area] < 1));
        var rich = new Stack<int>(Enumerable.Range(0, share.Length).Where(area => share[area] >= 1));
        var donor = 0;
        while (poor.Count > 0 && rich.Count > 0)
        {
            var area = poor.Pop();
            donor = rich.Peek();
            (_alias[area], _keep[area]) = (donor, (ulong)(share[area] * Math.ScaleB(1, 64)));
            share[donor] -= 1 - share[area];
            if (share[donor] < 1)
                poor.Push(rich.Pop());
        }
        // What is left should be exactly 1 and differs by rounding; an area that expects nothing must still get nothing.
        foreach (var area in rich.Concat(poor))
            (_alias[area], _keep[area]) = (share[area] > 0.5 ? area : donor, 0);
    }
}
