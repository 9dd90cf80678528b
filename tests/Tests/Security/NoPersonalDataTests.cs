using System.Net;
using Samenkracht.Kernel.Access;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Security;

/// <summary>What is about people stands on the pages of who may read it, and nowhere else: not in a log, an address, a header, a cache or a page of errors.</summary>
[Collection(WatchedSite.Shared)]
public class NoPersonalDataTests(WatchedSite site)
{
    /// <summary>Else the tests below prove nothing.</summary>
    [Fact]
    public async Task The_words_were_entered_everywhere_and_read_back()
    {
        Assert.True(site.Answers.Count(page => page.Status == HttpStatusCode.OK && WatchedSite.Tells(page.Source)) > 40, "The words were hardly read anywhere.");
        await using var work = await site.App.Read(Actor.System);
        var kinds = work.Context.Set<Samenkracht.Kernel.Journal.JournalLine>().Select(line => line.Kind).Distinct().ToList();
        Assert.True(kinds.Count > 25, $"Only these things were done: {string.Join(", ", kinds)}");
        Assert.True(site.Heard is { Lines: > 1000, Spans: > 100 }, $"Heard {site.Heard}.");
        Assert.All((int[])[200, 302, 400, 403, 404, 500], status => Assert.True(site.Exchanges.Any(told => told.Status == status), $"No answer was {status}."));
    }

    [Fact]
    public void No_log_line_scope_or_span_has_them_however_much_is_logged() =>
        Assert.Empty(site.Betrayals);

    [Fact]
    public void No_address_and_no_header_has_them() =>
        Assert.Empty(site.Exchanges.Where(told => WatchedSite.Tells(told.Url) || WatchedSite.Tells(told.Headers)).Select(told => $"{told.Method} {told.Url} {told.Headers}").Distinct());

    [Fact]
    public void Nothing_but_what_is_the_same_for_everyone_may_be_kept_by_a_browser_or_proxy() =>
        Assert.Empty(site.Exchanges.Where(told => !told.CacheControl.Contains("no-store", StringComparison.Ordinal)).Select(told => $"{told.Url} {told.Status} {told.CacheControl}").Distinct());

    /// <summary>Of the reader's own name in the head of the page nothing is asked.</summary>
    [Fact]
    public void A_page_of_errors_repeats_nothing() => Assert.Empty(site.Answers.Where(page => page.Status is not HttpStatusCode.OK && page.Html.QuerySelector("main") is { } main
        && (WatchedSite.Tells(main.OuterHtml) || page.Source.Contains(WatchedSite.Fault, StringComparison.Ordinal) || page.Source.Contains("   at ", StringComparison.Ordinal))).Select(page => $"{page.Url} {page.Status}: {page.Main}"));

    /// <summary>What a database refuses comes into a log by its exception.</summary>
    [Theory, BothDatabases]
    public async Task What_the_database_refuses_tells_no_value(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        await using var work = await database.Begin(Actor.System);
        work.Add(Samenkracht.Access.Organisations.Organisation.Found(string.Concat(Enumerable.Repeat(WatchedSite.Name, 20)), Samenkracht.Access.Contract.OrganisationKind.Other, null));

        var refused = await Assert.ThrowsAnyAsync<Exception>(() => work.Flush());

        Assert.False(WatchedSite.Tells(refused.ToString()));
    }
}
