namespace Samenkracht.Scan;

/// <summary>Poisson (Kulldorff 1997): with n observed and e expected inside and N in all, n ln(n/e) + (N−n) ln((N−n)/(N−e)) for n above e.</summary>
readonly struct PoissonScore : IStatistic
{
    readonly double[] _xLogX;
    readonly (double Expected, double LogInside, double LogOutside)[] _windows;

    /// <param name="xLogX">x ln x up to <paramref name="cases"/>.</param>
    /// <param name="expected">Position → cases expected in its window; infinite where there is no window.</param>
    /// <param name="cases">Cases in all, N; the expected cases of all units sum to this.</param>
    public PoissonScore(double[] xLogX, ReadOnlySpan<double> expected, int cases)
    {
        (_xLogX, Cases) = (xLogX, cases);
        _windows = new (double, double, double)[expected.Length];
        for (var position = 0; position < expected.Length; position++)
            _windows[position] = (expected[position], Math.Log(expected[position]), Math.Log(cases - expected[position]));
    }

    public int Cases { get; }

    public bool CanScore => Cases >= IStatistic.LeastCases;

    public int Most(int position) => Cases;

    public double Expected(int position) => _windows[position].Expected;

    public double Score(int position, int count)
    {
        ref readonly var window = ref _windows[position];
        if (count < IStatistic.LeastCases || !(count > window.Expected) || count > Cases)
            return 0;
        var outside = Cases - count;
        var rest = outside == 0 ? 0 : _xLogX[outside] - (outside * window.LogOutside);
        return _xLogX[count] - (count * window.LogInside) + rest;
    }
}
