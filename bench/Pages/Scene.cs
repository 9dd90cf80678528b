using System.Diagnostics;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Bench.Pages;

/// <summary>One thing that someone does, by bare SQL and by the site.</summary>
/// <param name="Bare">Answers with words that must stand on the page.</param>
sealed record Scene(string Name, Func<BareRequest, int, Task<IEnumerable<string>>> Bare, Func<RunningSite.Browser, int, Task<string>> Page)
{
    static readonly TimeSpan LongestWarmUp = TimeSpan.FromSeconds(30);

    /// <summary>Both in turn, the same household in each round, so that the noise of the machine falls on both.</summary>
    public async Task<Outcome> Run(RunningSite site, DatabaseConnection database, IReadOnlyList<RunningSite.Browser> browsers, IReadOnlyList<int> households, int warmUp, int rounds)
    {
        var (bare, page, sql, statements) = (new List<double>(), new List<double>(), new List<double>(), 0);
        var started = Stopwatch.GetTimestamp();
        for (int round = -warmUp, turn = 0; round < rounds; round++, turn++)
        {
            if (round < 0 && Stopwatch.GetElapsedTime(started) > LongestWarmUp) round = 0;
            var (browser, household) = (browsers[turn % browsers.Count], households[turn * 7 % households.Count]);
            double one, other;
            IEnumerable<string> words;
            string html;
            if (round % 2 == 0)
            {
                (words, one) = await ByHand(database, browser.Who, household);
                (html, other) = await BySite(site, browser, household);
            }
            else
            {
                (html, other) = await BySite(site, browser, household);
                (words, one) = await ByHand(database, browser.Who, household);
            }
            if (words.FirstOrDefault(word => !html.Contains(word, StringComparison.Ordinal)) is { } missing) throw new InvalidOperationException($"{Name}: '{missing}' does not stand on the page.");
            if (round < 0) continue;
            bare.Add(one);
            page.Add(other);
            sql.Add(site.Statements.Waited.TotalMilliseconds);
            statements = Math.Max(statements, site.Statements.Count);
        }
        return new(Median(bare), Median(page), Median(sql), statements);
    }

    async Task<(IEnumerable<string>, double)> ByHand(DatabaseConnection database, SignedIn who, int household)
    {
        var started = Stopwatch.GetTimestamp();
        await using var request = await BareRequest.Begin(database, who);
        var words = await Bare(request, household);
        await request.DisposeAsync();
        return (words, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }

    async Task<(string, double)> BySite(RunningSite site, RunningSite.Browser browser, int household)
    {
        site.Statements.Reset();
        var html = await Page(browser, household);
        return (html, site.Took.TotalMilliseconds);
    }

    static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}

/// <summary>Medians in milliseconds.</summary>
/// <param name="Sql">Of the site's time, what its statements waited for the database.</param>
sealed record Outcome(double Bare, double Page, double Sql, int Statements)
{
    public double Ratio => Page / Bare;
}
