namespace Samenkracht.Insight.Disclosing;

/// <summary>
/// Verschiltoets: two numbers that may each be told can betray a third when one is taken from the other. Windows are offered one by one, the strongest first; one that would betray a small group together
/// with what was told before is not told.
/// </summary>
/// <remarks>
/// Against a reader who knows more than anyone can: the exact counts of all windows told (not rounded), and how many households lie in each part of their overlap. A group is betrayed when that
/// reader can be certain that someone in it has the question, and that those are fewer than the threshold or those who have not are; or when fewer households than the threshold are counted in it. Rounding
/// only makes that reader's ranges wider, so what is safe against exact numbers is safe against rounded ones.
/// Holds for every window told, for the difference of every two in either direction, for their overlap and union, and for every whole less the parts told within it. Against windows of
/// an earlier scan it holds for how many came or went: who they are nobody can point at, so that it does not matter whether they all have the question.
/// After Hundepool and others, Statistical Disclosure Control (2012), on disclosure by differencing.
/// </remarks>
/// <param name="least">Fewer than this is not told.</param>
internal sealed class DifferencingTest(int least)
{
    private readonly List<Window> before = [];
    private readonly List<Window> told = [];

    /// <summary>What everyone may know from an earlier scan, whatever this test would have said of it.</summary>
    public void Knows(Window earlier) => before.Add(earlier);

    /// <summary>Tells the window, unless it is too small or betrays a small group together with what was told before.</summary>
    public bool MayTell(Window window)
    {
        if (window.All.Cases < least || window.All.Others < least) return false;
        if (before.Exists(other => Betrays(window, other, BetraysFew))) return false;
        if (told.Exists(other => Betrays(window, other, BetraysAny)) || LeavesTooLittle(window)) return false;
        told.Add(window);
        return true;
    }

    private static bool Betrays(Window one, Window two, Func<Count, Count, bool> betrays)
    {
        var (onlyOne, onlyTwo) = (one.Without(two).All, two.Without(one).All);
        return betrays(onlyOne, onlyTwo) || betrays(onlyTwo, onlyOne);
    }

    private bool BetraysAny(Count part, Count masked) => BetraysFew(part, masked) || BetraysNearlyAll(part, masked);

    /// <summary>What subtraction tells of the part that only one window has: its cases less those of the part that only the other has, which mask them.</summary>
    private bool BetraysFew(Count part, Count masked)
    {
        if (masked.Households < part.Households && part.Households < least) return true;
        var atLeast = part.Cases - masked.Cases;
        return atLeast >= 1 && Math.Min(part.Households, atLeast + masked.Households) < least;
    }

    private bool BetraysNearlyAll(Count part, Count masked) =>
        part.Cases > masked.Cases && Math.Min(part.Households, part.Others - masked.Others + masked.Households) < least;

    // A whole less all its parts is the least that can be had from it: with fewer parts taken off, one that may be told itself is still in what remains.
    private bool LeavesTooLittle(Window window) =>
        told.Append(window).Where(whole => whole == window || window.IsWithin(whole)).Any(whole => BetraysAny(whole.Without(Parts(whole, window)).All, default));

    private Window Parts(Window whole, Window first)
    {
        var sum = first == whole ? new Window([]) : first;
        foreach (var part in told.Where(part => part != whole && part.IsWithin(whole) && !part.Overlaps(sum)))
            sum = sum.With(part);
        return sum;
    }
}
