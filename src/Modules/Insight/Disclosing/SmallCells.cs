namespace Samenkracht.Insight.Disclosing;

/// <summary>
/// Complementary suppression in a table of parts and their total: which parts are hidden so that none of them, and no group of them, can be had by subtraction.
/// </summary>
/// <remarks>
/// After Hundepool and others, Statistical Disclosure Control (2012), ch. 4 and the ESSnet handbook: hide what is too small (primary), then the smallest others (secondary) until at
/// least two are hidden and together reach the threshold. What is hidden then lies anywhere between zero and that sum: never certainly between one and the threshold. None is too small a number too:
/// "all of them" says something about each.
/// </remarks>
internal static class SmallCells
{
    /// <summary>Per part whether it is hidden, while the total is shown. All are, when the total is too small itself.</summary>
    public static bool[] Hidden(IReadOnlyList<int> parts, int least)
    {
        var hidden = parts.Select(part => part < least).ToArray();
        if (!hidden.Contains(true)) return hidden;
        // Smallest first, ties in the order given: the same table is always hidden in the same way.
        foreach (var next in Enumerable.Range(0, parts.Count).Where(i => !hidden[i]).OrderBy(i => parts[i]))
        {
            if (hidden.Count(h => h) > 1 && parts.Where((_, i) => hidden[i]).Sum() >= least) break;
            hidden[next] = true;
        }
        return hidden;
    }
}
