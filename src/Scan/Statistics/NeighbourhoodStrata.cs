namespace Samenkracht.Scan;

/// <summary>What neighbourhoods let expect of a set: in each, its cases are a hypergeometric draw, and the draws are independent.</summary>
sealed class NeighbourhoodStrata
{
    readonly HouseholdLayout _layout;
    readonly WindowRuns _runs;
    readonly List<(int Location, int Members)>[] _strata;

    public NeighbourhoodStrata(KnownHouseholds known, HouseholdLayout layout, WindowRuns sets)
    {
        (_layout, _runs) = (layout, sets);
        _strata = [.. Enumerable.Range(0, sets.Runs).Select(run => sets.UnitsOf(run, run).CountBy(household => known.Location[household])
            .Select(stratum => (stratum.Key, stratum.Value)).ToList())];
    }

    /// <summary>Per run, its cases.</summary>
    public int[] Counts(int theme, int[] observed) => [.. _runs.Cells.Select(cell => observed[(theme * _layout.Cells) + cell])];

    /// <summary>Per run, mean and variance of its cases.</summary>
    public (double[] Expected, double[] Variance) Moments(int theme, int[] observed)
    {
        var (expected, variance) = (new double[_runs.Runs], new double[_runs.Runs]);
        for (var run = 0; run < _runs.Runs; run++)
        {
            foreach (var (location, members) in _strata[run])
            {
                var (households, cases) = (_layout.Population[location], (long)observed[(theme * _layout.Cells) + location]);
                expected[run] += (double)(members * cases) / households;
                if (households > 1)
                    variance[run] += (double)members * cases * (households - cases) * (households - members) / ((double)households * households * (households - 1));
            }
        }
        return (expected, variance);
    }
}
