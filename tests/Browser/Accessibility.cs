using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Samenkracht.Browser;

/// <summary>What a machine can say about a page's accessibility.</summary>
internal static class Accessibility
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    // All that is right fills megabytes a page, and nobody reads it.
    // Axe's own package for Playwright runs it over all frames and opens a second page each time to add them up: six times the work, for pages without frames.
    private const string Run = """
        async runOnly => {
            const { violations } = await axe.run(document, { runOnly, resultTypes: ['violations'] });
            return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help} at ${target}`));
        }
        """;

    private static readonly object Wcag22 = new { type = "tag", values = (string[])["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] };
    private static readonly object OnlyContrast = new { type = "rule", values = (string[])["color-contrast"] };

    /// <summary>The faults of the page as it stands, each with its place.</summary>
    public static Task<IReadOnlyList<string>> Faults(IPage page) => Look(page, Wcag22);

    /// <summary>Text that is too faint in the colours as they are now.</summary>
    public static Task<IReadOnlyList<string>> Contrast(IPage page) => Look(page, OnlyContrast);

    private static async Task<IReadOnlyList<string>> Look(IPage page, object rules)
    {
        if (page.Frames.Count > 1) return [$"{page.Url} has frames, which nobody looks into"];
        if (!await page.EvaluateAsync<bool>("'axe' in window")) await page.EvaluateAsync(Axe);
        return [.. (await page.EvaluateAsync<string[]>(Run, rules)).Select(fault => $"{page.Url} {fault}")];
    }

    /// <summary>WCAG 1.4.10: no scrolling in two directions. Tables and maps scroll inside their own box.</summary>
    public static async Task<bool> ScrollsSideways(IPage page) =>
        await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth + 1");
}
