using System.Globalization;
using Samenkracht.Directory.Contract;
using Samenkracht.Geography.Contract;
using Samenkracht.Insight.Contract;
using Samenkracht.Insight.Findings;
using Samenkracht.Kernel;
using Samenkracht.Web.Design;

namespace Samenkracht.Insight.Scanning;

/// <summary>What the terminal says of a scan that is done again.</summary>
internal sealed class ScanAgainWords(IReadOnlyDictionary<AreaCode, string> areas, IReadOnlyDictionary<CommunityId, CommunityKind> kinds)
{
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    public IEnumerable<string> Settings(ScanRun run) =>
    [
        $"Scan {run.Id}: {run.Kind.Label().ToLowerInvariant()}, {DutchDate.Full(run.Since)} tot en met {DutchDate.Full(run.Until)}.",
        string.Create(Dutch, $"{run.Replicates:N0} keer geloot, startgetal {run.Seed}, {run.Counted:N0} geteld, vingerafdruk {run.InputDigest![..12]}."),
    ];

    public string Line(Finding finding, string verdict)
    {
        var words = new FindingWords(finding, FindingList.KindOf(finding, kinds), Disclosure.For(Kernel.Access.Actor.System));
        var where = string.Join(", ", finding.Buurten.Select(b => areas.GetValueOrDefault(b.BuurtCode) ?? b.BuurtCode.Value).Order(StringComparer.CurrentCulture));
        return string.Create(Dutch, $"{verdict}: {words.Title}: {finding.Cases:N0} van {finding.Among:N0} (verwacht {finding.ExpectedIfAlike:0.0}), sterkte {finding.Score:0.000000}, kans {finding.P:0.#####}; {where}");
    }
}
