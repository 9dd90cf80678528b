using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.App;

/// <summary><c>scan</c> as the command line sees it: files in, a table and JSON out.</summary>
public sealed class ScanCommandTests : IDisposable
{
    private readonly ScanFolder folder = new();

    [Fact]
    public async Task Shows_a_readable_table()
    {
        var result = await folder.Run("--units units.csv --timings");

        Assert.True(result.Status == 0, result.Text);
        Assert.Contains("18 vensters, 999 kaarten", result.Text.Replace('.', ','));
        Assert.Matches(@"1  circles\s+a\s+2\s+18\s+8,00\s+6,00\s+8,712\s+0,00\d", result.Text);
        Assert.Contains("a b\n", result.Text);
        Assert.Matches(@"Voorbereiding 0,\d{3} s, herhalingen 0,\d{3} s\.", result.Text);
        Assert.DoesNotContain("\r", result.Text);
    }

    [Fact]
    public async Task The_JSON_has_what_a_program_needs()
    {
        var json = await folder.Json("--windows circles,sets --sets sets.csv --seed 7 --replicates 499");

        Assert.Equal(20, (int)json["windows"]!);
        Assert.Equal((7, 499), ((int)json["seed"]!, (int)json["replicates"]!));
        Assert.Equal(["family", "label", "units", "observed", "expected", "llr", "relativeRisk", "p", "pWithinFamily", "pPooled"], json["clusters"]![0]!.AsObject().Select(p => p.Key));
        Assert.Equal(["pooled", "circles", "sets"], json["null"]!.AsObject().Select(p => p.Key));
        Assert.All(json["null"]!.AsObject(), chance => Assert.Equal(["mean", "q95", "q99"], chance.Value!.AsObject().Select(p => p.Key)));
        Assert.Equal(["setup", "simulation"], json["seconds"]!.AsObject().Select(p => p.Key));
        Assert.True((double)json["seconds"]!["setup"]! > 0 && (double)json["seconds"]!["simulation"]! > 0);
        var chances = json["clusters"]!.AsArray().Select(cluster => (double)cluster!["p"]!).ToList();
        Assert.Equal(chances.Order(), chances);
        Assert.Empty(System.IO.Directory.GetFiles(folder.Path("."), "*.part"));
    }

    [Theory]
    [InlineData("", "circles", "a", "a b", 18, 8.0, 8.711768374)]
    [InlineData("--max-share 0.2", "circles", "a", "a", 10, 4.0, 4.169458104)]
    [InlineData("--windows sets --sets sets.csv", "sets", "club", "a b", 18, 8.0, 8.711768374)]
    [InlineData("--windows sets-by-area --sets sets.csv", "sets-by-area", "club", "a b", 18, 8.0, 8.711768374)]
    [InlineData("--windows connected --neighbours neighbours.csv --k 3", "connected", "a", "a b", 18, 8.0, 8.711768374)]
    [InlineData("--windows connected --neighbours neighbours.csv --k 3 --restricted", "connected", "a", "a b", 18, 8.0, 8.711768374)]
    [InlineData("--windows connected --neighbours neighbours.csv --k 3 --restricted --alpha1 0.02", "connected", "a", "a", 10, 4.0, 4.169458104)]
    [InlineData("--low", "circles", "e", "d e f", 4, 12.0, 5.822063321)]
    [InlineData("--model bernoulli", "circles", "a", "a b", 18, 8.0, 9.105920257)]
    public async Task Every_way_of_looking_finds_its_cluster(string options, string family, string label, string units, int observed, double expected, double llr)
    {
        var best = (await folder.Json(options))["clusters"]![0]!;

        Assert.Equal((family, label, units), ((string)best["family"]!, (string)best["label"]!, string.Join(' ', best["units"]!.AsArray())));
        Assert.Equal(observed, (int)best["observed"]!);
        Assert.Equal(expected, (double)best["expected"]!, 1e-9);
        Assert.Equal(llr, (double)best["llr"]!, 1e-8);
    }

    [Fact]
    public async Task Place_and_time_together_tell_what_is_going_on_and_since_when()
    {
        var days = Enumerable.Range(0, 60).SelectMany(day => Enumerable.Range(0, 10).Where(place => (day + place) % 5 == 0).Select(place => (day, place, cases: 1)));
        var sudden = Enumerable.Range(57, 3).SelectMany(day => new[] { 1, 2 }.Where(place => (day + place) % 5 != 0).Select(place => (day, place, cases: 3)));
        folder.Write("units.csv", "id,x,y,population,cases,date\n" + string.Concat(days.Concat(sudden).Select(row => $"{(char)('a' + row.place)},{(row.place is 1 or 2 ? 100 : 0) + row.place},0,0,{row.cases},{new DateOnly(2026, 1, 1).AddDays(row.day):yyyy-MM-dd}\n")));

        folder.Write("sets.csv", "set,id\nclub,b\nclub,c\nkoor,d\n");
        var json = await folder.Json("--model space-time --prospective --max-days 14 --sets sets.csv --replicates 499");

        var best = json["clusters"]!.AsArray().First(cluster => (string?)cluster!["family"] == "cylinders")!;
        Assert.Equal(["b", "c"], best["units"]!.AsArray().Select(unit => (string?)unit).Order());
        Assert.Equal(("2026-02-27", "2026-03-01"), ((string?)best["from"], (string?)best["until"]));
        Assert.Equal(500, (double)best["recurrenceInterval"]!, 1e-6);
        Assert.Equal(["pooled", "cylinders", "set-cylinders"], json["null"]!.AsObject().Select(p => p.Key));
        var shown = await folder.Run("--units units.csv --windows cylinders --replicates 99");
        Assert.Matches(@"van 2026-\d\d-\d\d tot en met 2026-\d\d-\d\d; bij elke dag vragen geeft het toeval dit eens in [0-9]+ dagen", shown.Text);
    }

