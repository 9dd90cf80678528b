using System.CommandLine;
using Samenkracht.App;
using Samenkracht.App.Commands;
using Samenkracht.App.Scanning;

namespace Samenkracht.Tests.App;

/// <summary>What <c>scan</c> refuses: bad files by line and reason, with nothing half done; wrong use by name.</summary>
public sealed class ScanRefusalTests : IDisposable
{
    private readonly ScanFolder folder = new();

    [Theory]
    [InlineData("id,x,y,population\na,0,0,1\n", "units.csv, regel 1: de kolom 'cases' ontbreekt")]
    [InlineData("id,x,y,population,cases,expectd\n", "units.csv, regel 1: de kolom 'expectd' kennen wij niet")]
    [InlineData("id,x,y,population,cases,x\n", "units.csv, regel 1: de kolom 'x' staat er 2 keer")]
    [InlineData("id;x;y;population;cases\n", "met komma's ertussen: id,x,y,population,cases")]
    [InlineData("id,x,y,population,cases\na,0,0,1\n", "units.csv, regel 2: heeft 4 velden in plaats van 5")]
    [InlineData("id,x,y,population,cases\n\"a,0,0,1,1\n", "units.csv, regel 2: een aanhalingsteken klopt niet")]
    [InlineData("id,x,y,population,cases\n\na,0,0,100,1\na,0,1,100,1\n", "units.csv, regel 4: het id 'a' staat ook op regel 3")]
    [InlineData("id,x,y,population,cases\n,0,0,100,1\n", "units.csv, regel 2: het id ontbreekt")]
    [InlineData("id,x,y,population,cases\na,nee,0,100,1\n", "units.csv, regel 2: x: 'nee' is geen getal")]
    [InlineData("id,x,y,population,cases\na,0,NaN,100,1\n", "units.csv, regel 2: y: 'NaN' is geen getal")]
    [InlineData("id,x,y,population,cases\na,0,0,1.5,1\n", "units.csv, regel 2: population: '1.5' is geen heel getal")]
    [InlineData("id,x,y,population,cases\na,0,0,100,-1\n", "units.csv, regel 2: cases: '-1' is geen heel getal")]
    [InlineData("id,x,y,population,cases,expected\na,0,0,100,1,\n", "units.csv, regel 2: expected: '' is geen getal")]
    [InlineData("id,x,y,population,cases\na,0,0,0,1\n", "units.csv, regel 2: cases is 1, maar population is 0")]
    [InlineData("id,x,y,population,cases,expected\na,0,0,100,1,0\n", "units.csv, regel 2: cases is 1, maar expected is 0")]
    [InlineData("id,x,y,population,cases\na,0,0,100,1\n", "units.csv: er zijn minstens twee gebieden nodig")]
    [InlineData("id,x,y,population,cases\na,0,0,100,0\nb,0,0,100,0\n", "units.csv: er is geen enkel geval")]
    [InlineData("", "units.csv, regel 1: de kolom 'id' ontbreekt")]
    public void A_bad_units_file_is_refused_by_line_and_reason(string content, string reason)
    {
        folder.Write("units.csv", content);
        Refuses("", reason);
    }

    [Theory]
    [InlineData("id,x,y,population,cases\na,0,0,1,1\n", "units.csv, regel 1: de kolom 'date' ontbreekt")]
    [InlineData("id,x,y,population,cases,date\na,0,0,0,1,31-01-2026\n", "units.csv, regel 2: date: '31-01-2026' is geen datum als 2026-01-31")]
    [InlineData("id,x,y,population,cases,date\na,0,0,0,1,2026-01-31\nb,0,0,0,1,2026-01-31\na,0,0,0,2,2026-01-31\n", "units.csv, regel 4: het id 'a' staat ook op regel 2, met dezelfde datum")]
    [InlineData("id,x,y,population,cases,date\na,0,0,0,1,2026-01-31\na,0,1,0,1,2026-02-01\n", "units.csv, regel 3: het id 'a' lag eerder op een andere plaats")]
    [InlineData("id,x,y,population,cases,date\na,0,0,0,1,2026-01-31\na,0,0,0,1,2026-02-01\n", "units.csv: er zijn minstens twee gebieden nodig")]
    [InlineData("id,x,y,population,cases,date\na,0,0,0,600000,2026-01-31\nb,0,0,0,600000,2026-02-01\n", "units.csv: meer dan 1000000 gevallen kan niet")]
    public void So_is_one_with_bad_dates(string content, string reason)
    {
        folder.Write("units.csv", content);
        Refuses("--model space-time", reason);
    }

