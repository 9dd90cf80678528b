using System.Net;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Support;

/// <summary>What lies in the safety compartment is told in person: by whom it may be seen, and nobody else learns of it.</summary>
public class DiscloseTests
{
    private const string Told = "form[action*=Told]", Off = "form[action*=PutOff]";

    [Theory, BothDatabases]
    public async Task It_is_written_down_to_whom_when_and_where_it_was_safe_and_only_the_compartment_reads_it(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        await town.Join(id, town.Anouk);
        var resident = await town.Resident(id);
        var asked = await town.Ask(id, "Het is thuis niet veilig", safety: SafetyMark.Shielded, by: town[Role.AttentionOfficer]);
        await town.Ask(id, "Te weinig geld");
        var (officer, colleague, own) = (await app.SignedIn(town[Role.AttentionOfficer]), await app.SignedIn(town.Anouk), await app.SignedIn(resident));
        var url = $"/huishoudens/{id}/mondeling";
        var before = (await own.Get("/mijn")).Main + (await colleague.Get($"/huishoudens/{id}")).Main;

        Assert.Contains("In een gesprek vertellen: gezin aan het Molenpad", (await officer.Get("/")).Main);
        var page = (await (await officer.Get($"/huishoudens/{id}")).Follow("Wat is verteld, en aan wie")).ShouldBeOk();
        Assert.Contains("Nog aan niemand verteld", page.Main);
        Assert.DoesNotContain("Te weinig geld", page.Main);
        var refused = await page.Submit(new() { ["Input.Words"] = "Dat wij weten wat er speelt." }, form: Told);
        Assert.Contains("Schrijf op waar het veilig was.", refused.Main);
        var (item, person) = (Value(refused, "Input.Item", "Het is thuis"), Value(refused, "Input.Person", "Dirk Vos"));
        var off = await refused.Submit(new() { ["Off.Item"] = item, ["Off.Person"] = person, ["Off.Reason"] = "Zijn partner is altijd thuis.", ["Off.ReviewOn"] = "2026-12-15" }, form: Off);
        Assert.Contains("nu niet veilig, opnieuw bekijken op", off.ShouldBeOk().Main);
        Assert.DoesNotContain("In een gesprek vertellen", (await officer.Get("/")).Main);
        var done = await off.Submit(new() { ["Input.Item"] = item, ["Input.Person"] = person, ["Input.Place"] = "bij de huisarts", ["Input.Words"] = "Dat wij weten wat er speelt." }, form: Told);
        foreach (var seen in (string[])["verteld aan Dirk Vos, bij de huisarts", "Dat wij weten wat er speelt.", "Zijn partner is altijd thuis."]) Assert.Contains(seen, done.ShouldBeOk().Main);

        // Told or not: for everyone else nothing was there before and nothing is now.
        (await colleague.Get(url)).ShouldBe(HttpStatusCode.NotFound);
        (await own.Get(url)).ShouldBe(HttpStatusCode.Forbidden);
        Assert.Equal(before, (await own.Get("/mijn")).Main + (await colleague.Get($"/huishoudens/{id}")).Main);
        var looked = (await own.Get("/mijn/inzage")).ShouldBeOk().Main;
        foreach (var unseen in (string[])["gesprek", "andachtsfunctionaris"]) Assert.DoesNotContain(unseen, looked);
        Assert.All(await app.Journal("disclosure.told"), line => Assert.Equal(Purpose.Safety, line.Purpose));
        await using var work = await app.Read(town.Anouk);
        Assert.Empty(work.Query<Samenkracht.Support.Disclose.Disclosure>().ToList());
        await using var guarded = await app.Read(town[Role.AttentionOfficer]);
        Assert.Equal([asked, asked], guarded.Query<Samenkracht.Support.Disclose.Disclosure>().ToList().Select(d => d.Question!.Value));
    }

