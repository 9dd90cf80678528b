using System.Net;
using System.Reflection;
using Microsoft.AspNetCore.RateLimiting;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.App;

/// <summary>What anyone on the internet can send has a limit per address; looking has none.</summary>
public class RateLimitTests
{
    [Theory]
    [InlineData("/signaal", 20)]
    [InlineData("/signaal/volgen", 20)]
    [InlineData("/aanmelden", 60)]
    public async Task Sending_more_in_a_minute_than_people_do_is_held_up_in_plain_words(string url, int perMinute)
    {
        await using var app = await WebApp.Start();
        var machine = app.Visitor();

        for (var i = 0; i < perMinute; i++) Assert.NotEqual(HttpStatusCode.TooManyRequests, (await machine.Post(url)).Status);
        var tooMany = await machine.Post(url);

        tooMany.ShouldBe(HttpStatusCode.TooManyRequests);
        Assert.Equal("Even wachten", tooMany.Heading);
        (await machine.Get(url)).ShouldBeOk();
    }

    /// <summary>Who asks after name upon name works down a list; a colleague behind the same address is not in the way.</summary>
    [Fact]
    public async Task Searching_people_is_limited_for_each_who_searches()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var (sanne, anouk) = (await app.SignedIn(town.Sanne), await app.SignedIn(town.Anouk));
        string[] searches = ["/zoeken", "/huishoudens", "/noodtoegang", $"/huishoudens/{Guid.NewGuid():N}/mensen/{Guid.NewGuid():N}/bsn"];

        for (var i = 0; i < 60; i++) Assert.NotEqual(HttpStatusCode.TooManyRequests, (await sanne.Post(searches[i % searches.Length])).Status);

        foreach (var search in searches)
        {
            (await sanne.Post(search)).ShouldBe(HttpStatusCode.TooManyRequests);
            Assert.NotEqual(HttpStatusCode.TooManyRequests, (await anouk.Post(search)).Status);
        }
    }

    /// <summary>Another sign-in's cookie, or one that only looks like it, is no fresh start.</summary>
    [Theory]
    [InlineData(true, "a-sk-aangemeld")]
    [InlineData(true, "sk-aangemeldC2")]
    [InlineData(false, "a-__Host-sk-aangemeld")]
    public async Task Searching_goes_no_further_by_a_cookie_beside_that_of_the_sign_in(bool demo, string beside)
    {
        await using var app = await WebApp.Start(demo: demo);
        var town = await Town.Build(app.Storage);
        var browser = app.Visitor();
        browser.Cookies.Add(browser.Site, new Cookie(beside, "0"));
        await app.SignedIn(town.Sanne, browser);

        for (var i = 1; i <= 60; i++)
        {
            browser.Cookies.GetCookies(browser.Site)[beside]!.Value = $"{i}";
            Assert.NotEqual(HttpStatusCode.TooManyRequests, (await browser.Post("/zoeken")).Status);
        }
        browser.Cookies.GetCookies(browser.Site)[beside]!.Value = "61";
        (await browser.Post("/zoeken")).ShouldBe(HttpStatusCode.TooManyRequests);
    }

    /// <summary>Wherever a secret can be guessed, or a stranger can write, or people can be looked for.</summary>
    [Fact]
    public void Every_door_to_guess_at_has_a_limit()
    {
        var limited = Samenkracht.App.Modules.All.SelectMany(module => module.GetType().Assembly.GetTypes())
            .Select(type => (type.Name, Limit: type.GetCustomAttribute<EnableRateLimitingAttribute>()?.PolicyName)).Where(page => page.Limit is not null).Select(page => $"{page.Limit} {page.Name}");

        Assert.Equal(
            ["public-form AcceptModel", "public-form ByCode", "public-form Form", "search AskQuestion", "search HouseholdsModel", "search IdentifyModel", "search List", "search NewHouseholdModel", "search SearchModel", "search TakeAccessModel", "sign-in AuthenticatorPage", "sign-in OwnPasskeysPage", "sign-in RecoveryCodesPage",
                "sign-in SignInPage", "sign-in-visit Back", "sign-in-visit SignedOutThere", "sign-in-visit Via"], limited.Order(StringComparer.Ordinal));
    }

    /// <summary>There each look is a question to somebody else.</summary>
    [Theory]
    [InlineData("/aanmelden/via/gemeente")]
    [InlineData("/aanmelden/via/gemeente/terug?code=x&state=y")]
    public async Task Going_to_a_provider_and_coming_back_is_limited_too(string url)
    {
        await using var app = await WebApp.Start();
        var machine = app.Visitor();

        for (var i = 0; i < 120; i++) Assert.NotEqual(HttpStatusCode.TooManyRequests, (await machine.Get(url)).Status);

        (await machine.Get(url)).ShouldBe(HttpStatusCode.TooManyRequests);
    }
}
