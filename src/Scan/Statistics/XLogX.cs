namespace Samenkracht.Scan;

/// <summary>x ln x for whole numbers, with 0 ln 0 = 0: likelihoods of counts then need no logarithm.</summary>
static class XLogX
{
    public static double[] UpTo(int last)
    {
        var table = new double[last + 1];
        for (var x = 2; x <= last; x++)
            table[x] = x * Math.Log(x);
        return table;
    }
}
