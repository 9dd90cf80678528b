using System.Net;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
using Samenkracht.Residents.Contract;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Residents;

/// <summary>List, search, count and export of households show the same rows.</summary>
public class HouseholdListTests
{
    [Fact]
    public async Task The_list_is_for_those_who_work_with_households()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        Assert.NotEqual("/huishoudens", (await app.Visitor().Get("/huishoudens")).Url);
        (await (await app.SignedIn(town[Role.CouncilMember])).Get("/huishoudens")).ShouldBe(HttpStatusCode.Forbidden);
        Assert.Contains("U zit nog in geen kring", (await (await app.SignedIn(town.Anouk)).Get("/huishoudens")).ShouldBeOk().Main);
    }

    [Fact]
    public async Task List_count_search_and_export_are_about_the_same_households()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        await town.Household("gezin aan het Molenpad");
        await town.Household("man aan de Haverweg", Address.Unknown, people: [new NewPerson("Willem Jansen")]);
        await town.Household("vrouw in de Sluisbuurt", Address.Unknown, by: town.Anouk);
        var browser = await app.SignedIn(town.Sanne);

        var list = await browser.Get("/huishoudens");
        var found = await list.Submit(new() { ["Tekst"] = "jansen" });
        var export = await list.Submit(button: "Export (CSV)");

        Assert.Contains("2 huishoudens", list.Main);
        Assert.DoesNotContain("Sluisbuurt", list.Main);
        Assert.Contains("1 huishouden", found.Main);
        Assert.Contains("Man aan de Haverweg", found.Main);
        Assert.DoesNotContain("Molenpad", found.Main);
        Assert.DoesNotContain("jansen", found.Url, StringComparison.OrdinalIgnoreCase);
        var csv = await export.Response.Content.ReadAsStringAsync();
        Assert.Contains("gezin aan het Molenpad;Molenpad;3;1234 AB;Waterveen", csv);
        Assert.Contains("man aan de Haverweg", csv);
        Assert.DoesNotContain("Sluisbuurt", csv);
    }

    [Fact]
    public async Task An_export_is_a_look_at_every_row_and_leaves_shielded_households_out()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var open = await town.Household();
        var shielded = await town.Household("vrouw aan de Haverweg", Address.Unknown, safety: SafetyMark.Shielded);

        var export = await (await (await app.SignedIn(town.Sanne)).Get("/huishoudens")).Submit(button: "Export (CSV)");

        Assert.DoesNotContain("Haverweg", await export.Response.Content.ReadAsStringAsync());
        // The list that was seen first is another event.
        Assert.Equal([(LookEvent.Exported, "Export van de lijst"), (LookEvent.Listed, "Lijst van huishoudens")], (await app.Looks(open)).Select(l => (l.Event, l.What)));
        Assert.Equal((LookEvent.Listed, Purpose.Safety), ((await app.Looks(shielded)).Single().Event, (await app.Looks(shielded)).Single().Purpose));
    }

    [Fact]
    public async Task Pages_and_filter_work_in_the_database_with_as_many_queries_for_one_as_for_many()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        await town.Household("huishouden 00");
        var browser = await app.SignedIn(town.Sanne);
        await browser.Get("/huishoudens");
        var few = await app.QueriesOf(() => browser.Get("/huishoudens"));
        for (var n = 1; n <= 30; n++) await town.Household($"huishouden {n:00}");

        var many = await app.QueriesOf(() => browser.Get("/huishoudens"));
        var first = await browser.Get("/huishoudens");
        var second = await browser.Get("/huishoudens?pagina=2");

        Assert.Equal(few, many);
        Assert.Contains("Huishouden 24", first.Main);
        Assert.DoesNotContain("Huishouden 25", first.Main);
        Assert.Contains("Huishouden 30", second.Main);
        // What was searched stays out of the URL: the pages are buttons of the form.
        Assert.NotNull(first.Html.QuerySelector("button[form=zoeken][name=pagina][value='2']"));
        Assert.Contains("Niets gevonden", (await browser.Get("/huishoudens?Fase=Supported")).Main);
    }

    [Fact]
    public async Task A_team_lead_sees_numbers_and_weeks_but_no_household_of_others()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        await town.Join(id, town.Anouk);
        await town.Support(id);
        app.Clock.Advance(TimeSpan.FromDays(21));

        var page = (await (await app.SignedIn(town[Role.TeamLead])).Get("/huishoudens")).ShouldBeOk();

        Assert.Contains("Sanne Bakker 1 0 3 weken", page.Main);
        Assert.Contains("Anouk Kuiper 0 1", page.Main);
        Assert.DoesNotContain("Molenpad", page.Main);
        Assert.DoesNotContain("Werk van het team", (await (await app.SignedIn(town.Sanne)).Get("/huishoudens")).Main);
    }

    [Fact]
    public async Task Before_a_new_household_is_made_the_possible_same_one_is_shown()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        await town.Household("mensen op de hoek");
        var form = await (await app.SignedIn(town.Anouk)).Get("/huishoudens/nieuw");
        Dictionary<string, string?> typed = new()
        {
            ["Input.Name"] = "familie op nummer 3",
            ["Person"] = "D. Vos",
            ["Input.Street"] = "Molenpad",
            ["Input.HouseNumber"] = "3",
            ["Laws"] = "Wmo",
        };

        var warned = await form.Submit(typed);
        Assert.Contains("Misschien kennen wij dit huishouden al", warned.Main);
        Assert.Contains("bel Sanne Bakker", warned.Main);
        Assert.DoesNotContain("mensen op de hoek", warned.Main);
        var made = await warned.Submit(new() { ["IsOther"] = "true" });

        Assert.Equal("Familie op nummer 3", made.Heading);
        Assert.Equal(2, (await app.Journal("household.opened")).Count);
    }

    [Fact]
    public async Task A_postcode_must_be_one_and_what_was_typed_stays()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var form = await (await app.SignedIn(town.Sanne)).Get("/huishoudens/nieuw");

        var again = await form.Submit(new() { ["Input.Name"] = "gezin aan de Kade", ["Input.Postcode"] = "12 AB" });

        Assert.Contains("Een postcode heeft vier cijfers en twee letters", again.Main);
        Assert.Contains("Schrijf op wie hier woont.", again.Main);
        Assert.Contains("gezin aan de Kade", again.Html.Source.Text);
        Assert.Empty(await app.Journal("household.opened"));
    }

    /// <summary>Each word deepens the query: of two thousand the stack overflowed, and that ended the process for everyone.</summary>
    [Fact]
    public async Task A_search_for_very_many_words_is_refused_at_the_field()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        await town.Household();
        var browser = await app.SignedIn(town.Sanne);
        var words = string.Join(' ', Enumerable.Range(0, 20_000));

        foreach (var url in (string[])["/zoeken", "/huishoudens"])
        {
            var found = await (await browser.Get(url)).Submit(new() { ["Tekst"] = words });
            Assert.Contains("Gebruik niet meer dan 100 tekens.", found.ShouldBeOk().Main);
        }
        await using var work = await app.Read(town.Sanne);
        Assert.Empty(work.HouseholdsNamed(words).ToList());
    }
}
