using System.Globalization;
using System.Numerics;
using Samenkracht.Scan;

namespace Samenkracht.App.Scanning;

/// <summary>One row of the units file.</summary>
internal sealed record Unit(string Id, Point Place, long Population, int Cases, double? Expected, string? Area, DateOnly? Date)
{
    private const int MostUnits = 20_000;
    private const long MostPeople = 10_000_000_000;
    private const int MostCases = 10_000_000;
    private const int MostIndividuals = 20_000_000;
    private const int MostHouseholds = 1_000_000;
    private const int MostDatedRows = 1_000_000;
    private const int MostDatedCases = 1_000_000;

    /// <summary>All units, in the order of the file. What is wrong with a row goes to the complaints.</summary>
    public static IReadOnlyList<Unit> Read(ScanRequest request, Complaints complaints)
    {
        var table = TextTable.Read(request.Units, ["id", "x", "y", "population", "cases"], ["expected", "area", "date"], request.SpaceTime ? MostDatedRows : MostUnits, complaints);
        if (request.NeedsAreas && !table.Has("area")) throw new RefusedException($"{table.Name}, regel 1: de kolom 'area' ontbreekt; deze zoekwijze heeft die nodig.");
        if (request.SpaceTime && !table.Has("date")) throw new RefusedException($"{table.Name}, regel 1: de kolom 'date' ontbreekt; --model space-time heeft die nodig.");
        var firstLine = new Dictionary<(string, DateOnly?), int>();
        var places = new Dictionary<string, Point>();
        var units = new List<Unit>();
        foreach (var row in table.Rows)
        {
            var wrong = new List<string>();
            var unit = From(row, table.Has("expected"), request.SpaceTime, wrong);
            if (unit.Id.Length == 0) wrong.Add("het id ontbreekt");
            else if (!firstLine.TryAdd((unit.Id, unit.Date), row.Line)) wrong.Add($"het id '{TextTable.Short(unit.Id)}' staat ook op regel {firstLine[(unit.Id, unit.Date)]}{(request.SpaceTime ? ", met dezelfde datum" : "")}");
            else if (!places.TryAdd(unit.Id, unit.Place) && places[unit.Id] != unit.Place) wrong.Add($"het id '{TextTable.Short(unit.Id)}' lag eerder op een andere plaats");
            if (wrong.Count == 0) wrong.AddRange(unit.Impossible(request));
            foreach (var reason in wrong) complaints.Add(table.Name, row.Line, reason);
            units.Add(unit);
        }
        return units;
    }

    /// <summary>What no single row can be blamed for.</summary>
    /// <exception cref="RefusedException">There is nothing to scan, or too much.</exception>
    public static void CheckTotals(IReadOnlyList<Unit> rows, int units, ScanRequest request)
    {
        var (people, cases) = (rows.Sum(unit => unit.Population), rows.Sum(unit => (long)unit.Cases));
        var mostCases = request.SpaceTime ? MostDatedCases : MostCases;
        var most = request.Conditional ? MostHouseholds : request.Bernoulli ? MostIndividuals : long.MaxValue;
        var reason = units < 2 ? "er zijn minstens twee gebieden nodig, om te vergelijken"
            : cases == 0 ? "er is geen enkel geval"
            : cases > mostCases ? $"meer dan {mostCases} gevallen kan niet"
            : units > MostUnits ? $"meer dan {MostUnits} plaatsen kan niet"
            : people > most ? $"met dit model kan een bevolking van meer dan {most} niet"
            : null;
        if (reason is not null) throw new RefusedException($"{request.Units}: {reason}.");
    }

    private static Unit From(TextTable.Row row, bool expects, bool dates, List<string> wrong) => new(
        row["id"],
        new(Number<double>(row, "x", -1e12, 1e12, "geen getal met een punt", wrong), Number<double>(row, "y", -1e12, 1e12, "geen getal met een punt", wrong)),
        Number<long>(row, "population", 0, MostPeople, $"geen heel getal van 0 tot en met {MostPeople}", wrong),
        Number<int>(row, "cases", 0, MostCases, $"geen heel getal van 0 tot en met {MostCases}", wrong),
        expects ? Number<double>(row, "expected", 0, 1e12, "geen getal van 0 of meer, met een punt", wrong) : null,
        row["area"] is { Length: > 0 } area ? area : null,
        dates ? DateIn(row, wrong) : null);

    private static DateOnly? DateIn(TextTable.Row row, List<string> wrong)
    {
        if (DateOnly.TryParseExact(row["date"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
        wrong.Add($"date: '{TextTable.Short(row["date"])}' is geen datum als 2026-01-31");
        return null;
    }

    private IEnumerable<string> Impossible(ScanRequest request)
    {
        if (request.SpaceTime) yield break;
        if (request.Bernoulli && Cases > Population) yield return $"cases is {Cases}, meer dan population: {Population}";
        else if (!request.Bernoulli && Cases > 0 && Expected is 0) yield return $"cases is {Cases}, maar expected is 0";
        else if (!request.Bernoulli && Cases > 0 && Expected is null && Population == 0) yield return $"cases is {Cases}, maar population is 0";
        if (request.Conditional && Area is null) yield return "het veld 'area' is leeg";
    }

    private static T Number<T>(TextTable.Row row, string column, T least, T most, string kind, List<string> wrong) where T : INumber<T>
    {
        var style = typeof(T) == typeof(double) ? NumberStyles.Float : NumberStyles.AllowLeadingSign;
        if (T.TryParse(row[column], style, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        wrong.Add($"{column}: '{TextTable.Short(row[column])}' is {kind}");
        return T.Zero;
    }
}
