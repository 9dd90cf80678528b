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

        foreach (var (who, url, kind, button, fields) in forms) await Twice(app, who, url, kind, fields, button);

        // Who changes the words and sends again means another thing.
        var letter = await sanne.Get($"{home}/brief");
        foreach (var text in (string[])["Wij komen.", "Wij komen niet."])
            await letter.Submit(new() { ["Input.To"] = dirk, ["Input.Law"] = "Wmo", ["Input.Subject"] = "Hulp thuis", ["Input.Text"] = text }, "Versturen");
        Assert.Equal(3, (await app.Journal("letter.sent")).Count);
    }

    [Theory, BothDatabases]
    public async Task So_do_forms_of_which_the_page_shows_more_and_those_outside_a_household(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        var question = await town.Ask(id, "Is het veilig?", safety: SafetyMark.Shielded);
        await town.Plan(id, goals: 1);
        var (dirk, home) = ((await town.People(id))["Dirk Vos"].ToString(), $"/huishoudens/{id}");
        var (sanne, administrator, officer, resident) = (await app.SignedIn(town.Sanne), await app.SignedIn(town[Role.Administrator]), await app.SignedIn(town[Role.AttentionOfficer]), await app.SignedIn(await town.Resident(id)));

        await Twice(app, sanne, $"/huishoudens/{await town.Household("gezin aan de dijk")}", "plan.started", [], form: "form[action*=Start]");
        await Twice(app, administrator, "/beheer/organisaties/nieuw", "access.organisation-saved", new() { ["Name"] = "Voedselbank", ["Kind"] = "Volunteers" });
        await Twice(app, administrator, "/beheer/teams/nieuw", "access.team-saved", new() { ["Name"] = "Team West", ["Organisation"] = town.WijkteamOrganisation.ToString() });
        var club = await Twice(app, sanne, "/gemeenschappen/nieuw", "directory.community-entered", new() { ["Input.Name"] = "SV De Sluis", ["Input.Kind"] = "SportsClub" });
        await Twice(app, sanne, club.Url, "directory.activity-planned", new() { ["Input.Name"] = "Voetbal", ["Input.WhenText"] = "woensdag", ["Input.Place"] = "veld 2" }, form: "form[action*=Plan]");
        var issue = await Twice(app, sanne, "/kwesties/nieuw", "issue.opened", new() { ["Input.Title"] = "Schulden", ["Input.Theme"] = "Money", ["Input.Summary"] = "Meer gezinnen." });
        await Twice(app, sanne, issue.Url, "issue.action.added", new() { ["Input.Direction"] = "Community", ["Input.Text"] = "Avond", ["Input.Who"] = "opbouwwerker", ["Input.DueOn"] = "2026-12-24" }, form: "form[action*=Act]");
        await Twice(app, sanne, $"/beleidstafel/nieuw/{issue.Url.Split('/')[2]}", "agenda.put", new() { ["Input.Question"] = "Kan het?", ["Input.Table"] = "Municipality", ["Input.Owner"] = town[Role.PolicyOfficer].Account!.Value.ToString(), ["Input.AnswerBy"] = "2026-12-24" });
        await Twice(app, sanne, $"/kwesties/gehoord/{club.Url.Split('/')[2]}/Money", "community.heard", new() { ["Words"] = "Dat herkennen wij." });
        await Twice(app, officer, $"{home}/mondeling", "disclosure.told", new() { ["Input.Item"] = $"{question.Value}", ["Input.Person"] = dirk, ["Input.Place"] = "op school", ["Input.Words"] = "Dat het er staat." }, form: "form[action*=Told]");
        await Twice(app, officer, $"{home}/mondeling", "disclosure.put-off", new() { ["Off.Item"] = $"{question.Value}", ["Off.Person"] = dirk, ["Off.Reason"] = "Hij is thuis." }, form: "form[action*=PutOff]");
        await Twice(app, resident, "/mijn", "plan.approved", [], form: "form[action*=Approve]");
        await Twice(app, resident, "/mijn", "plan.disagreed", new() { ["Words"] = "Toch niet." }, form: "form[action*=Disagree]");
        var invited = await (await resident.Get("/mijn/naast-mij")).Submit(new() { ["Input.Name"] = "Rana", ["Input.Kind"] = "Family", ["Input.Parts"] = "Questions", ["Input.Last"] = "2026-12-24" });
        await Twice(app, app.Visitor(), "/uitnodiging", "beside.accepted", new() { ["Code"] = invited.Text("strong.sk-code"), ["Name"] = "Rana", ["Email"] = "rana@voorbeeld.test", ["Password"] = "drie gewone woorden" });
        var drafted = await (await sanne.Get($"{home}/brief")).Submit(new() { ["Input.Law"] = "Wmo", ["Input.Subject"] = "Hulp thuis", ["Input.Text"] = "Wij komen." }, "Bewaren als concept");
        await Twice(app, sanne, (await drafted.Follow("Hulp thuis")).Url, "letter.sent", new() { ["Input.Text"] = "Wij komen morgen." }, "Versturen");
    }

    [Fact]
    public async Task An_invitation_sent_twice_shows_the_same_code_as_long_as_it_is_open()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var mine = await app.SignedIn(await town.Resident(await town.Household()));
        var form = await mine.Get("/mijn/naast-mij");
        Task<Page> Send() => form.Submit(new() { ["Input.Name"] = "mijn zus", ["Input.Kind"] = "Family", ["Input.Parts"] = "Plan", ["Input.Last"] = "2026-12-24" });

        var code = (await Send()).Text("strong.sk-code");
        Assert.Matches("^([2-9CDFHJKMNPQRTVWX]{4}-){3}[2-9CDFHJKMNPQRTVWX]{4}$", code);
        Assert.Equal(code, (await Send()).Text("strong.sk-code"));
        await (await mine.Get("/mijn/naast-mij")).Submit(form: "form[action*=Withdraw]");
        var gone = await Send();

        Assert.Contains("Deze uitnodiging hebt u al eerder gemaakt.", gone.Main);
        Assert.DoesNotContain(code, gone.Source);
        Assert.Single(await app.Journal("beside.invited"));
    }

    private static async Task<Page> Twice(WebApp app, TestBrowser who, string url, string kind, Dictionary<string, string?> fields, string? button = null, string form = "main form")
    {
        var before = (await app.Journal(kind)).Count;
        var page = (await who.Get(url)).ShouldBeOk();
        var answers = await Task.WhenAll(page.Submit(fields, button, form), page.Submit(fields, button, form));
        Assert.All(answers, answer => answer.ShouldBeOk());
        Assert.All(answers, answer => Assert.True(answer.Errors.Count == 0, $"{url}: {string.Join(' ', answer.Errors)}"));
        Assert.True(answers[0].Url == answers[1].Url, $"{answers[0].Url} and {answers[1].Url}");
        Assert.True((await app.Journal(kind)).Count == before + 1, $"{url} added {(await app.Journal(kind)).Count - before}");
        return answers[0];
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
