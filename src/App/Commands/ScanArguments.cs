using System.CommandLine;
using System.Globalization;
using System.Numerics;
using Samenkracht.App.Scanning;
using Samenkracht.Scan;

namespace Samenkracht.App.Commands;

/// <summary>The options of <c>scan</c>: what each may be, what goes together, and what they ask for.</summary>
internal sealed class ScanArguments
{
    private readonly Option<string> units = new("--units") { Description = "Gebieden, CSV: id,x,y,population,cases en zo nodig expected,area,date.", HelpName = "bestand", Required = true };
    private readonly Option<string?> sets = new("--sets") { Description = "Gemeenschappen, CSV: set,id.", HelpName = "bestand" };
    private readonly Option<string?> neighbours = new("--neighbours") { Description = "Wat aan elkaar grenst, CSV: from,to.", HelpName = "bestand" };
    private readonly Option<string?> windows = new("--windows")
    {
        Description = "Zoekwijzen, met komma's: circles, sets, connected, sets-by-area, cylinders. Zonder: circles, met --sets ook sets, met --neighbours ook connected. Cylinders: een cirkel (met --sets ook een set) in een periode.",
        HelpName = "namen",
    };
    private readonly Option<int?> nearest = Number("--k", $"Aaneengesloten gebieden uit zoveel dichtstbijzijnde, 1 tot en met {Connected.MostNearest}. Zonder: 15.", 1, Connected.MostNearest);
    private readonly Option<bool> restricted = new("--restricted") { Description = "Bij connected: alleen gebieden die zelf ook opvallen." };
    private readonly Option<double?> alpha1 = Number("--alpha1", "Bij --restricted: de kans waaronder een gebied zelf opvalt, 0.001 tot en met 1. Zonder: 0.2.", 0.001, 1);
    private readonly Option<double?> maxShare = Number("--max-share", "Het grootste deel van de bevolking in een cirkel, 0.000001 tot en met 1. Zonder: 0.5.", 1e-6, 1);
    private readonly Option<bool> low = new("--low") { Description = "Zoek waar minder gevallen zijn dan te verwachten." };
    private readonly Option<bool> conditional = new("--conditional") { Description = "Heeft een set meer gevallen dan de buurten (area) van de leden verklaren? Met --model bernoulli en --sets." };
    private readonly Option<string?> model = new("--model") { Description = "poisson (gevallen en bevolking), bernoulli (ieder is wel of geen geval) of space-time (gevallen met een datum). Zonder: poisson, bij cylinders space-time.", HelpName = "naam" };
    private readonly Option<int?> replicates = Number("--replicates", "Hoeveel kaarten het toeval tekent, 1 tot en met 1000000. Zonder: 999.", 1, 1_000_000);
    private readonly Option<int?> stopAfter = Number("--stop-after", "Stop als zoveel kaarten van het toeval even sterk zijn. Alleen met één zoekwijze.", 1, 1_000_000);
    private readonly Option<long?> seed = Number("--seed", "Begin van het toeval: hetzelfde getal geeft dezelfde uitkomst. Zonder: 1.", long.MinValue, long.MaxValue);
    private readonly Option<int?> threads = Number("--threads", "Hoeveel processoren, 1 tot en met 1024. De uitkomst hangt er niet van af. Zonder: alle.", 1, 1024);
    private readonly Option<string?> json = new("--json") { Description = "Schrijf de uitkomst ook als JSON.", HelpName = "bestand" };
    private readonly Option<bool> timings = new("--timings") { Description = "Toon hoe lang het rekenen duurde." };
    private readonly Option<bool> prospective = new("--prospective") { Description = "Bij cylinders: alleen periodes die op de laatste dag eindigen." };
    private readonly Option<int?> maxDays = Number("--max-days", "Bij cylinders: hoeveel dagen een periode hoogstens duurt, 1 tot en met 3650. Zonder: 30.", 1, 3_650);

    public IEnumerable<Option> All =>
    [
        units, sets, neighbours, windows, nearest, restricted, alpha1, maxShare, low, conditional, prospective, maxDays, model, replicates, stopAfter, seed, threads, json, timings,
    ];

    public IReadOnlyList<string> Mistakes(ParseResult given)
    {
        var names = Names(given);
        return [.. OfFamilies(given, names), .. OfTime(given, names), .. OfModel(given, names)];
    }

    public ScanRequest Request(ParseResult given) => new()
    {
        Units = given.GetRequiredValue(units),
        Sets = given.GetValue(sets),
        Neighbours = given.GetValue(neighbours),
        Families = [.. Names(given).SelectMany(name => Family(given, name))],
        Bernoulli = given.GetValue(model) is "bernoulli",
        SpaceTime = Names(given).Contains("cylinders"),
        Conditional = given.GetValue(conditional),
        Json = given.GetValue(json),
        Timings = given.GetValue(timings),
        Options = new()
        {
            Replicates = given.GetValue(replicates) ?? 999,
            Seed = given.GetValue(seed) ?? 1,
            Threads = given.GetValue(threads) ?? Environment.ProcessorCount,
            StopAfter = given.GetValue(stopAfter),
            Low = given.GetValue(low),
        },
    };

