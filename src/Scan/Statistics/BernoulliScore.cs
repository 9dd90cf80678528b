namespace Samenkracht.Scan;

/// <summary>
/// Bernoulli (Kulldorff 1997), every individual being a case or not: with c of n inside and C of N in all,
/// c ln(c/n) + (n−c) ln((n−c)/n) + (C−c) ln((C−c)/(N−n)) + ((N−n)−(C−c)) ln(((N−n)−(C−c))/(N−n)) − C ln(C/N) − (N−C) ln((N−C)/N).
/// </summary>
/// <param name="xLogX">x ln x up to <paramref name="population"/>.</param>
/// <param name="inside">Position → individuals in its window; all individuals where there is no window.</param>
/// <param name="population">Individuals in all, N.</param>
/// <param name="cases">Cases in all, C.</param>
/// <param name="low">Seek low rates; counts are then handed over as negative numbers.</param>
readonly struct BernoulliScore(double[] xLogX, int[] inside, int population, int cases, bool low = false) : IStatistic
{
    readonly double _constant = xLogX[cases] + xLogX[population - cases] - xLogX[population];

    public int Cases => cases;

    public int Population => population;

    /// <summary>Not when hardly anybody is a case, nor when everybody is.</summary>
    public bool CanScore => cases >= IStatistic.LeastCases && cases < population;

    public int Kinds => inside.Length;

    public int KindOf(int position) => position;

    public int Least(int kind) => low ? -Math.Min(inside[kind], cases) : IStatistic.LeastCases;

    // Where low rates are sought: so many individuals inside that some must be cases.
    public int Most(int kind) => inside[kind] == population ? int.MinValue
        : low ? -Math.Max(IStatistic.LeastCases, inside[kind] - (population - cases)) : Math.Min(inside[kind], cases);

    public int Inside(int position) => inside[position];

    public double Score(int kind, int count)
    {
        var n = inside[kind];
        if (low)
            count = -count;
        var excess = ((long)count * population) - ((long)n * cases);
        if (count < IStatistic.LeastCases || count > n || n - count > population - cases || (low ? excess >= 0 : excess <= 0))
            return 0;
        var within = xLogX[count] + xLogX[n - count] - xLogX[n];
        var outside = xLogX[cases - count] + xLogX[population - n - cases + count] - xLogX[population - n];
        return within + outside - _constant;
    }
}