    /// <summary>A shielded letter is in nobody's portal and never posted: that it was given is written down, and so is that somebody was told of a shielded conversation.</summary>
    [Theory, BothDatabases]
    public async Task A_shielded_letter_is_given_and_a_shielded_conversation_told_in_person(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        await town.Join(id, town.Anouk);
        var resident = await town.Resident(id);
        await town.Ask(id, "Te weinig geld");
        var person = (await town.People(id))["Dirk Vos"];
        var letter = await town.Letter(id, person, "Waar u veilig kunt slapen", safety: SafetyMark.Shielded);
        await town.Letter(id, person, "Uw hulp begint");
        var talk = await (await (await app.SignedIn(town.Sanne)).Get($"/huishoudens/{id}/gesprekken")).Submit(new() { ["Input.Law"] = "Wmo", ["Input.Text"] = "Zij durft niet naar huis.", ["Input.Readers"] = "Professionals", ["Input.Shielded"] = "true" });
        Assert.Empty(talk.Errors);
        var (officer, colleague, own) = (await app.SignedIn(town[Role.AttentionOfficer]), await app.SignedIn(town.Anouk), await app.SignedIn(resident));
        var url = $"/huishoudens/{id}/mondeling";
        var before = (await own.Get("/mijn/brieven")).Main + (await colleague.Get($"/huishoudens/{id}")).Main + (await colleague.Get("/")).Main;

        Assert.Contains("Brief zelf geven: gezin aan het Molenpad", (await officer.Get("/")).Main);
        Assert.DoesNotContain("zelf geven", (await colleague.Get("/")).Main);
        var page = await (await officer.Get($"/huishoudens/{id}/brieven/{letter}")).Follow("leg vast dat u dat deed");
        foreach (var shown in (string[])["Waar u veilig kunt slapen", "Nog aan niemand gegeven.", "Zij durft niet naar huis."]) Assert.Contains(shown, page.ShouldBeOk().Main);
        foreach (var other in (string[])["Uw hulp begint", "Te weinig geld"]) Assert.DoesNotContain(other, page.Main);
        var whom = Value(page, "Input.Person", "Dirk Vos");
        var given = await page.Submit(new() { ["Input.Item"] = Value(page, "Input.Item", "Brief: Waar u veilig"), ["Input.Person"] = whom, ["Input.Place"] = "op school", ["Input.Words"] = "De brief gelezen, en weer meegenomen." }, form: Told);
        Assert.Contains("verteld aan Dirk Vos, op school", given.ShouldBeOk().Main);
        Assert.DoesNotContain("Nog aan niemand gegeven.", given.Main);
        Assert.DoesNotContain("zelf geven", (await officer.Get("/")).Main);
        await given.Submit(new() { ["Input.Item"] = Value(page, "Input.Item", "Gesprek: Zij durft"), ["Input.Person"] = whom, ["Input.Place"] = "op school", ["Input.Words"] = "Wat wij opschreven." }, form: Told);

        await using var guarded = await app.Read(town[Role.AttentionOfficer]);
        Assert.Equal(["De brief gelezen, en weer meegenomen.", "Wat wij opschreven."], guarded.Query<Samenkracht.Support.Disclose.Disclosure>().OrderBy(d => d.At).ToList().Select(d => d.Words));
        Assert.Equal(before, (await own.Get("/mijn/brieven")).Main + (await colleague.Get($"/huishoudens/{id}")).Main + (await colleague.Get("/")).Main);
        (await colleague.Get(url)).ShouldBe(HttpStatusCode.NotFound);
        (await own.Get(url)).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Each_letter_to_a_shielded_household_is_given_by_hand()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household(safety: SafetyMark.Shielded);
        await town.Letter(id, (await town.People(id))["Dirk Vos"], "Uw hulp begint");
        var sanne = await app.SignedIn(town.Sanne);
        var written = await (await sanne.Get($"/huishoudens/{id}/brief")).Submit(
            new() { ["Input.To"] = (await town.People(id))["Dirk Vos"].ToString(), ["Input.Kind"] = "Letter", ["Input.Law"] = "Wmo", ["Input.Subject"] = "Uw hulp stopt", ["Input.Text"] = "Wij bellen u." }, button: "Versturen");
        Assert.Contains("De brief staat vast. Geef hem zelf, op een veilige plek.", written.ShouldBeOk().Main);
        Assert.Contains("gaat niet met de post", written.Main);
        Assert.Null(written.Html.QuerySelector("form[action*=Post]"));
        var page = await sanne.Get($"/huishoudens/{id}/mondeling");
        foreach (var letter in (string[])["Uw hulp begint", "Uw hulp stopt"]) Assert.Contains(letter, page.Main);
    }

    [Fact]
    public async Task Who_gives_a_copy_and_sees_the_compartment_reads_that_a_part_is_told_in_person_and_the_copy_says_nothing()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        await town.Join(id, town.Anouk);
        await town.Support(id);
        await town.Ask(id, "Het is thuis niet veilig", safety: SafetyMark.Shielded);
        var url = $"/huishoudens/{id}/kopie?voor={(await town.People(id))["Dirk Vos"]}";

        var named = (await (await app.SignedIn(town.Sanne)).Get(url)).ShouldBeOk();
        Assert.Contains("Een deel vertelt u alleen in een gesprek", named.Main);
        Assert.DoesNotContain("in een gesprek", (await named.Submit(button: "Bewaar om te printen")).Source);
        Assert.DoesNotContain("in een gesprek", (await (await app.SignedIn(town.Anouk)).Get(url)).ShouldBeOk().Main);
    }

    [Theory, BothDatabases]
    public async Task What_is_shared_from_another_law_is_read_here_and_told_by_who_works_for_that_law(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await Town.Build(app.Storage);
        var id = await town.Household(safety: SafetyMark.Shielded);
        var asked = await town.Ask(id, "Dirk slaapt in de auto", Law.Jeugdwet);
        await town.Share(id, asked, Law.Wmo);
        await town.Name(await town.Join(id, town.Anouk));
        var (anouk, sanne) = (await app.SignedIn(town.Anouk), await app.SignedIn(town.Sanne));
        var url = $"/huishoudens/{id}/mondeling";

        var along = (await anouk.Get(url)).ShouldBeOk();
        Assert.Contains("Dirk slaapt in de auto", along.Main);
        Assert.Contains("een wet waarvoor u hier niet werkt", along.Main);
        Assert.Empty(along.Html.QuerySelectorAll(Told));

        var own = (await sanne.Get(url)).ShouldBeOk();
        Assert.DoesNotContain("een wet waarvoor u hier niet werkt", own.Main);
        var told = await own.Submit(
            new() { ["Input.Item"] = Value(own, "Input.Item", "Dirk slaapt"), ["Input.Person"] = Value(own, "Input.Person", "Dirk Vos"), ["Input.Place"] = "op school", ["Input.Words"] = "Dat wij dit weten." }, form: Told);
        Assert.Contains("verteld aan Dirk Vos", told.ShouldBeOk().Main);
    }

    private static string Value(Page page, string field, string text) =>
        page.Html.QuerySelectorAll($"select[name='{field}'] option").First(o => o.TextContent.Contains(text, StringComparison.Ordinal)).GetAttribute("value")!;
}
