using Samenkracht.Scan;

namespace Samenkracht.App.Scanning;

/// <summary>The files as the library takes them: ids become indexes.</summary>
internal sealed class ScanInput
{
    private const int MostPairs = 2_000_000;
    private readonly HashSet<int>[] setsOf;
    private readonly HashSet<int>[] neighboursOf;
    private readonly int?[] partOf;

    private readonly IReadOnlyList<Unit> rows;

    private ScanInput(IReadOnlyList<Unit> rows)
    {
        this.rows = rows;
        Units = [.. rows.DistinctBy(row => row.Id)];
        setsOf = [.. Units.Select(_ => new HashSet<int>())];
        neighboursOf = [.. Units.Select(_ => new HashSet<int>())];
        var parts = new Dictionary<string, int>();
        partOf = [.. Units.Select(unit => unit.Area is null ? (int?)null : Index(parts, unit.Area))];
        Parts = [.. parts.Keys];
    }

    /// <summary>In the order of the file; with dates, the first row of each.</summary>
    public IReadOnlyList<Unit> Units { get; }

    /// <summary>Index of a set → its id in the file.</summary>
    public IReadOnlyList<string> Sets { get; private set; } = [];

    /// <summary>Index of a part → its area in the file.</summary>
    public IReadOnlyList<string> Parts { get; }

    /// <exception cref="RefusedException">Something is wrong with a file; the message names every line.</exception>
    public static ScanInput Read(ScanRequest request)
    {
        var complaints = new Complaints();
        var input = new ScanInput(Unit.Read(request, complaints));
        var known = new Dictionary<string, int>();
        foreach (var (index, unit) in input.Units.Index()) known.TryAdd(unit.Id, index);
        if (request.Sets is not null) input.ReadSets(request.Sets, known, request.Units, complaints);
        if (request.Neighbours is not null) input.ReadNeighbours(request.Neighbours, known, request.Units, complaints);
        complaints.ThrowIfAny();
        Unit.CheckTotals(input.rows, input.Units.Count, request);
        return input;
    }

    public List<Area> Areas() => [.. Units.Select((unit, i) => new Area(unit.Place, unit.Population, unit.Cases)
    {
        Expected = unit.Expected,
        Neighbours = [.. neighboursOf[i]],
        Part = partOf[i],
        Sets = [.. setsOf[i]],
    })];

    /// <summary>The cases with their days, at the places of their ids; counted from the first date in the file to the last.</summary>
    public DatedCases DatedCases()
    {
        var indexes = Units.Index().ToDictionary(unit => unit.Item.Id, unit => unit.Index);
        int[][] sets = [.. setsOf.Select(of => of.ToArray())];
        var cases = rows.SelectMany(row => Enumerable.Repeat(new DatedCase(indexes[row.Id], row.Date!.Value.DayNumber, Sets: sets[indexes[row.Id]]), row.Cases));
        return new([.. Units.Select(unit => unit.Place)], [.. cases], rows.Min(row => row.Date!.Value.DayNumber), rows.Max(row => row.Date!.Value.DayNumber), sets: Sets.Count);
    }

    /// <summary>One household per individual, at the place of its area; of each unit the first are the cases.</summary>
    public KnownHouseholds Households()
    {
        var households = Units.SelectMany((unit, i) =>
        {
            int[] sets = [.. setsOf[i]];
            return Enumerable.Range(0, (int)unit.Population).Select(one => new Household(partOf[i]!.Value, one < unit.Cases ? 1UL : 0, sets));
        });
        // The test asks which buurt, not where it lies.
        return new([.. Parts.Select((_, part) => new Point(part, 0))], [.. households], themes: 1, Sets.Count);
    }

    /// <summary>The units of a set.</summary>
    public IEnumerable<Unit> MembersOf(int set) => Units.Where((_, i) => setsOf[i].Contains(set));

    private void ReadSets(string path, Dictionary<string, int> known, string units, Complaints complaints)
    {
        var indexes = new Dictionary<string, int>();
        foreach (var row in TextTable.Read(path, ["set", "id"], [], MostPairs, complaints).Rows)
        {
            if (row["set"].Length == 0) complaints.Add(path, row.Line, "de set ontbreekt");
            else if (!known.TryGetValue(row["id"], out var unit)) complaints.Add(path, row.Line, Unknown(row["id"], units));
            else if (!setsOf[unit].Add(Index(indexes, row["set"]))) complaints.Add(path, row.Line, $"'{TextTable.Short(row["id"])}' staat al in set '{TextTable.Short(row["set"])}'");
        }
        Sets = [.. indexes.Keys];
    }

    private void ReadNeighbours(string path, Dictionary<string, int> known, string units, Complaints complaints)
    {
        foreach (var row in TextTable.Read(path, ["from", "to"], [], MostPairs, complaints).Rows)
        {
            var (from, to) = (known.GetValueOrDefault(row["from"], -1), known.GetValueOrDefault(row["to"], -1));
            if (from < 0) complaints.Add(path, row.Line, Unknown(row["from"], units));
            if (to < 0) complaints.Add(path, row.Line, Unknown(row["to"], units));
            if (from < 0 || to < 0) continue;
            if (from == to) complaints.Add(path, row.Line, $"'{TextTable.Short(row["from"])}' is geen buur van zichzelf");
            else neighboursOf[from].Add(to);
        }
    }

    private static string Unknown(string id, string units) => id.Length == 0 ? "het id ontbreekt" : $"het id '{TextTable.Short(id)}' staat niet in {units}";

    private static int Index(Dictionary<string, int> indexes, string name)
    {
        if (!indexes.TryGetValue(name, out var index)) indexes.Add(name, index = indexes.Count);
        return index;
    }
}
