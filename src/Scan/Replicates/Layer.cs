namespace Samenkracht.Scan;

/// <summary>One family of windows for one theme: what gets its own greatest score in every replicate.</summary>
/// <param name="runs">The windows. With periods, the places of windows: each is a window in every period.</param>
/// <param name="theme">Index of the theme; 0 where there is only one kind of case.</param>
/// <param name="statistics">How a window scores; several where that differs between periods.</param>
/// <param name="periods">When; a single one where there is no time.</param>
sealed class Layer<TStatistic>(WindowRuns runs, int theme, TStatistic[] statistics, Period[] periods) where TStatistic : struct, IStatistic
{
    /// <summary>Without time.</summary>
    public Layer(WindowRuns runs, int theme, TStatistic statistic) : this(runs, theme, [statistic], [new(0, 0, 0)]) { }

    public WindowRuns Runs => runs;

    public int Theme => theme;

    /// <summary>How windows score in a period.</summary>
    public TStatistic[] Statistics => statistics;

    /// <summary>Together where they end on the same day, each a day longer than the one before it.</summary>
    public Period[] Periods => periods;

    /// <summary>Of the first period: for what all periods have in common.</summary>
    public TStatistic Statistic => statistics[0];

    /// <summary>Cases in all.</summary>
    public int Cases => statistics[0].Cases;

    public long Windows => runs.Windows * (AllPeriods ?? periods.Length);

    /// <summary>Number of periods, with those that are left out because another has the same cases; null for none left out.</summary>
    public long? AllPeriods { get; init; }

    /// <summary>How far below or above zero a sum over a window can lie.</summary>
    public long Reach => (long)Cases * (runs.Admitted is null ? 1 : runs.Depth!.Max() + 1);

    /// <summary>False when no window can ever score.</summary>
    public bool CanScore => Statistic.CanScore && runs.Runs > 0 && periods.Length > 0;
}

/// <summary>A period of whole days.</summary>
/// <param name="First">Its first day, counted from the first day that is counted at all.</param>
/// <param name="Last">Its last day.</param>
/// <param name="Statistic">Which of the layer's statistics holds.</param>
readonly record struct Period(int First, int Last, int Statistic);
