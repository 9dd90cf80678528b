using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel.Access;
using Samenkracht.Residents.Circles;
using Samenkracht.Residents.Contract;
using Samenkracht.Residents.People;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Residents;

/// <summary>Violence, stalking, custody: only the attention officer and who was named sees it, and for anyone else there is not even a gap.</summary>
public class SafetyCompartmentTests
{
    [Theory, BothDatabases]
    public async Task A_shielded_household_is_gone_for_members_who_were_not_named(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        var id = await town.Household(safety: SafetyMark.Shielded);
        var anouk = await town.Join(id, town.Anouk);
        await town.Ask(id, "gewoon");

        await using (var before = await database.Read(town.Anouk))
        {
            Assert.False(await before.Households.AnyAsync());
            Assert.False(await before.People.AnyAsync());
            Assert.Equal(0, await before.HouseholdsNamed("Molenpad").CountAsync());
            Assert.Empty(await before.Circle(id));
            Assert.Empty(await before.LawsIn(id));
        }
        await town.Name(anouk);

        await using var after = await database.Read(town.Anouk);
        Assert.True(await after.Households.AnyAsync(h => h.Id == id));
        Assert.Equal(1, await after.HouseholdsNamed("Molenpad").CountAsync());
    }

    [Theory, BothDatabases]
    public async Task A_shielded_person_is_there_for_who_was_named_only(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        var id = await town.Household(people: [new NewPerson("Dirk Vos"), new NewPerson("Mina Blom")]);
        await town.Join(id, town.Anouk);
        var resident = await town.Resident(id, named: "Dirk Vos");
        await using (var work = await database.Begin(town.Sanne))
        {
            (await work.Query<Person>().ToListAsync()).Single(p => p.Name == "Mina Blom").Shield(SafetyMark.Shielded, new Samenkracht.Residents.FindForm(work.Secrets, SafetyMark.None, false));
            await Households.KeepSafetyItems(work, id);
            await work.Note(work.Because(Samenkracht.Residents.ResidentEvents.PersonShielded), id.Value, id);
            await work.Commit();
        }

        Assert.Equal(["Dirk Vos", "Mina Blom"], await People(database, town.Sanne));
        Assert.Equal(["Dirk Vos", "Mina Blom"], await People(database, town[Role.AttentionOfficer]));
        Assert.Equal(["Dirk Vos"], await People(database, town.Anouk));
        Assert.Equal(["Dirk Vos"], await People(database, resident));
        await using var searcher = await database.Read(town[Role.TeamMember]);
        Assert.Empty(await searcher.Involvement("Mina Blom"));
        Assert.NotEmpty(await searcher.Involvement("Dirk Vos"));
        Assert.Empty(await searcher.PossibleDuplicates(Address.Unknown, ["Mina Blom"]));
    }

    [Theory, BothDatabases]
    public async Task Only_a_professional_of_the_circle_can_be_named(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        var id = await town.Household();
        var volunteer = await town.Join(id, town[Role.Volunteer], CircleRole.Volunteer);

        await using var work = await database.Begin(Actor.System);
        var member = await work.Query<CircleMember>().SingleAsync(m => m.Id == volunteer);
        Assert.Throws<InvalidOperationException>(() => member.SeeSafety(true));
    }

    [Fact]
    public async Task Shielding_keeps_it_for_who_is_chosen_and_the_attention_officer_names_others()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        var anouk = await town.Join(id, town.Anouk);
        await town.Join(id, town.Hugo);
        var sanne = await app.SignedIn(town.Sanne);
        var colleague = await app.SignedIn(town.Anouk);
        var officer = await app.SignedIn(town[Role.AttentionOfficer]);

        (await (await sanne.Get($"/huishoudens/{id}/gegevens")).Submit(button: "Afschermen voor veiligheid", form: "form[action*=Shield]")).ShouldBeOk();

