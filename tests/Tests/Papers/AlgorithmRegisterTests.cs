using System.Text.RegularExpressions;
using Samenkracht.Insight.Contract;
using Samenkracht.Insight.Findings;
using Samenkracht.Insight.Scanning;
using Samenkracht.Kernel;
using Samenkracht.Support.Contract;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Papers;

/// <summary>What the public algorithm register says of the scan is what the code does.</summary>
public partial class AlgorithmRegisterTests
{
    // The publication standard, version 1.0.
    private static readonly string[] Fields =
    [
        "name", "description_short", "organization", "category", "status", "begin_date", "end_date", "contact_email", "website", "publication_category", "url", "goal", "proportionality",
        "human_intervention", "risks", "lawful_basis", "lawful_basis_grouping", "process_index_url", "impacttoetsen", "impacttoetsen_grouping", "source_data", "source_data_grouping",
        "methods_and_models", "provider", "publiccode", "lang", "standard_version", "source_id", "tags",
    ];

    private static readonly string Text = Spaces().Replace(File.ReadAllText(Repository.Path("docs", "algoritmeregister.md")), " ");

    [Fact]
    public void It_has_every_field_of_the_standard_once() =>
        Assert.Equal(Fields.Order(), Field().Matches(Text).Select(field => field.Groups[1].Value).Order());

    [Fact]
    public void Its_numbers_are_those_of_the_code()
    {
        var (month, night) = (ScanSettings.Standard(ScanKind.Households, new(2026, 11, 24), 1), ScanSettings.Standard(ScanKind.Signals, new(2026, 11, 24), 1));

        foreach (var sentence in (FormattableString[])[
            $"ten minste {Disclosure.Least} huishoudens met de vraag en {Disclosure.Least} zonder; alles afgerond op {Disclosure.Step}",
            $"bij een kans van hooguit {Finding.Level}", $"hooguit eens in de {Math.Round(1 / Finding.NightlyLevel)} dagen", $"blijven {KeptInput.Retention.Days} dagen bewaard",
            $"van de laatste {ScanSettings.Months} maanden", $"minder dan {ScanInput.Fewest} huishoudens", $"elke maand, {month.Replicates} lotingen",
            $"elke nacht, {night.Replicates} lotingen", $"perioden tot {night.MaxDays} dagen"])
            Assert.Contains(sentence.ToString(System.Globalization.CultureInfo.GetCultureInfo("nl-NL")), Text, StringComparison.Ordinal);
        Assert.Equal(50, month.MaxSharePercent);
        Assert.Contains("tot de helft van de huishoudens", Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_themes_that_are_never_looked_at_by_community_are_those_of_the_code()
    {
        var named = Never().Match(Text).Groups[1].Value;

        foreach (var theme in Enum.GetValues<Theme>())
            Assert.Equal(!theme.MayBeScannedByCommunity(), named.Contains(theme.Label(), StringComparison.OrdinalIgnoreCase));
    }

    [GeneratedRegex(@"\(`([a-z_]+)`\)")]
    private static partial Regex Field();

    [GeneratedRegex(@"\*\*([^*]+)\*\* bekijkt de scan nooit per gemeenschap")]
    private static partial Regex Never();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
