namespace Samenkracht.Scan;

/// <summary>The cells in which the cases of one theme are counted: per day first every location, then every set. Only the days that some window looks at are counted.</summary>
sealed class DatedLayout
{
    /// <summary>Beyond this, memory runs out before anything was found.</summary>
    const long MostCells = 1 << 22, MostThresholds = 1 << 26, MostPeriods = 1 << 22;

    readonly DatedCases _dated;
    readonly DatedCase[] _cases;
    readonly Grouping _cells;
    readonly int[] _perDay, _perCell;
    readonly int _firstDay;

    public DatedLayout(DatedCases dated, int theme, IReadOnlyList<WindowFamily> families)
    {
        (_dated, Theme) = (dated, theme);
        _cases = [.. dated.Cases.Where(one => one.Theme == theme)];
        Cells = dated.Locations.Count + dated.Sets;
        _cells = Grouping.From(_cases.Length, i => [_cases[i].Location, .. (_cases[i].Sets ?? []).Select(set => dated.Locations.Count + set)], Cells, "Case", "cell");
        _perCell = [.. _cells.Inverted(Cells).Sizes.Select(size => (int)size)];
        _firstDay = families.Min(family => Span.Of(family).Prospective ? Math.Max(dated.FirstDay, dated.LastDay - Span.Of(family).MaxDays + 1) : dated.FirstDay);
        Days = dated.LastDay - _firstDay + 1;
        if ((long)Days * Cells > MostCells)
            throw new OverflowException($"{Days} days times {Cells} places and sets are too many.");
        CountedDays = [.. _cases.Where(one => one.Day >= _firstDay).Select(one => one.Day - _firstDay)];
        _perDay = new int[Days];
        foreach (var day in CountedDays)
            _perDay[day]++;
    }

    public int Theme { get; }

    public int Cells { get; }

    /// <summary>Days that are counted.</summary>
    public int Days { get; }

    public int Cases => _cases.Length;

    /// <summary>The days of the cases that fall in them, from 0.</summary>
    public int[] CountedDays { get; }

    public ReadOnlySpan<int> CellsOf(int ofCase) => _cells[ofCase];

    /// <summary>Day, then cell.</summary>
    public int[] Observed()
    {
        var counts = new int[Days * Cells];
        var tally = new Tally<int>(counts, Cells);
        for (var i = 0; i < _cases.Length; i++)
        {
            if (_cases[i].Day >= _firstDay)
                tally.AddCase(_cases[i].Day - _firstDay, _cells[i]);
        }
        return counts;
    }

    public Layer<SpaceTimeScore> LayerOf(WindowFamily family, bool low)
    {
        var runs = Runs(family);
        var inPlace = runs.Sum<int>(_perCell, noWindow: 0);
        var (maxDays, prospective) = Span.Of(family);
        var lasts = prospective ? [Days - 1] : Enumerable.Range(0, Days);
        var allPeriods = lasts.Sum(last => (long)Math.Min(maxDays, last + 1));
        if (allPeriods > MostPeriods)
            throw new OverflowException($"{allPeriods} periods are too many.");
        // A day without a case at either end makes a window that a shorter one has already been.
        List<(int First, int Last)> days = [.. lasts.Where(last => prospective || _perDay[last] > 0)
            .SelectMany(last => Enumerable.Range(0, Math.Min(maxDays, last + 1)).Select(back => (last - back, last))).Where(period => _perDay[period.Item1] > 0)];
        var upTo = new int[Days + 1];
        for (var day = 0; day < Days; day++)
            upTo[day + 1] = upTo[day] + _perDay[day];
        int[] counts = [.. days.Select(period => upTo[period.Last + 1] - upTo[period.First])];
        int[] distinct = [.. counts.Distinct().Order().DefaultIfEmpty(0)];
        if ((long)distinct.Length * (Cases + 1) > MostThresholds)
            throw new OverflowException($"{Cases} cases in periods of {distinct.Length} sizes are too many.");
        var xLogX = XLogX.UpTo(Cases);
        return new(runs, Theme, [.. distinct.Select(count => new SpaceTimeScore(xLogX, inPlace, count, Cases, low))],
            [.. days.Select((period, i) => new Period(period.First, period.Last, Array.BinarySearch(distinct, counts[i])))])
        {
            AllPeriods = allPeriods,
        };
    }

    public Measure Describe(Layer<SpaceTimeScore> layer, ObservedWindow window)
    {
        var period = layer.Periods[window.Period];
        var statistic = layer.Statistics[period.Statistic];
        var inPlace = statistic.InPlace(window.Position);
        return new(inPlace, Cases - inPlace, statistic.Expected(inPlace)) { FirstDay = _firstDay + period.First, LastDay = _firstDay + period.Last };
    }

    WindowRuns Runs(WindowFamily family) => family is Cylinders cylinders
        ? CircleWindows.Build(family, cylinders.MaxShare, _dated.Locations, _perCell.Take(_dated.Locations.Count).Select(cases => (long)cases).ToArray())
        : SetWindows.OfCells(family, PlacesOfSets(), _dated.Locations.Count, _dated.Locations.Count);

    /// <summary>Set → the places of its cases.</summary>
    Grouping PlacesOfSets()
    {
        var places = Enumerable.Range(0, _dated.Sets).Select(_ => new SortedSet<int>()).ToArray();
        foreach (var one in _cases)
        {
            foreach (var set in one.Sets ?? [])
                places[set].Add(one.Location);
        }
        return Grouping.From(_dated.Sets, set => [.. places[set]], _dated.Locations.Count, "Set", "place");
    }

    /// <summary>How long periods are, and when they end.</summary>
    readonly record struct Span(int MaxDays, bool Prospective)
    {
        public static Span Of(WindowFamily family)
        {
            var span = family switch
            {
                Cylinders cylinders => new Span(cylinders.MaxDays, cylinders.Prospective),
                SetCylinders sets => new Span(sets.MaxDays, sets.Prospective),
                _ => throw new ArgumentException($"A space-time scan has no family '{family.Name}'.", nameof(family)),
            };
            return span.MaxDays >= 1 ? span : throw new ArgumentException($"A period is at most {span.MaxDays} days long; it must be at least 1.", nameof(family));
        }
    }
}