        Assert.Contains("Afgeschermd voor veiligheid", (await sanne.Get($"/huishoudens/{id}")).ShouldBeOk().Main);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await colleague.Get($"/huishoudens/{id}")).Status);
        Assert.DoesNotContain("Molenpad", (await colleague.Get("/huishoudens")).Main);

        // Who is named sees it; who is in the circle and was not named cannot name, not even with a form made by hand.
        var circle = (await officer.Get($"/huishoudens/{id}/kring")).ShouldBeOk();
        var token = circle.Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var byHand = await sanne.Get($"/huishoudens/{id}/kring");
        var own = byHand.Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        Assert.Equal(System.Net.HttpStatusCode.NotFound,
            (await sanne.Post($"/huishoudens/{id}/kring?handler=Name", new() { ["member"] = anouk.ToString(), ["sees"] = "true", ["__RequestVerificationToken"] = own })).Status);
        (await officer.Post($"/huishoudens/{id}/kring?handler=Name", new() { ["member"] = anouk.ToString(), ["sees"] = "true", ["__RequestVerificationToken"] = token })).ShouldBeOk();

        (await colleague.Get($"/huishoudens/{id}")).ShouldBeOk();
        Assert.Equal(anouk.Value, Assert.Single(await app.Journal("circle.named-for-safety")).Subject);
    }

    [Fact]
    public async Task Log_lines_about_safety_are_left_out_for_who_was_not_named()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        await town.Join(id, town.Anouk);
        await town.Ask(id, "Het is thuis niet veilig", safety: SafetyMark.Shielded);
        var officer = await app.SignedIn(town[Role.AttentionOfficer]);
        (await officer.Get($"/huishoudens/{id}")).ShouldBeOk();
        await (await officer.Get($"/huishoudens/{id}/mensen")).Submit(new() { ["Input.Name"] = "Sem Vos", ["Input.Relation"] = "Child" });

        var named = await app.SignedIn(town.Sanne);
        var colleague = await app.SignedIn(town.Anouk);
        Assert.Contains("Aandachtsfunctionaris", (await named.Get($"/huishoudens/{id}/inzage")).Main);
        Assert.DoesNotContain("Aandachtsfunctionaris", (await colleague.Get($"/huishoudens/{id}/inzage")).Main);
        Assert.Contains("AttentionOfficer", (await named.Get($"/huishoudens/{id}")).Main);
        Assert.DoesNotContain("AttentionOfficer", (await colleague.Get($"/huishoudens/{id}")).Main);
    }

    [Fact]
    public async Task A_person_says_when_it_is_safe_to_call_and_that_post_is_not()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        var browser = await app.SignedIn(town.Sanne);
        var people = (await browser.Get($"/huishoudens/{id}/mensen")).ShouldBeOk();

        var wrong = await people.Submit(new() { ["Input.Name"] = "Mina Blom", ["Input.Relation"] = "Partner", ["Input.CallFrom"] = "12:00", ["Input.CallUntil"] = "12:00" });
        Assert.Contains("Dit is twee keer dezelfde tijd.", wrong.Main);
        Assert.Equal("Mina Blom", wrong.Html.QuerySelector("main input[name='Input.Name']")!.GetAttribute("value"));
        await wrong.Submit(new() { ["Input.CallFrom"] = "09:00", ["Input.CallUntil"] = "12:00", ["Input.NoPost"] = "true" });

        Assert.Contains("alleen bellen van 9.00 tot 12.00 uur · geen post", (await browser.Get($"/huishoudens/{id}")).Main);
        await (await browser.Get($"/huishoudens/{id}/mensen")).Submit(new() { ["Input.Name"] = "Nina Bos", ["Input.Relation"] = "Housemate", ["Input.CallFrom"] = "22:00", ["Input.CallUntil"] = "06:00" });
        Assert.Contains("alleen bellen van 22.00 tot 6.00 uur", (await browser.Get($"/huishoudens/{id}")).Main);
        await using var work = await app.Read(town.Sanne);
        // Over midnight.
        var nina = (await work.People.ToListAsync()).Single(p => p.Name == "Nina Bos");
        Assert.Equal([false, true, true, true, false, false], ((int[])[21, 22, 23, 5, 6, 12]).Select(hour => nina.MayCallAt(new TimeOnly(hour, 0))));
        var mina = (await work.People.ToListAsync()).Single(p => p.Name == "Mina Blom");
        Assert.False(mina.MayCallAt(new TimeOnly(8, 59)));
        Assert.True(mina.MayCallAt(new TimeOnly(9, 0)));
        Assert.False(mina.MayCallAt(new TimeOnly(12, 0)));
    }

    [Fact]
    public async Task A_secret_address_shows_on_the_page_where_the_circle_looks_it_up_and_nowhere_else()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household("gezin met een hond");
        await town.Join(id, town[Role.Supporter], CircleRole.Supporter);
        var resident = await town.Resident(id);
        var browser = await app.SignedIn(town.Sanne);
        var form = (await browser.Get($"/huishoudens/{id}/gegevens")).ShouldBeOk();
        await form.Submit(new() { ["Input.Secrecy"] = "true" }, button: "Bewaren");

        foreach (var url in (string[])["/huishoudens", $"/huishoudens/{id}", $"/huishoudens/{id}/mensen"])
        {
            var page = (await browser.Get(url)).ShouldBeOk();
            Assert.Contains("geheim adres", page.Main);
            Assert.DoesNotContain("Molenpad", page.Main);
        }
        Assert.Contains("Molenpad", (await browser.Get($"/huishoudens/{id}/gegevens")).Html.QuerySelector("input[name='Input.Street']")!.GetAttribute("value"));
        Assert.DoesNotContain("Molenpad", (await (await app.SignedIn(town[Role.Supporter])).Get($"/mijn?household={id}")).Main);
        Assert.DoesNotContain("Molenpad", (await (await app.SignedIn(resident)).Get("/mijn")).ShouldBeOk().Main);
        var export = await (await browser.Get("/huishoudens")).Submit(new(), button: "Export (CSV)");
        Assert.DoesNotContain("Molenpad", export.Html.Source.Text);
        await using var colleague = await app.Read(town.Anouk);
        Assert.Empty(await colleague.Involvement("Molenpad 3"));
        Assert.Empty(await colleague.Involvement("Dirk Vos"));
        Assert.Empty(await colleague.PossibleDuplicates(new Address("Molenpad", "3", "1234 AB", null, null), ["Dirk Vos"]));
        await using var own = await app.Read(town.Sanne);
        Assert.Equal(0, await own.HouseholdsNamed("Molenpad").CountAsync());
    }

    private static async Task<IReadOnlyList<string>> People(TestDatabase database, Actor actor)
    {
        await using var work = await database.Read(actor);
        return [.. (await work.People.Select(p => p.Name).ToListAsync()).Order()];
    }
}
