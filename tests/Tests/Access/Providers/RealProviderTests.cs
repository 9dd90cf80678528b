using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Samenkracht.Access.Contract;
using Samenkracht.Access.Organisations;
using Samenkracht.Access.Providers;
using Samenkracht.Kernel.Access;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Access.Providers;

/// <summary>Against a provider that somebody else made.</summary>
public class RealProviderTests
{
    [Fact]
    public async Task A_real_provider_signs_someone_in_and_out_again()
    {
        await using var glewlwyd = await Glewlwyd.Start("https://localhost/aanmelden/via/gemeente/terug", "https://localhost/afgemeld");
        await using var app = await Serving(glewlwyd);
        var browser = app.Visitor(outside: new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        browser.Cookies.Add((await glewlwyd.SignIn()).GetAllCookies());

        // Its sign-in page is a script: one is signed in there, and presses "continue".
        browser.StopsBefore = "/login.html";
        var asked = (await browser.Get("/aanmelden/via/gemeente?naar=/account")).Response.Headers.Location!;
        browser.StopsBefore = null;
        var goOn = QueryHelpers.ParseQuery(asked.Query)["callback_url"].ToString();
        var account = await browser.Get($"{goOn}&g_continue");

        Assert.Equal("/account", account.ShouldBeOk().Url);
        Assert.Contains("nora@voorbeeld.test · Wijkteammedewerker", account.Main);

        var farewell = (await (await browser.Get("/afmelden")).Submit()).Html.QuerySelector("form[action*=end_session]")!;
        var fields = farewell.QuerySelectorAll("input[type=hidden]").ToDictionary(f => f.GetAttribute("name")!, f => f.GetAttribute("value"));
        browser.StopsBefore = "/login.html";
        // This one takes it by GET alone. That it goes on to its own page with the way back is that it knows its token.
        var leaving = (await browser.Get(QueryHelpers.AddQueryString(farewell.GetAttribute("action")!, fields))).Response.Headers.Location!;
        Assert.Equal("https://localhost/afgemeld", QueryHelpers.ParseQuery(leaving.Query)["callback_url"]);
    }

    private static async Task<WebApp> Serving(Glewlwyd glewlwyd)
    {
        var book = new ProviderBook([new ProviderSettings
        {
            Key = "gemeente",
            Name = "Gemeente Waterveen",
            Issuer = glewlwyd.Issuer,
            ClientId = Glewlwyd.ClientId,
            ClientSecret = Glewlwyd.ClientSecret,
            Organisation = ProviderSite.Organisation,
            Roles = [new("wijkteam", Role.TeamMember)],
            // Its word for a session that was there already.
            TwoFactors = ["session"],
            Scopes = ["openid"],
        }]);
        var app = await WebApp.Start(demo: false, adjust: services => services.Replace(ServiceDescriptor.Singleton(book)));
        // Its tokens are of the real now.
        app.Clock.Now = DateTimeOffset.UtcNow;
        await using var work = await app.Begin(Actor.System);
        work.Add(Organisation.Found(ProviderSite.Organisation, OrganisationKind.Municipality, null));
        await work.Seal(default);
        return app;
    }
}
