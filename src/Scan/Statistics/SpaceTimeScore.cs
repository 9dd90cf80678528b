namespace Samenkracht.Scan;

/// <summary>
/// Space-time permutation (Kulldorff and others 2005): with n cases in a place and period, where n_z·n_d/C are expected, the Poisson log likelihood ratio. A window's kind is n_z, the cases of its place in all.
/// </summary>
/// <param name="xLogX">x ln x up to <paramref name="cases"/>.</param>
/// <param name="inPlace">Position → cases in its place on all days; 0 where there is no window.</param>
/// <param name="inPeriod">Cases in the period, in all places.</param>
/// <param name="cases">Cases in all, C.</param>
/// <param name="low">Seek low rates; counts are then handed over as negative numbers.</param>
readonly struct SpaceTimeScore(double[] xLogX, int[] inPlace, int inPeriod, int cases, bool low) : IStatistic
{
    public int Cases => cases;

    public bool CanScore => cases > IStatistic.LeastCases;

    public int Kinds => cases + 1;

    public int KindOf(int position) => inPlace[position];

    public int InPlace(int position) => inPlace[position];

    public double Expected(int kind) => (double)kind * inPeriod / cases;

    public int Least(int kind) => low ? -Math.Min(kind, inPeriod) : IStatistic.LeastCases;

    // Where low rates are sought: so many cases in place and period that some must be in both.
    public int Most(int kind) => kind == 0 ? int.MinValue : low ? -Math.Max(IStatistic.LeastCases, kind + inPeriod - cases) : Math.Min(kind, inPeriod);

    public double Score(int kind, int count)
    {
        if (low)
            count = -count;
        var excess = ((long)count * cases) - ((long)kind * inPeriod);
        if (count < IStatistic.LeastCases || count > Math.Min(kind, inPeriod) || (low ? excess >= 0 : excess <= 0))
            return 0;
        var (expected, outside) = (Expected(kind), cases - count);
        var rest = outside == 0 ? 0 : xLogX[outside] - (outside * Math.Log(cases - expected));
        return xLogX[count] - (count * Math.Log(expected)) + rest;
    }
}
