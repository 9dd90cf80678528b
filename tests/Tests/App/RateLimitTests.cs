using System.Net;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.App;

/// <summary>What anyone on the internet can send has a limit per address; looking has none.</summary>
public class RateLimitTests
{
    [Theory]
    [InlineData("/signaal", 20)]
    [InlineData("/signaal/volgen", 20)]
    [InlineData("/aanmelden", 60)]
    [InlineData("/aanmelden/code-app", 60)]
    [InlineData("/account/toegangssleutels", 60)]
    [InlineData("/account/herstelcodes", 60)]
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
    [Theory]
    [InlineData("/zoeken")]
    [InlineData("/huishoudens")]
    [InlineData("/noodtoegang")]
    public async Task Searching_people_is_limited_for_each_who_searches(string url)
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var (sanne, anouk) = (await app.SignedIn(town.Sanne), await app.SignedIn(town.Anouk));

        for (var i = 0; i < 60; i++) Assert.NotEqual(HttpStatusCode.TooManyRequests, (await sanne.Post(url)).Status);

        (await sanne.Post(url)).ShouldBe(HttpStatusCode.TooManyRequests);
        Assert.NotEqual(HttpStatusCode.TooManyRequests, (await anouk.Post(url)).Status);
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
