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
