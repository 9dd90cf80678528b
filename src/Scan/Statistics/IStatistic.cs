namespace Samenkracht.Scan;

/// <summary>
/// How much the cases in a window speak against chance: a log likelihood ratio, 0 unless the rate inside is higher (or, where low rates are sought, lower) than outside and at least <see cref="LeastCases"/> cases lie inside.
/// </summary>
/// <remarks>
/// Implemented by structs, so that the kernel is compiled for each. Windows of one kind score alike. Of one kind the score never falls as the count grows from the least to the most that can
/// score; where low rates are sought, counts are handed over as negative numbers, so that this holds there as well.
/// </remarks>
interface IStatistic
{
    /// <summary>One case is not a pattern; this holds for the observed map and for the replicates.</summary>
    public const int LeastCases = 2;

    /// <summary>Cases in all.</summary>
    int Cases { get; }

    /// <summary>False when no window can ever score.</summary>
    bool CanScore { get; }

    /// <summary>Number of kinds.</summary>
    int Kinds { get; }

    /// <summary>The kind of the window at a position.</summary>
    int KindOf(int position);

    /// <summary>The smallest count that can score.</summary>
    int Least(int kind);

    /// <summary>The greatest count that a window can hold; below the least where there is no window.</summary>
    int Most(int kind);

    double Score(int kind, int count);
}
