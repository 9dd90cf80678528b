using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Accounts;
using Samenkracht.Kernel.Access;
using Samenkracht.Residents;
using Samenkracht.Residents.Beside;
using Samenkracht.Residents.Contract;
using Samenkracht.Support.Show;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Residents;

public class PeoplePageTests
{
    [Fact]
    public async Task Someone_is_added_and_changed_with_a_journal_line()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        var page = await (await app.SignedIn(town.Sanne)).Get($"/huishoudens/{id}/mensen");

        var added = await page.Submit(new() { ["Input.Name"] = "Sem Vos", ["Input.Relation"] = "Child", ["Input.BirthDate"] = "2018-05-03" });
        var form = await added.Follow("Sem Vos");
        var changed = await form.Submit(new() { ["Input.Phone"] = "06 1234 5678" });

        Assert.Contains("Sem Vos Kind 3 mei 2018 06 1234 5678", changed.Main);
        Assert.Single(await app.Journal("person.added"));
        Assert.Single(await app.Journal("person.described"));
    }

    [Fact]
    public async Task When_two_change_a_person_the_second_sees_both_versions()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        var browser = await app.SignedIn(town.Sanne);
        var first = await (await browser.Get($"/huishoudens/{id}/mensen")).Follow("Dirk Vos");
        var second = await browser.Get(first.Url);
        await first.Submit(new() { ["Input.Phone"] = "06 11" });

        var conflict = await second.Submit(new() { ["Input.Phone"] = "06 22" });

        Assert.Contains("Dit staat er nu", conflict.Main);
        Assert.Contains("06 11", conflict.Main);
        Assert.Contains("06 22", conflict.Html.Source.Text);
    }

    /// <summary>The address still names the form that was sent before.</summary>
    [Fact]
    public async Task After_another_form_of_the_page_was_refused_the_first_one_still_keeps_what_is_typed()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        var person = await (await (await app.SignedIn(town.Sanne)).Get($"/huishoudens/{id}/mensen")).Follow("Dirk Vos");
        var refused = await person.Submit(new() { ["Email"] = "iemand@voorbeeld.test" }, form: "form[action*=Link]");
        Assert.Contains("handler=Link", refused.Url);

        await refused.Submit(new() { ["Input.Phone"] = "06 1234 5678" });

        Assert.Contains("06 1234 5678", (await person.Browser.Get($"/huishoudens/{id}/mensen")).Main);
        Assert.Single(await app.Journal("person.described"));
    }

    [Fact]
    public async Task A_resident_gets_an_account_by_its_exact_address_and_a_person_only_one()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        var person = await (await (await app.SignedIn(town.Sanne)).Get($"/huishoudens/{id}/mensen")).Follow("Dirk Vos");

        var unknown = await person.Submit(new() { ["Email"] = "iemand@voorbeeld.test" }, form: "form[action*=Link]");
        Assert.Contains("Met dit e-mailadres kan hier niemand worden gekoppeld.", unknown.Main);
        var linked = await person.Submit(new() { ["Email"] = await EmailOf(app, town[Role.Resident]) }, form: "form[action*=Link]");

        Assert.Contains("Dirk Vos", linked.Main);
        Assert.Single(await app.Journal("person.account-linked"));
        await using var own = await app.Read(town[Role.Resident]);
        Assert.Equal(id, (await own.Households.SingleAsync()).Id);
        var again = await person.Submit(new() { ["Email"] = await EmailOf(app, town[Role.Resident]) }, form: "form[action*=Link]");
        Assert.Contains("Deze persoon heeft al een account.", again.Main);
    }

    [Fact]
    public async Task A_child_under_twelve_gets_no_account()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household(people: [new NewPerson("Sem Vos", Relation.Child, new DateOnly(2018, 5, 3))]);
        var sanne = await app.SignedIn(town.Sanne);
        var person = await (await sanne.Get($"/huishoudens/{id}/mensen")).Follow("Sem Vos");

        Assert.Contains("Inloggen kan vanaf 12 jaar.", person.Main);
        Assert.Null(person.Html.QuerySelector("form[action*=Link]"));
        // Born later than was known when the page was opened.
        var refused = await sanne.Post($"{person.Url}?handler=Link", new() { ["Email"] = "nobody@voorbeeld.nl", ["__RequestVerificationToken"] = await Architecture.Route.Token(sanne) });
        Assert.Equal(["Inloggen kan vanaf 12 jaar."], refused.Errors);
        Assert.Empty(await app.Journal("person.account-linked"));
    }

    [Fact]
    public async Task Anyone_of_the_circle_shields_a_household_and_only_the_attention_officer_lifts_it()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        var resident = await town.Resident(id);
        var page = await (await app.SignedIn(town.Sanne)).Get($"/huishoudens/{id}/gegevens");

        var shielded = await page.Submit(form: "form[action*=Shield]");
        Assert.Contains("Afgeschermd voor veiligheid", shielded.Main);
        Assert.Contains("Hier staat nog niets", (await (await app.SignedIn(resident)).Get("/mijn")).Main);
        var sanne = await (await app.SignedIn(town.Sanne)).Get(page.Url);
        Assert.Null(sanne.Html.QuerySelector("form[action*=Lift]"));
        await (await (await app.SignedIn(town[Role.AttentionOfficer])).Get(page.Url)).Submit(form: "form[action*=Lift]");

        Assert.Single(await app.Journal("household.shielded"));
        Assert.Single(await app.Journal("household.unshielded"));
        await using var own = await app.Read(resident);
        Assert.True(await own.Households.AnyAsync());
    }

    [Theory, BothDatabases]
    public async Task The_mark_of_the_safety_compartment_goes_with_the_last_shielded_thing_and_not_before(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        var (sanne, officer) = (await app.SignedIn(town.Sanne), await app.SignedIn(town[Role.AttentionOfficer]));
        async Task Lift() => (await (await (await officer.Get($"/huishoudens/{id}/mensen")).Follow("Dirk Vos")).Submit(form: "form[action*=Lift]")).ShouldBeOk();
        async Task Shield() => (await (await (await sanne.Get($"/huishoudens/{id}/mensen")).Follow("Dirk Vos")).Submit(form: "form[action*=Shield]")).ShouldBeOk();

        var dirk = await (await sanne.Get($"/huishoudens/{id}/mensen")).Follow("Dirk Vos");
        // Sent twice.
        foreach (var _ in (int[])[1, 2]) (await dirk.Submit(form: "form[action*=Shield]")).ShouldBeOk();
        Assert.Single(await app.Journal("person.shielded"));
        await Lift();
        // Nothing is left that the attention officer is there for.
        (await officer.Get($"/huishoudens/{id}")).ShouldBe(System.Net.HttpStatusCode.NotFound);
        await Shield();
        await town.Ask(id, "Het is thuis niet veilig", safety: SafetyMark.Shielded);
        await Lift();
        (await officer.Get($"/huishoudens/{id}")).ShouldBeOk();
        Assert.Equal(2, (await app.Journal("person.unshielded")).Count);
    }

    [Theory, BothDatabases]
    public async Task Authority_and_an_invitation_of_a_shielded_person_leave_the_timeline_with_them(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await Town.Build(app.Storage);
        var id = await town.Household(people: [new NewPerson("Dirk Vos"), new NewPerson("Sem Vos", Relation.Child, new DateOnly(2018, 5, 3))]);
        await town.Join(id, town.Hugo, CircleRole.Member, Law.Jeugdwet);
        var people = await town.People(id);
        await town.Authority(id, people["Dirk Vos"], people["Sem Vos"]);
        await using (var work = await app.Begin(await town.Resident(id, named: "Dirk Vos")))
        {
            var because = work.Because(ResidentEvents.Invited);
            var asked = Invitation.Ask(id, people["Dirk Vos"], "Tante Jo", BesideKind.Family, Parts.Plan, work.Now.AddDays(30), work.Secrets, because);
            work.Add(asked);
            await work.Note(because, asked.Id.Value, id);
            await work.Commit();
        }
        var (sanne, hugo) = (await app.SignedIn(town.Sanne), await app.SignedIn(town.Hugo));
        string[] lines = [ResidentEvents.AuthorityChecked.Dutch, ResidentEvents.Invited.Dutch];
        foreach (var line in lines) Assert.Contains(line, (await hugo.Get($"/huishoudens/{id}")).Main);

        await (await (await sanne.Get($"/huishoudens/{id}/mensen")).Follow("Dirk Vos")).Submit(form: "form[action*=Shield]");

        foreach (var line in lines)
        {
            Assert.DoesNotContain(line, (await hugo.Get($"/huishoudens/{id}")).Main);
            // She shielded him, so she sees what lies there.
            Assert.Contains(line, (await sanne.Get($"/huishoudens/{id}")).Main);
        }
        await using var copy = await app.Read(town.Sanne);
        Assert.DoesNotContain(await HouseholdTimeline.ReadForCopy(copy, id, town.Sanne.Account, null, 100, default), l => lines.Contains(l.Kind.Dutch));
    }

    private static async Task<string> EmailOf(WebApp app, Actor actor)
    {
        await using var work = await app.Read(Actor.System);
        return (await work.Context.Set<Account>().SingleAsync(a => a.Id == actor.Account!.Value)).Email!;
    }

    [Theory]
    [InlineData("9999-12-31")]
    [InlineData("2026-11-25")]
    [InlineData("0001-01-01")]
    public async Task A_day_on_which_nobody_was_born_is_refused_at_the_field(string day)
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var page = await (await app.SignedIn(town.Sanne)).Get($"/huishoudens/{await town.Household()}/mensen");

        var refused = await page.Submit(new() { ["Input.Name"] = "Sem Vos", ["Input.Relation"] = "Child", ["Input.BirthDate"] = day });

        Assert.Contains("Kijk de geboortedatum na", refused.Main);
        Assert.Empty(await app.Journal("person.added"));
    }

    [Fact]
    public async Task Someone_of_another_household_is_not_unlinked_from_here()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var (here, there) = (await town.Household(), await town.Household("man aan de Haverweg", Address.Unknown));
        await town.Resident(there);
        var browser = await app.SignedIn(town.Sanne);
        var person = (await (await browser.Get($"/huishoudens/{there}/mensen")).Follow("Dirk Vos")).Url.Split('/')[^1];
        var token = (await browser.Get("/account")).Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        (await browser.Post($"/huishoudens/{here}/mensen/{person}?handler=Unlink", new() { ["__RequestVerificationToken"] = token })).ShouldBe(System.Net.HttpStatusCode.NotFound);

        Assert.Empty(await app.Journal("person.account-unlinked"));
    }
}
