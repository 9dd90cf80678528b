using Samenkracht.Kernel.Access;
using Samenkracht.Residents.Contract;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Support;

/// <summary>A double click, a page sent again: one thing, and the page of the first. The database keeps it, not the button.</summary>
public class SentTwiceTests
{
    [Theory, BothDatabases]
    public async Task A_form_sent_twice_at_once_adds_one_thing_and_both_get_the_page_of_the_first(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        await town.Plan(id);
        var (dirk, home) = ((await town.People(id))["Dirk Vos"].ToString(), $"/huishoudens/{id}");
        var (sanne, anouk, resident) = (await app.SignedIn(town.Sanne), await app.SignedIn(town.Anouk), await app.SignedIn(await town.Resident(id)));
        (TestBrowser Who, string Url, string Kind, string? Button, Dictionary<string, string?> Fields)[] forms =
        [
            (sanne, $"{home}/brief", "letter.sent", "Versturen", new() { ["Input.Law"] = "Wmo", ["Input.Subject"] = "Hulp thuis", ["Input.Text"] = "Wij komen." }),
            (sanne, $"{home}/brief", "letter.drafted", "Bewaren als concept", new() { ["Input.Law"] = "Wmo", ["Input.Subject"] = "Hulp thuis", ["Input.Text"] = "Wij komen.", ["Input.Shielded"] = "true" }),
            (sanne, $"{home}/instemming/vraag", "consent.asked", null, new() { ["Person"] = dirk, ["Kind"] = "Help", ["Law"] = "Wmo", ["With"] = town.HealthOrganisation.ToString(), ["What"] = "Hulp", ["Why"] = "Dat helpt." }),
            (sanne, $"{home}/verzoek", "request.asked", null, new() { ["soort"] = "Correct", ["Person"] = dirk, ["Words"] = "De datum klopt niet." }),
            (sanne, $"{home}/gesprekken", "conversation.kept", null, new() { ["Input.Text"] = "Het gaat.", ["Input.Law"] = "Wmo", ["Input.Shielded"] = "true" }),
            (sanne, $"{home}/vraag", "question.asked", null, new() { ["Input.Text"] = "Wie helpt?", ["Input.Theme"] = "Money", ["Input.Law"] = "Wmo", ["Input.Shielded"] = "true" }),
            (sanne, $"{home}/doel", "goal.set", null, new() { ["Input.Text"] = "Rust in huis", ["Input.Law"] = "Wmo" }),
            (sanne, $"{home}/afspraak", "action.agreed", null, new() { ["Input.Text"] = "Bellen", ["Input.Doer"] = "Resident", ["Input.DueOn"] = "2026-12-01" }),
            (sanne, $"{home}/mensen", "person.added", null, new() { ["Input.Name"] = "Sem Vos", ["Input.Relation"] = "Child" }),
            (sanne, "/huishoudens/nieuw", "household.opened", null, new() { ["Input.Name"] = "gezin aan de dijk", ["Person"] = "Kees Smit" }),
            (anouk, "/noodtoegang", "emergency.opened", null, new() { ["Tekst"] = "Dirk Vos", ["Reason"] = "Er is nu gevaar voor een bewoner." }),
            (resident, "/mijn/verzoeken/nieuw?soort=Erase", "request.asked", null, new() { ["Words"] = "Het verslag van maart" }),
            (resident, "/mijn/naast-mij", "beside.invited", null, new() { ["Input.Name"] = "Rana", ["Input.Kind"] = "Family", ["Input.Parts"] = "Questions", ["Input.Last"] = "2026-12-24" }),
        ];

        foreach (var (who, url, kind, button, fields) in forms)
        {
            var before = (await app.Journal(kind)).Count;
            var form = (await who.Get(url)).ShouldBeOk();
            var answers = await Task.WhenAll(form.Submit(fields, button), form.Submit(fields, button));
            Assert.All(answers, answer => answer.ShouldBeOk());
            Assert.All(answers, answer => Assert.True(answer.Errors.Count == 0, $"{url}: {string.Join(' ', answer.Errors)}"));
            Assert.True(answers[0].Url == answers[1].Url, $"{answers[0].Url} and {answers[1].Url}");
            Assert.True((await app.Journal(kind)).Count == before + 1, $"{url} added {(await app.Journal(kind)).Count - before}");
        }

        // Who changes the words and sends again means another thing.
        var letter = await sanne.Get($"{home}/brief");
        foreach (var text in (string[])["Wij komen.", "Wij komen niet."])
            await letter.Submit(new() { ["Input.To"] = dirk, ["Input.Law"] = "Wmo", ["Input.Subject"] = "Hulp thuis", ["Input.Text"] = text }, "Versturen");
        Assert.Equal(3, (await app.Journal("letter.sent")).Count);
    }

    [Fact]
    public async Task The_law_is_chosen_by_who_writes_unless_there_is_but_one()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        await town.Plan(id);
        await town.Join(id, town.Hugo, CircleRole.Member, Law.Jeugdwet);
        var (sanne, hugo) = (await app.SignedIn(town.Sanne), await app.SignedIn(town.Hugo));

        foreach (var page in (string[])["gesprekken", "vraag", "doel"])
        {
            var form = await sanne.Get($"/huishoudens/{id}/{page}");
            Assert.Empty(form.Html.QuerySelectorAll("input[name='Input.Law'][checked]"));
            var refused = await form.Submit(new() { ["Input.Text"] = "Rust in huis" });
            Assert.Contains("Kies een wet.", refused.Text("fieldset:has(input[name='Input.Law'])"));
            Assert.Empty(refused.Html.QuerySelectorAll("input[name='Input.Law'][checked]"));
            var only = await hugo.Get($"/huishoudens/{id}/{page}");
            Assert.Contains("Wet: Jeugdwet", only.Main);
            Assert.Equal("Jeugdwet", only.Html.QuerySelector("input[name='Input.Law'][type=hidden]")!.GetAttribute("value"));
        }
    }
}
