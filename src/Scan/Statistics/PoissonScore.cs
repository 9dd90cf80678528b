namespace Samenkracht.Scan;

/// <summary>Poisson (Kulldorff 1997): with n observed and e expected inside and N in all, n ln(n/e) + (N−n) ln((N−n)/(N−e)) for n above e, or below e where low rates are sought.</summary>
readonly struct PoissonScore : IStatistic
{
    const int Portion = 1 << 14;

    readonly bool _low;
    readonly double[] _xLogX;
    readonly (double Expected, double LogInside, double LogOutside)[] _windows;

    /// <param name="xLogX">x ln x up to <paramref name="cases"/>.</param>
    /// <param name="expected">Position → cases expected in its window; infinite where there is no window.</param>
    /// <param name="cases">Cases in all, N; the expected cases of all units sum to this.</param>
    /// <param name="low">Seek low rates; counts are then handed over as negative numbers.</param>
    public PoissonScore(double[] xLogX, double[] expected, int cases, bool low = false)
    {
        (_xLogX, Cases, _low) = (xLogX, cases, low);
        var windows = _windows = new (double, double, double)[expected.Length];
        Parallel.For(0, (expected.Length + Portion - 1) / Portion, portion =>
        {
            for (var position = portion * Portion; position < Math.Min((portion + 1) * Portion, windows.Length); position++)
                windows[position] = (expected[position], Math.Log(expected[position]), Math.Log(cases - expected[position]));
        });
    }

    public int Cases { get; }

    public bool CanScore => Cases >= IStatistic.LeastCases;

    public int Kinds => _windows.Length;

    public int KindOf(int position) => position;

    public int Least(int kind) => _low ? -Cases : IStatistic.LeastCases;

    public int Most(int kind) => double.IsFinite(_windows[kind].Expected) ? _low ? -IStatistic.LeastCases : Cases : int.MinValue;

    public double Expected(int position) => _windows[position].Expected;

    public double Score(int kind, int count)
    {
        ref readonly var window = ref _windows[kind];
        if (_low)
            count = -count;
        if (count < IStatistic.LeastCases || !(_low ? count < window.Expected && double.IsFinite(window.Expected) : count > window.Expected) || count > Cases)
            return 0;
        var outside = Cases - count;
        var rest = outside == 0 ? 0 : _xLogX[outside] - (outside * window.LogOutside);
        return _xLogX[count] - (count * window.LogInside) + rest;
    }
}