    [Fact]
    public async Task Given_expectations_take_the_place_of_the_population()
    {
        folder.Write("units.csv", "\uFEFFcases,expected,\"population\",y,x,id\r\n10,2,0,0,0,\"a, \"\"west\"\"\"\r\n8,2,100,0,1,b\r\n2,1,100,0,10,c\r\n4,1,100,0,20,d\r\n");

        var best = (await folder.Json("--max-share 1"))["clusters"]![0]!;

        Assert.Equal("a, \"west\" b", string.Join(' ', best["units"]!.AsArray()));
        Assert.Equal(16, (double)best["expected"]!, 1e-9);
    }

    [Fact]
    public async Task The_part_of_a_set_is_named_by_its_area() =>
        Assert.Equal("N", (string?)(await folder.Json("--windows sets-by-area --sets sets.csv"))["clusters"]![0]!["area"]);

    [Fact]
    public async Task The_conditional_test_asks_whether_the_area_explains_it()
    {
        folder.Write("units.csv", "id,x,y,population,cases,area\na,0,0,20,10,N\nb,1,0,20,0,N\nc,10,0,20,1,Z\nd,11,0,20,1,Z\n");
        folder.Write("sets.csv", "set,id\nclub,a\nalles,a\nalles,b\n");

        var json = await folder.Json("--model bernoulli --conditional --sets sets.csv");

        var club = Assert.Single(json["clusters"]!.AsArray())!;
        Assert.Equal("club", (string?)club["label"]);
        Assert.Equal(5, (double)club["expected"]!, 1e-9);
        Assert.Equal(0.001, (double)club["p"]!, 1e-9);
        Assert.Equal(["alles"], json["cannotBeToldApart"]!.AsArray().Select(set => (string?)set));
    }

    [Fact]
    public async Task Stops_early_when_asked()
    {
        folder.Write("units.csv", "id,x,y,population,cases\na,0,0,100,3\nb,1,0,100,2\nc,5,0,100,2\nd,9,0,100,3\n");

        var json = await folder.Json("--replicates 9999 --stop-after 5");

        Assert.InRange((int)json["replicates"]!, 5, 200);
    }

    [Fact]
    public async Task The_outcome_does_not_depend_on_the_number_of_threads()
    {
        var (one, two) = (await folder.Json("--sets sets.csv --threads 1"), await folder.Json("--sets sets.csv --threads 2"));
        one.Remove("seconds");
        two.Remove("seconds");

        Assert.Equal(one.ToJsonString(), two.ToJsonString());
    }

    [Fact]
    public async Task Control_C_ends_it_tidily()
    {
        folder.Write("units.csv", "id,x,y,population,cases\n" + string.Concat(Enumerable.Range(1, 500).Select(i => $"{i},{i * 37 % 101},{i * 53 % 103},1000,{i % 30}\n")));
        await using var program = folder.Launch("--units units.csv --replicates 1000000 --threads 1 --json uit.json");
        await Task.Delay(TimeSpan.FromSeconds(3));

        var stopped = await program.Stop("INT");

        Assert.Equal(130, stopped.Status);
        Assert.Equal("Afgebroken.", stopped.Complaints.Trim());
        Assert.Empty(System.IO.Directory.GetFiles(folder.Path("."), "uit.json*"));
    }

    [Fact]
    public async Task Finds_the_three_circles_of_North_Carolina()
    {
        var file = Path.Combine(Repository.Shared ?? "", "data", "scan", "nc74.csv");
        Assert.SkipUnless(File.Exists(file), "The reference file nc74.csv is not beside the checkout.");
        File.Copy(file, folder.Path("units.csv"), overwrite: true);

        var json = await folder.Json("");

        Assert.Equal(4_377, (int)json["windows"]!);
        var clusters = json["clusters"]!.AsArray();
        Assert.Equal(39, clusters[0]!["units"]!.AsArray().Count);
        Assert.Equal(["85", "86 92"], clusters.Skip(1).Take(2).Select(cluster => string.Join(' ', cluster!["units"]!.AsArray())));
        Assert.Equal([317, 15, 15], clusters.Take(3).Select(cluster => (int)cluster!["observed"]!));
        Assert.All(clusters.Zip([246.547548, 3.173668, 7.578397]), pair => Assert.Equal(pair.Second, (double)pair.First!["expected"]!, 1e-6));
        Assert.All(clusters.Zip([15.487584138, 11.577075601, 2.861546200]), pair => Assert.Equal(pair.Second, (double)pair.First!["llr"]!, 1e-6));
    }

    public void Dispose() => folder.Dispose();
}
