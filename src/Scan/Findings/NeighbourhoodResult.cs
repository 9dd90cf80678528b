namespace Samenkracht.Scan;

/// <summary>The answers of a <see cref="NeighbourhoodTest"/>.</summary>
public sealed class NeighbourhoodResult
{
    readonly NeighbourhoodEffect?[,] _effects;

    internal NeighbourhoodResult(NeighbourhoodEffect?[,] effects, NullDistribution[] themes, NullDistribution joint)
    {
        _effects = effects;
        (Themes, Joint) = (themes, joint);
    }

    /// <summary>Per theme, the greatest log likelihood ratio over all sets by chance within neighbourhoods.</summary>
    public IReadOnlyList<NullDistribution> Themes { get; }

    /// <summary>The greatest tail score over all themes, by chance within neighbourhoods.</summary>
    public NullDistribution Joint { get; }

    /// <summary>The answer for a set and a theme.</summary>
    public NeighbourhoodEffect Of(int set, int theme) => _effects[set, theme] ?? new(0, 0, 0, 0);
}

/// <summary>A set beside what its members' neighbourhoods let expect.</summary>
/// <param name="Observed">Cases among its members.</param>
/// <param name="Expected">Cases to be expected if only the neighbourhood mattered.</param>
/// <param name="StandardDeviation">Of the cases, if only the neighbourhood mattered.</param>
/// <param name="LogLikelihoodRatio">The strength of the excess; 0 without excess or below two cases.</param>
public sealed record NeighbourhoodEffect(int Observed, double Expected, double StandardDeviation, double LogLikelihoodRatio)
{
    /// <summary>Set and neighbourhood cannot be told apart: in each neighbourhood either all households are members, or none, or all or none are cases.</summary>
    public bool CannotBeToldApart => P is null;

    /// <summary>p-value over all sets and themes; null where set and neighbourhood cannot be told apart.</summary>
    public double? P { get; init; }

    /// <summary>p-value had this theme been the only one; null where set and neighbourhood cannot be told apart.</summary>
    public double? PWithinTheme { get; init; }
}
