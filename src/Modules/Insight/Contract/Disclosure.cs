using System.Globalization;
using Samenkracht.Insight.Disclosing;
using Samenkracht.Kernel.Access;

namespace Samenkracht.Insight.Contract;

/// <summary>
/// Cijfers naar buiten: the statistics service, the one place that turns counts of households into what leaves the team. Inside the team they are exact. Outside it a
/// finding needs ten cases and ten non-cases, every number is rounded to five, smaller ones are not told, and neither is what would betray them by subtraction.
/// </summary>
/// <remarks>Rounded once, from the exact number: a share is worked out from rounded numbers, so that nothing exact can be worked back (AVG art. 5(1)(c)).</remarks>
public sealed class Disclosure
{
    /// <summary>Fewer than this is not told.</summary>
    public const int Least = 10;

    /// <summary>What is told is rounded to this.</summary>
    public const int Step = 5;

    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    private Disclosure(bool exact) => IsExact = exact;

    /// <summary>Whether the reader belongs to the team.</summary>
    public bool IsExact { get; }

    /// <summary>As everyone outside the team reads it.</summary>
    public static Disclosure Outside { get; } = new(exact: false);

    public static Disclosure For(Actor reader) => new(reader.May(Permission.SeeFindings));

    /// <summary>Whether a pattern may be shown at all.</summary>
    public bool MayShow(int cases, int households) => IsExact || (cases >= Least && households - cases >= Least);

    /// <summary>Whether it may be said that there are any: that there are some, but too few to tell, would say that there are one to nine.</summary>
    public bool MaySayAny(int exact) => exact >= (IsExact ? 1 : Least);

    /// <summary>
    /// The parts of a total that is shown beside them; null for what must stay hidden, also where only subtraction would tell it.
    /// </summary>
    public IReadOnlyList<int?> Parts(params IReadOnlyList<int> exact)
    {
        if (IsExact) return [.. exact];
        var hidden = SmallCells.Hidden(exact, Least);
        return [.. exact.Select((part, i) => hidden[i] ? null : Number(part))];
    }

    /// <summary>Which of several findings everyone may read beside each other and beside earlier ones.</summary>
    internal static DifferencingTest Differencing() => new(Least);

    /// <summary>Whether a community may be named.</summary>
    public bool MayName(bool heard) => IsExact || heard;

    /// <summary>The number to show; null when it is too small to tell.</summary>
    public int? Number(int exact) => IsExact ? exact : exact < Least ? null : Rounded(exact);

    /// <summary>"12" inside the team; "ongeveer 10" or "minder dan 10" outside it.</summary>
    public string Words(int exact) => IsExact ? exact.ToString("N0", Dutch) : Number(exact) is { } number ? $"ongeveer {number.ToString("N0", Dutch)}" : $"minder dan {Least}";

    /// <summary>The same with the thing counted: "1 signaal", "ongeveer 10 signalen".</summary>
    public string Words(int exact, string one, string many) => $"{Words(exact)} {(IsExact && exact == 1 ? one : many)}";

    /// <summary>What was expected: one decimal inside the team, rounded to five outside it.</summary>
    public string Expected(double exact) => IsExact ? exact.ToString("N1", Dutch) : exact < Least ? $"minder dan {Least}" : $"ongeveer {Rounded(exact)}";

    /// <summary>So many of the hundred, from numbers as they are shown; null when those with or those without are too few.</summary>
    public int? OfHundred(int cases, int households) =>
        MayShow(cases, households) && Number(cases) is { } shown && Number(households) is > 0 and { } all ? (int)Math.Round(100.0 * shown / all, MidpointRounding.AwayFromZero) : null;

    /// <summary>The strength of a pattern for a picture: in whole numbers outside the team, because an exact one gives the counts away.</summary>
    public double Strength(double score) => IsExact ? score : Math.Round(score);

    /// <summary>How many households of a finding live in a buurt, for the width of a line: never exact, because most of these numbers are small.</summary>
    public static int Share(int households) => households switch { < 5 => 1, < 10 => 2, _ => 3 };

    private static int Rounded(double exact) => (int)Math.Round(exact / Step, MidpointRounding.AwayFromZero) * Step;
}
