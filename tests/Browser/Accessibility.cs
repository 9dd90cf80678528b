using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Samenkracht.Browser;

/// <summary>What a machine can say about a page's accessibility.</summary>
internal static class Accessibility
{
    // All that is right fills megabytes a page, and nobody reads it.
    private static readonly HashSet<ResultType> OnlyFaults = [ResultType.Violations];

    private static readonly AxeRunOptions Wcag22 = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        ResultTypes = OnlyFaults,
    };

    private static readonly AxeRunOptions OnlyContrast = new()
    {
        RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast"] },
        ResultTypes = OnlyFaults,
    };

    /// <summary>The faults of the page as it stands, each with its place.</summary>
    public static Task<IReadOnlyList<string>> Faults(IPage page) => Run(page, Wcag22);

    /// <summary>Text that is too faint in the colours as they are now.</summary>
    public static Task<IReadOnlyList<string>> Contrast(IPage page) => Run(page, OnlyContrast);

    private static async Task<IReadOnlyList<string>> Run(IPage page, AxeRunOptions options)
    {
        var result = await page.RunAxe(options);
        return [.. result.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{page.Url} {violation.Id}: {violation.Help} at {node.Target}"))];
    }

    /// <summary>WCAG 1.4.10: no scrolling in two directions. Tables and maps scroll inside their own box.</summary>
    public static async Task<bool> ScrollsSideways(IPage page) =>
        await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth + 1");
}