    [Fact]
    public async Task After_a_refusal_nothing_stands_there_and_the_status_tells()
    {
        folder.Write("units.csv", "id,x,y,population,cases\na,0,0,100,veel\n");

        var result = await folder.Run("--units units.csv --json uit.json");

        Assert.Equal(1, result.Status);
        Assert.StartsWith("units.csv, regel 2: cases: 'veel' is geen heel getal", result.Text);
        Assert.False(File.Exists(folder.Path("uit.json")));
    }

    [Theory]
    [InlineData("sets.csv", "set,id\nclub,a\nclub,weg\n", "sets.csv, regel 3: het id 'weg' staat niet in units.csv")]
    [InlineData("sets.csv", "set,id\nclub,a\nclub,a\n", "sets.csv, regel 3: 'a' staat al in set 'club'")]
    [InlineData("sets.csv", "set,id\n,a\n", "sets.csv, regel 2: de set ontbreekt")]
    [InlineData("neighbours.csv", "from,to\na,weg\n", "neighbours.csv, regel 2: het id 'weg' staat niet in units.csv")]
    [InlineData("neighbours.csv", "from,to\na,a\n", "neighbours.csv, regel 2: 'a' is geen buur van zichzelf")]
    [InlineData("neighbours.csv", "van,naar\na,b\n", "neighbours.csv, regel 1: de kolom 'from' ontbreekt")]
    public void A_bad_file_beside_the_units_is_refused_too(string file, string content, string reason)
    {
        folder.Write(file, content);
        Refuses("--sets sets.csv --neighbours neighbours.csv", reason);
    }

    [Fact]
    public void With_Bernoulli_cases_are_part_of_the_population()
    {
        folder.Write("units.csv", "id,x,y,population,cases\na,0,0,4,4\nb,0,0,4,5\n");
        Refuses("--model bernoulli", "units.csv, regel 3: cases is 5, meer dan population: 4");
    }

    [Theory]
    [InlineData("--windows sets-by-area --sets sets.csv")]
    [InlineData("--model bernoulli --conditional --sets sets.csv")]
    public void What_asks_for_areas_needs_their_column(string options)
    {
        folder.Write("units.csv", "id,x,y,population,cases\na,0,0,4,4\nb,0,0,4,3\n");
        Refuses(options, "units.csv, regel 1: de kolom 'area' ontbreekt");
    }

    [Fact]
    public void All_bad_rows_are_named_up_to_twenty()
    {
        folder.Write("units.csv", "id,x,y,population,cases\n" + string.Concat(Enumerable.Range(1, 25).Select(i => $"{i},0,0,100,veel\n")));

        var text = Refuses("", "regel 21:");

        Assert.DoesNotContain("regel 22:", text);
        Assert.Contains("en nog 5", text);
    }

    [Fact]
    public async Task A_file_in_another_alphabet_is_refused()
    {
        await File.WriteAllBytesAsync(folder.Path("units.csv"), [0x69, 0x64, 0xE9, 0x0A]);
        Refuses("", "units.csv: dit is geen tekst in UTF-8");
    }

    [Theory]
    [InlineData("--units weg.csv", "weg.csv: dit bestand is er niet")]
    [InlineData("--units units.csv --model bernoulli --conditional --sets sets.csv --json weg/uit.json", "weg/uit.json: hier kan geen bestand komen")]
    public async Task A_missing_file_or_folder_ends_with_one(string options, string reason)
    {
        var result = await folder.Run(options);

        Assert.Equal(1, result.Status);
        Assert.StartsWith(reason, result.Text);
    }