    private IEnumerable<string> OfTime(ParseResult given, string[] names)
    {
        var cylinders = names.Contains("cylinders");
        if (cylinders && given.GetValue(model) is not (null or "space-time")) yield return "cylinders kan alleen met --model space-time.";
        if (names.Any(name => name is not "cylinders") && (cylinders || given.GetValue(model) is "space-time")) yield return "--model space-time kan alleen met de zoekwijze cylinders, en die alleen zonder andere.";
        if (given.GetValue(prospective) && !cylinders) yield return "--prospective hoort bij --model space-time.";
        if (given.GetValue(maxDays) is not null && !cylinders) yield return "--max-days hoort bij --model space-time.";
    }

    private IEnumerable<string> OfFamilies(ParseResult given, string[] names)
    {
        foreach (var name in names.Where(name => name is not ("circles" or "sets" or "connected" or "sets-by-area" or "cylinders")))
            yield return $"--windows: '{name}' kan niet. {windows.Description}";
        foreach (var name in names.CountBy(name => name).Where(name => name.Value > 1)) yield return $"--windows: '{name.Key}' staat er twee keer.";
        if (names.Any(name => name is "sets" or "sets-by-area") && given.GetValue(sets) is null) yield return "sets en sets-by-area hebben --sets nodig.";
        if (names.Contains("connected") && given.GetValue(neighbours) is null) yield return "connected heeft --neighbours nodig.";
        if (given.GetValue(restricted) && !names.Contains("connected")) yield return "--restricted hoort bij de zoekwijze connected.";
        if (given.GetValue(restricted) && given.GetValue(low)) yield return "--restricted kan niet met --low: het laat alleen gebieden toe met veel gevallen.";
        if (given.GetValue(alpha1) is not null && !given.GetValue(restricted)) yield return "--alpha1 hoort bij --restricted.";
        if (given.GetValue(stopAfter) is not null && (names.Length > 1 || (names is ["cylinders"] && given.GetValue(sets) is not null))) yield return "--stop-after kan alleen met één zoekwijze.";
    }

    private IEnumerable<string> OfModel(ParseResult given, string[] names)
    {
        if (given.GetValue(model) is not (null or "poisson" or "bernoulli" or "space-time")) yield return $"--model: '{given.GetValue(model)}' kan niet. {model.Description}";
        if (!given.GetValue(conditional)) yield break;
        if (given.GetValue(model) is not "bernoulli") yield return "--conditional kan alleen met --model bernoulli.";
        if (names is not ["sets"]) yield return "--conditional kan alleen met de zoekwijze sets.";
        if (given.GetValue(low)) yield return "--conditional kan niet met --low.";
        if (given.GetValue(stopAfter) is not null) yield return "--conditional kan niet met --stop-after.";
    }

    private string[] Names(ParseResult given) => given.GetValue(windows) is { } named ? named.Split(',', StringSplitOptions.TrimEntries)
        : given.GetValue(conditional) ? ["sets"]
        : given.GetValue(model) is "space-time" ? ["cylinders"]
        : ["circles", .. given.GetValue(sets) is null ? [] : (string[])["sets"], .. given.GetValue(neighbours) is null ? [] : (string[])["connected"]];

    private WindowFamily[] Family(ParseResult given, string name) => name switch
    {
        "circles" => [new Circles(given.GetValue(maxShare) ?? 0.5)],
        "connected" => [new Connected(given.GetValue(nearest) ?? 15) { AdmitBelow = given.GetValue(restricted) ? given.GetValue(alpha1) ?? 0.2 : null }],
        "sets" => [new Sets()],
        "sets-by-area" => [new SetsByArea()],
        "cylinders" => Cylinders(given.GetValue(maxDays) ?? 30, given.GetValue(maxShare) ?? 0.5, given.GetValue(prospective), given.GetValue(sets) is not null),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such family."),
    };

    private static WindowFamily[] Cylinders(int maxDays, double maxShare, bool prospective, bool sets)
    {
        var circles = new Cylinders(maxDays, maxShare) { Prospective = prospective };
        return sets ? [circles, new SetCylinders(maxDays) { Prospective = prospective }] : [circles];
    }

    // By hand, because in Dutch '0.5' would be five.
    private static Option<T?> Number<T>(string name, string description, T least, T most) where T : struct, INumber<T> => new(name)
    {
        Description = description,
        HelpName = "getal",
        CustomParser = given =>
        {
            if (given.Tokens is [var word] && T.TryParse(word.Value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                && number >= least && number <= most) return number;
            given.AddError("Geen getal dat kan.");
            return null;
        },
    };
}
