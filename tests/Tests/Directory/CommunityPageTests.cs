using System.Net;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Directory.Contract;
using Samenkracht.Kernel.Access;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Directory;

public class CommunityPageTests
{
    [Theory, BothDatabases]
    public async Task A_community_worker_enters_a_club_with_what_it_does(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await Town.Build(app.Storage);
        var browser = await app.SignedIn(town[Role.CommunityWorker]);
        Assert.NotEmpty((await (await browser.Get("/gemeenschappen/nieuw")).Submit()).Errors);

        var club = await (await browser.Get("/gemeenschappen/nieuw")).Submit(new() { ["Input.Name"] = "SV De Sluis", ["Input.Kind"] = "SportsClub" });
        Assert.Equal("SV De Sluis", club.Heading);
        var planned = await club.Submit(
            new() { ["Input.Name"] = "Wandelvoetbal", ["Input.WhenText"] = "woensdag 10.00 uur", ["Input.Place"] = "veld 2" }, form: "form[action*=Plan]");
        Assert.Contains("Wandelvoetbal", planned.Main);

        var found = await browser.Get("/gemeenschappen?zoek=sluis&soort=SportsClub");
        Assert.Equal("1", found.Text("td[data-label=Activiteiten]"));
        Assert.Contains("Niets gevonden", (await browser.Get("/gemeenschappen?soort=School")).Main);

        var removed = await planned.Submit(form: "form[action*=Remove]");
        Assert.DoesNotContain("Wandelvoetbal", removed.Main);
    }

    [Fact]
    public async Task Everyone_signed_in_looks_and_only_some_change()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var club = await (await (await app.SignedIn(town.Sanne)).Get("/gemeenschappen/nieuw"))
            .Submit(new() { ["Input.Name"] = "Buurtkamer", ["Input.Kind"] = "NeighbourhoodGroup" });

        Assert.StartsWith("/aanmelden", (await app.Visitor().Get("/gemeenschappen")).Url);
        var resident = await app.SignedIn(town[Role.Resident]);
        (await resident.Get("/gemeenschappen")).ShouldBeOk();
        var seen = (await resident.Get(club.Url)).ShouldBeOk();
        Assert.Null(seen.Html.QuerySelector("form[action*=Plan]"));
        (await resident.Get("/gemeenschappen/nieuw")).ShouldBe(HttpStatusCode.Forbidden);
        (await resident.Get($"{club.Url}/wijzig")).ShouldBe(HttpStatusCode.Forbidden);
        (await resident.Get($"/gemeenschappen/{Guid.NewGuid():N}")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_sensitive_community_says_why_nobody_is_linked_with_it()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);

        var page = await (await (await app.SignedIn(town.Sanne)).Get("/gemeenschappen/nieuw"))
            .Submit(new() { ["Input.Name"] = "Moskee De Brug", ["Input.Kind"] = "Religious" });

        Assert.Contains("nooit een kenmerk van mensen", page.Main);
        await using var work = await app.Read(town.Sanne);
        Assert.Empty(await work.LinkableCommunities.ToListAsync());
    }

    [Theory, BothDatabases]
    public async Task Two_who_change_the_same_community_both_see_what_the_other_did(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await Town.Build(app.Storage);
        var browser = await app.SignedIn(town.Sanne);
        var club = await (await browser.Get("/gemeenschappen/nieuw")).Submit(new() { ["Input.Name"] = "Koor", ["Input.Kind"] = "Association" });
        var (one, other) = (await browser.Get($"{club.Url}/wijzig"), await browser.Get($"{club.Url}/wijzig"));
        await one.Submit(new() { ["Input.Text"] = "Zingt elke maandag." });

        var late = await other.Submit(new() { ["Input.Text"] = "Zoekt bassen." });

        Assert.NotEmpty(late.Errors);
        Assert.Contains("Zingt elke maandag.", late.Main);
        Assert.Contains("Zoekt bassen.", late.Main);
        Assert.Equal("Koor", (await late.Submit()).Heading);
    }
}
