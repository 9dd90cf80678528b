using Microsoft.EntityFrameworkCore;
using Samenkracht.Insight.Contract;
using Samenkracht.Insight.Disclosing;
using Samenkracht.Insight.Scanning;
using Samenkracht.Kernel.Storage;
using Samenkracht.Support.Contract;

namespace Samenkracht.Insight.Findings;

/// <summary>Naar buiten: which new findings readers outside the team may know of, decided once when the scan is kept, so that nobody can ask again until something gives way.</summary>
internal static class Telling
{
    public static async Task Decide(Work work, IReadOnlyList<Finding> found, CancellationToken cancel)
    {
        var (themes, from) = (found.Select(f => f.Theme).Distinct().ToList(), work.Now.AddMonths(-ScanSettings.Months));
        // After so long no question is counted twice.
        var told = await work.Query<Finding>().Include(f => f.Buurten).Where(f => f.ToldOutside && f.FoundAt > from && themes.Contains(f.Theme)).ToListAsync(cancel);
        Decide(found, told);
    }

    /// <summary>Of findings that count the same, the strongest first.</summary>
    /// <param name="told">What earlier scans told.</param>
    internal static void Decide(IReadOnlyList<Finding> found, IReadOnlyList<Finding> told)
    {
        foreach (var same in found.GroupBy(Counted))
        {
            var test = Disclosure.Differencing();
            foreach (var earlier in told.Where(f => Counted(f) == same.Key)) test.Knows(WindowOf(earlier));
            foreach (var finding in same.OrderBy(f => f.P).ThenByDescending(f => f.Score).ThenBy(f => f.Buurten.Min(b => b.BuurtCode.Value), StringComparer.Ordinal))
                if (test.MayTell(WindowOf(finding))) finding.TellOutside();
        }
    }

    // Both monthly scans count households with a question about the theme; the nightly one counts signals.
    private static (Theme, bool OfSignals) Counted(Finding finding) => (finding.Theme, finding.Kind == ScanKind.Signals);

    private static Window WindowOf(Finding finding) =>
        new(finding.Buurten.Select(b => KeyValuePair.Create(b.BuurtCode, new Count(b.Cases, Math.Max(0, b.Among - b.Cases)))));
}