    [Theory]
    [InlineData("", "--units ontbreekt.")]
    [InlineData("--units units.csv --model poisson --windows cylinders", "cylinders kan alleen met --model space-time.")]
    [InlineData("--units units.csv --model space-time --windows circles", "--model space-time kan alleen met de zoekwijze cylinders")]
    [InlineData("--units units.csv --windows circles,cylinders", "--model space-time kan alleen met de zoekwijze cylinders")]
    [InlineData("--units units.csv --prospective", "--prospective hoort bij --model space-time.")]
    [InlineData("--units units.csv --max-days 30", "--max-days hoort bij --model space-time.")]
    [InlineData("--units units.csv --model space-time --max-days 0", "--max-days: '0' kan niet.")]
    [InlineData("--units units.csv --model space-time --sets sets.csv --stop-after 5", "--stop-after kan alleen met één zoekwijze.")]
    [InlineData("--units units.csv --windows ellipsen", "--windows: 'ellipsen' kan niet.")]
    [InlineData("--units units.csv --windows circles,circles", "--windows: 'circles' staat er twee keer.")]
    [InlineData("--units units.csv --windows sets", "sets en sets-by-area hebben --sets nodig.")]
    [InlineData("--units units.csv --windows connected", "connected heeft --neighbours nodig.")]
    [InlineData("--units units.csv --restricted", "--restricted hoort bij de zoekwijze connected.")]
    [InlineData("--units units.csv --restricted --low --windows connected --neighbours neighbours.csv", "--restricted kan niet met --low")]
    [InlineData("--units units.csv --alpha1 0.1", "--alpha1 hoort bij --restricted.")]
    [InlineData("--units units.csv --stop-after 5 --windows circles,sets --sets sets.csv", "--stop-after kan alleen met één zoekwijze.")]
    [InlineData("--units units.csv --conditional --sets sets.csv", "--conditional kan alleen met --model bernoulli.")]
    [InlineData("--units units.csv --conditional --model bernoulli --windows circles", "--conditional kan alleen met de zoekwijze sets.")]
    [InlineData("--units units.csv --model normaal", "--model: 'normaal' kan niet.")]
    [InlineData("--units units.csv --max-share 0,5", "--max-share: '0,5' kan niet.")]
    [InlineData("--units units.csv --max-share 2", "--max-share: '2' kan niet.")]
    [InlineData("--units units.csv --k 26", "--k: '26' kan niet.")]
    [InlineData("--units units.csv --replicates veel", "--replicates: 'veel' kan niet.")]
    [InlineData("--units units.csv --replicates", "--replicates heeft een waarde nodig.")]
    [InlineData("--units units.csv --threads 0", "--threads: '0' kan niet.")]
    public void Wrong_use_is_named(string options, string mistake)
    {
        var (given, arguments) = Parse(options);
        var mistakes = given.Errors.Count > 0 ? Misuse.Of(given) : arguments.Mistakes(given);
        Assert.StartsWith(mistake, string.Join(Environment.NewLine, mistakes));
    }

    [Theory]
    [InlineData("", "--units ontbreekt.")]
    [InlineData("--units units.csv --prospective", "--prospective hoort bij --model space-time.")]
    public async Task Wrong_use_ends_with_two_and_the_way_to_help(string options, string mistake)
    {
        var result = await folder.Run(options);

        Assert.Equal(2, result.Status);
        Assert.StartsWith(mistake, result.Text);
        Assert.EndsWith("Zie: ./samenkracht scan --help", result.Text.TrimEnd());
    }

    public void Dispose() => folder.Dispose();

    // Without a process of its own for every mistake: what the command does with these is shown once above.
    private string Refuses(string options, string reason)
    {
        var (given, arguments) = Parse($"--units units.csv {options}");
        var refused = Assert.Throws<RefusedException>(() => ScanInput.Read(arguments.Request(given)));
        var message = refused.Message.Replace(folder.Path(".")[..^1], "");
        Assert.Contains(reason, message);
        return message;
    }

    private (ParseResult Given, ScanArguments Arguments) Parse(string options)
    {
        var arguments = new ScanArguments();
        var command = new Command("scan");
        foreach (var option in arguments.All) command.Options.Add(option);
        return (command.Parse([.. options.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.EndsWith(".csv", StringComparison.Ordinal) ? folder.Path(word) : word)]), arguments);
    }
}
