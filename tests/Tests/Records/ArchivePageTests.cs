using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Records.Listing;
using Samenkracht.Records.Retention;
using Samenkracht.Residents.Contract;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Records;

public class ArchivePageTests
{
    [Fact]
    public async Task The_archivist_approves_holds_and_keeps_the_declaration_without_reading_a_name()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var (goes, stays) = (await town.Household(people: [new NewPerson("Dirk Vos")]), await town.Household("gezin dat blijft"));
        Assert.StartsWith("/aanmelden", (await app.Visitor().Get("/archief")).Url);
        foreach (var role in (Role[])[Role.TeamLead, Role.PrivacyOfficer, Role.Administrator]) Assert.Equal(HttpStatusCode.Forbidden, (await (await app.SignedIn(town[role])).Get("/archief")).Status);
        var browser = await app.SignedIn(town[Role.Archivist]);
        Assert.Contains("Niets om te beoordelen", (await browser.Get("/archief")).Main);
        app.Clock.Advance(TimeSpan.FromDays(400));
        await app.Services.GetRequiredService<NightlyList>().Make();

        // Nothing chosen: nothing approved.
        browser = await app.SignedIn(town[Role.Archivist]);
        var day = (await browser.Get("/")).Main;
        foreach (var waits in (string[])["Vernietigingslijst goedkeuren", "2 regels"]) Assert.Contains(waits, day);
        var list = (await browser.Get("/archief")).ShouldBeOk();
        Assert.Contains("Kies eerst welke regels u goedkeurt.", (await list.Submit(button: "Keur de gekozen regels goed")).Errors);
        Assert.Contains("Huishouden zonder hulpvraag, geen hulp gegeven: 1 jaar na laatste wijziging", list.Main);
        foreach (var name in (string[])["Dirk", "Vos", "Molenpad", "gezin"]) Assert.DoesNotContain(name, list.Main);

        // One is held by its number, which stands on the household's page.
        var number = FileNumber.Of(stays);
        Assert.Contains(number, (await (await app.SignedIn(town.Sanne)).Get($"/huishoudens/{stays}")).Main);
        Assert.Contains("Dit dossiernummer is niet bekend", (await Hold(browser, "FFFFFFFF")).Main);
        Assert.Equal("/archief", (await Hold(browser, number)).Url);
        Assert.Contains("Dit dossier is al aangehouden.", (await Hold(browser, number)).Main);

        var declared = await Approve(browser, [.. await Open(app)]);
        Assert.Contains("Nog niet vernietigd: 2 regels", declared.Main);
        var line = await browser.Get($"/archief/{(await Open(app, goes)).Single()}");
        Assert.Contains("personen", line.Main);
        // Taken back, and approved once more.
        Assert.Equal("/archief", (await line.Submit(button: "Trek de goedkeuring in", form: "main form[action*=TakeBack]")).Url);
        declared = await Approve(browser, [(await Open(app, goes)).Single()]);
        app.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await app.Services.GetRequiredService<Carrying>().Run());

        var paper = await (await (await app.SignedIn(town[Role.Archivist])).Get(declared.Url)).Submit(button: "Bewaar deze verklaring", form: "main form[action*=File]");
        foreach (var said in (string[])["Huishouden zonder hulpvraag", FileNumber.Of(goes), "personen", "Archivist Voorbeeld", "het hele huishouden"]) Assert.Contains(said, paper.Source);
        foreach (var name in (string[])["Dirk", "Molenpad", number]) Assert.DoesNotContain(name, paper.Source);
        // An old link answers as one that never was.
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignedIn(town.Sanne)).Get($"/huishoudens/{goes}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await (await app.SignedIn(town.Sanne)).Get($"/huishoudens/{stays}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignedIn(town[Role.Archivist])).Get($"/archief/{Id.New<DestructionLineId>()}")).Status);
        foreach (var kind in (string[])["destruction.approved", "destruction.held", "destruction.taken-back", "destruction.carried-out"]) Assert.NotEmpty(await app.Journal(kind));
    }

    private static async Task<Page> Hold(TestBrowser browser, string number) =>
        await (await browser.Get("/archief")).Submit(new() { ["Number"] = number, ["Ground"] = "Complaint", ["Reason"] = "Er loopt een klacht." }, "Houd dit dossier aan", "main form[action*=Hold]");

    private static async Task<Page> Approve(TestBrowser browser, DestructionLineId[] lines)
    {
        var token = await Architecture.Route.Token(browser);
        var fields = lines.Select(l => new KeyValuePair<string, string>("Lines", l.ToString())).Append(new("__RequestVerificationToken", token));
        return (await browser.Send(new HttpRequestMessage(HttpMethod.Post, new Uri(browser.Site, "/archief?handler=Approve")) { Content = new FormUrlEncodedContent(fields) })).ShouldBeOk();
    }

    private static async Task<List<DestructionLineId>> Open(WebApp app, HouseholdId? of = null)
    {
        await using var work = await app.Read(Actor.System);
        return [.. work.Query<DestructionLine>().Where(l => l.DoneAt == null && (of == null || l.Household == of)).Select(l => l.Id)];
    }
}
