namespace Samenkracht.Scan;

/// <summary>One family of windows for one theme: what gets its own greatest score in every replicate.</summary>
/// <param name="Runs">The windows.</param>
/// <param name="Theme">Index of the theme; 0 where there is only one kind of case.</param>
/// <param name="Statistic">How a window scores.</param>
sealed record Layer<TStatistic>(WindowRuns Runs, int Theme, TStatistic Statistic) where TStatistic : struct, IStatistic
{
    /// <summary>How far below or above zero a sum over a window can lie.</summary>
    public long Reach => (long)Statistic.Cases * (Runs.Admitted is null ? 1 : Runs.Depth!.Max() + 1);

    /// <summary>False when no window can ever score.</summary>
    public bool CanScore => Statistic.CanScore && Runs.Runs > 0;
}
