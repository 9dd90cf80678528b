using System.Net;
using Microsoft.AspNetCore.Builder;
using Samenkracht.App.Hosting;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.App;

public class SiteTests
{
    [Theory, BothDatabases]
    public async Task Ready_means_filled(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var browser = app.Visitor();

        Assert.Equal(HttpStatusCode.OK, (await browser.Get("/health/live")).Status);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await browser.Get("/health/ready")).Status);

        await DemoDatabase.Mark(app.Storage, demo: true, default);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await browser.Get("/health/ready")).Status);

        await DemoFilling.MarkFilled(app.Storage, default);
        Assert.Equal(HttpStatusCode.OK, (await browser.Get("/health/ready")).Status);
    }

    [Fact]
    public async Task A_page_that_is_not_there_says_so_in_Dutch()
    {
        await using var app = await WebApp.Start();

        var page = await app.Visitor().Get("/bestaat-niet");

        page.ShouldBe(HttpStatusCode.NotFound);
        Assert.Equal("Deze pagina is er niet", page.Heading);
    }

    [Fact]
    public async Task Every_answer_carries_the_security_headers()
    {
        await using var app = await WebApp.Start();

        foreach (var url in (string[])["/bestaat-niet", "/health/live", "/fout/500"])
        {
            var headers = (await app.Visitor().Get(url)).Response.Headers;
            var policy = Assert.Single(headers.GetValues("Content-Security-Policy"));
            Assert.Contains("default-src 'none'", policy);
            Assert.Contains("frame-ancestors 'none'", policy);
            Assert.DoesNotContain("unsafe", policy);
            Assert.Equal("nosniff", Assert.Single(headers.GetValues("X-Content-Type-Options")));
            Assert.Equal("same-origin", Assert.Single(headers.GetValues("Referrer-Policy")));
            Assert.True(headers.Contains("Permissions-Policy"));
            Assert.True(headers.CacheControl!.NoStore);
            Assert.False(headers.Contains("Server"));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Only_an_installation_insists_on_https(bool demo)
    {
        await using var app = await WebApp.Start(demo: demo, adjust: services => services.AddHsts(hsts => hsts.ExcludedHosts.Clear()));

        var response = (await app.Visitor().Get("/bestaat-niet")).Response;

        Assert.Equal(!demo, response.Headers.Contains("Strict-Transport-Security"));
    }

    [Theory]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("192.0.2.1", "192.0.2.2", false)]
    [InlineData("192.0.2.1", "::ffff:192.0.2.1", true)]
    public void A_limit_counts_a_home_as_one(string one, string other, bool same) =>
        Assert.Equal(same, RateLimits.Network(IPAddress.Parse(one)) == RateLimits.Network(IPAddress.Parse(other)));

    /// <summary>A browser throws away a __Host- cookie that is not Secure: who gave a signal would never see its code.</summary>
    [Fact]
    public async Task Every_cookie_of_an_installation_is_kept_by_browsers_and_from_scripts()
    {
        await using var app = await WebApp.Start(demo: false);

        var cookies = (await app.Visitor().Get("/signaal")).ShouldBeOk().Response.Headers.GetValues("Set-Cookie").ToList();

        Assert.Equal(["__Host-sk-form", "__Host-sk-told"], cookies.Select(c => c.Split('=')[0]).Order());
        Assert.All(cookies, cookie =>
        {
            Assert.Contains("; secure", cookie);
            Assert.Contains("; httponly", cookie);
            Assert.Contains("; path=/;", cookie + ";");
            Assert.Contains("; samesite=", cookie);
        });
    }
}
