using System.Globalization;
using System.Text;
using Samenkracht.Directory.Contract;
using Samenkracht.Geography.Contract;
using Samenkracht.Support.Contract;

namespace Samenkracht.Insight.Scanning;

/// <summary>A scan's input as lines of text: first the buurten and the communities, then a line for each household or signal that speaks of them by number.</summary>
internal sealed class ScanInputText(ScanInput input)
{
    private const string Head = "samenkracht scan 1";
    private const string Day = "yyyy-MM-dd";

    private readonly IReadOnlyDictionary<AreaCode, int> places = input.PlaceIndex();
    private readonly IReadOnlyDictionary<CommunityId, int> communities = input.CommunityIndex();

    public string Of(ScanRow row) => string.Create(CultureInfo.InvariantCulture,
        $"{places[row.Buurt]};{string.Join(',', row.Asked.OrderBy(a => a.Theme).ThenBy(a => a.Day).Select(Of))};{string.Join(',', row.Communities.Select(c => communities[c]).Order())}");

    public string Write()
    {
        var text = new StringBuilder(Head).Append('\n');
        Line(text, "population", input.Population);
        Line(text, "left-out", input.BuurtenLeftOut);
        Line(text, "unplaced", input.Unplaced);
        foreach (var place in input.Places) Line(text, "buurt", string.Create(CultureInfo.InvariantCulture, $"{place.Buurt};{place.X};{place.Y};{place.Population}"));
        foreach (var community in input.Communities) Line(text, "community", community);
        foreach (var row in input.Rows) Line(text, "row", Of(row));
        return text.ToString();
    }

    /// <exception cref="FormatException">Not what <see cref="Write"/> wrote.</exception>
    public static ScanInput Parse(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length == 0 || lines[0] != Head) throw new FormatException("Not the input of a scan.");
        var values = lines.Skip(1).Select(line => line.Split(' ', 2)).ToLookup(line => line[0], line => line[1]);
        var places = values["buurt"].Select(Place).ToList();
        var communities = values["community"].Select(id => new CommunityId(Guid.ParseExact(id, "N"))).ToList();
        return ScanInput.Of(places, [.. values["row"].Select(row => Row(row, places, communities))], Number(values["unplaced"].Single()),
            values["population"].Select(name => (CbsUnit?)Enum.Parse<CbsUnit>(name)).SingleOrDefault(),
            values["left-out"].Select(number => (int?)Number(number)).SingleOrDefault());
    }

    private static string Of(AskedAbout asked) => string.Create(CultureInfo.InvariantCulture, $"{asked.Theme} {asked.Day:yyyy-MM-dd}");

    private static void Line(StringBuilder text, string name, object? value)
    {
        if (value is not null) text.Append(CultureInfo.InvariantCulture, $"{name} {value}\n");
    }

    private static ScanPlace Place(string line)
    {
        var cells = line.Split(';');
        return new(AreaCode.Parse(cells[0]), Number(cells[1]), Number(cells[2]), cells[3].Length == 0 ? null : Number(cells[3]));
    }

    private static ScanRow Row(string line, List<ScanPlace> places, List<CommunityId> communities)
    {
        var cells = line.Split(';');
        return new(places[Number(cells[0])].Buurt, [.. Parts(cells[1]).Select(Asked)], [.. Parts(cells[2]).Select(c => communities[Number(c)])]);
    }

    private static AskedAbout Asked(string words)
    {
        var cells = words.Split(' ');
        return new(Enum.Parse<Theme>(cells[0]), DateOnly.ParseExact(cells[1], Day, CultureInfo.InvariantCulture));
    }

    private static string[] Parts(string cell) => cell.Split(',', StringSplitOptions.RemoveEmptyEntries);

    private static int Number(string digits) => int.Parse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
