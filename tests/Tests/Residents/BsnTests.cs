using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samenkracht.App.Commands;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Keys;
using Samenkracht.Residents.Contract;
using Samenkracht.Residents.Identify;
using Samenkracht.Residents.People;
using Samenkracht.Residents.Safety;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Residents;

public class BsnTests
{
    private const string Number = "999990019";

    [Theory]
    [InlineData("999990019", true)]
    [InlineData("999993653", true)]
    [InlineData("555555021", true)]
    [InlineData("111222333", true)]
    [InlineData("9999.90.019", true)]
    [InlineData(" 999 990 019 ", true)]
    [InlineData("999990018", false)]
    [InlineData("999990091", false)]
    [InlineData("000000000", false)]
    [InlineData("99999001", false)]
    [InlineData("9999900190", false)]
    [InlineData("٩٩٩٩٩٠٠١٩", false)]
    [InlineData(null, false)]
    public void A_number_passes_the_eleven_test_or_is_none(string? text, bool good)
    {
        Assert.Equal(good, Bsn.TryParse(text, out var bsn));
        // Never whole by accident, such as in a log.
        Assert.DoesNotContain("99999001", $"{bsn}", StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task It_is_kept_sealed_and_found_by_its_hash(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        await town.Household();
        await town.Household("man in de Sluisbuurt", Address.Unknown, people: [new NewPerson("Willem Jansen")]);
        var dirk = await Keep(database, "Dirk Vos", Number);
        await Keep(database, "Willem Jansen", "555555021");

        await using var work = await database.Read(Actor.System);
        Assert.Equal(dirk, await work.PersonWithBsn(Parsed(Number)));
        Assert.Null(await work.PersonWithBsn(Parsed("111222333")));
        var person = await work.Query<Person>().SingleAsync(p => p.Id == dirk);
        Assert.Equal("***** 0019", $"{PersonBsn.Read(work, person)}");
        foreach (var kept in (byte[][])[person.Bsn!, person.BsnHash!]) Assert.DoesNotContain(Number, Encoding.Latin1.GetString(kept), StringComparison.Ordinal);
        // Who does not see the person, finds nobody.
        await using var stranger = await database.Read(town.Anouk);
        Assert.Null(await stranger.PersonWithBsn(Parsed(Number)));
    }

    [Theory, BothDatabases]
    public async Task The_same_number_twice_lets_nobody_in(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        await town.Household(people: [new NewPerson("Dirk Vos"), new NewPerson("Mina Blom")]);
        await Keep(database, "Dirk Vos", Number);
        await Keep(database, "Mina Blom", Number);

        await using var work = await database.Read(Actor.System);
        Assert.Null(await work.PersonWithBsn(Parsed(Number)));
        var kept = await work.Query<Person>().ToListAsync();
        Assert.NotEqual(kept[0].Bsn, kept[1].Bsn);
    }

    [Theory, BothDatabases]
    public async Task New_keys_take_over_all_of_it(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        await town.Household();
        var dirk = await Keep(database, "Dirk Vos", Number);
        var (sealedBefore, hashBefore) = await Kept(database, dirk);
        database.Clock.Advance(TimeSpan.FromHours(1));

        // Beside it name and address of the household, and a name.
        Assert.Equal(7, await KeysCommand.Rotate(database.Storage, database.Services.GetServices<IReseal>(), default));

        var (sealedAfter, hashAfter) = await Kept(database, dirk);
        Assert.NotEqual(sealedBefore[..16], sealedAfter[..16]);
        Assert.NotEqual(hashBefore, hashAfter);
        await using var work = await database.Read(Actor.System);
        Assert.Equal(dirk, await work.PersonWithBsn(Parsed(Number)));
    }

    [Fact]
    public async Task Of_someone_in_the_same_household_one_need_not_call_anybody()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household(people: [new NewPerson("Dirk Vos"), new NewPerson("Mina Blom")]);
        var sanne = await app.SignedIn(town.Sanne);
        Task<Page> Of(Page page) => page.Submit(new() { ["Number"] = Number }, button: "Bewaren", form: "form:has([name=Number])");
        await Of(await sanne.Get($"/huishoudens/{id}/mensen/{await PersonOf(app, "Dirk Vos")}/bsn"));

        var refused = await Of(await sanne.Get($"/huishoudens/{id}/mensen/{await PersonOf(app, "Mina Blom")}/bsn"));

        Assert.Contains("Dit BSN staat al bij iemand anders van dit huishouden.", refused.Main);
        Assert.DoesNotContain("Bel ", refused.Main);
    }

    [Fact]
    public async Task It_is_typed_shown_masked_and_every_look_at_the_whole_of_it_is_kept()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        await town.Join(id, town.Hugo, CircleRole.Member, Law.Wgs);
        var person = await PersonOf(app, "Dirk Vos");
        var browser = await app.SignedIn(town.Sanne);
        var url = $"/huishoudens/{id}/mensen/{person}/bsn";
        var form = await (await browser.Get($"/huishoudens/{id}/mensen/{person}")).Follow("Burgerservicenummer");

        var wrong = await form.Submit(new() { ["Number"] = "999990018" }, button: "Bewaren");
        Assert.Contains("Dit is geen BSN. Kijk de negen cijfers na.", wrong.Main);
        var kept = await wrong.Submit(new() { ["Number"] = "9999 90 019" }, button: "Bewaren");
        Assert.Equal(url, kept.Url);
        Assert.Contains("***** 0019", kept.Main);
        Assert.DoesNotContain(Number, kept.Html.Source.Text, StringComparison.Ordinal);
        Assert.Empty(await app.Journal("person.bsn-shown"));
        var whole = await kept.Submit(button: "Toon het hele nummer", form: "form[action*=Show]");
        Assert.Contains(Number, whole.Main);
        Assert.Single(await app.Journal("person.bsn-shown"));
        Assert.Contains(await app.Looks(id), look => look.What == "Het hele burgerservicenummer");
        // Not for who is there for another law, and to a stranger there is no such page.
        foreach (var other in (Actor[])[town.Hugo, town.Anouk]) Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignedIn(other)).Get(url)).Status);
        // An empty field is a slip; to remove it is asked for, and confirmed.
        var empty = await (await browser.Get(url)).Submit(new() { ["Number"] = "" }, button: "Bewaren", form: "form:has([name=Number])");
        Assert.Contains("Vul het BSN in. Weghalen kan met Verwijder.", empty.Main);
        var unsure = await empty.Submit(form: "form[action*=Remove]");
        Assert.Contains("Zet een vinkje als u het zeker weet.", unsure.Main);
        // Said on top of the page, and not in the form above.
        Assert.Null(unsure.Html.QuerySelector("form .sk-errors"));
        Assert.Empty(await app.Journal("person.bsn-removed"));
        Assert.Contains("Er is geen BSN vastgelegd.", (await unsure.Submit(new() { ["Sure"] = "true" }, form: "form[action*=Remove]")).Main);
        Assert.Contains("Er staat hier geen BSN meer.", (await unsure.Submit(new() { ["Sure"] = "true" }, form: "form[action*=Remove]")).Main);
        Assert.Single(await app.Journal("person.bsn-removed"));
        await using var work = await app.Read(Actor.System);
        Assert.Null((await work.Query<Person>().SingleAsync(p => p.Id == person)).Bsn);
    }

    /// <summary>On the first day everyone waits, so that a hit may block; after it only a hit could be the reason.</summary>
    [Theory]
    [InlineData(1, true)]
    [InlineData(24, false)]
    public async Task A_number_that_is_known_elsewhere_names_whom_to_call_and_a_hidden_one_tells_nothing(int hours, bool blocks)
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        await town.Household(by: town.Anouk, people: [new NewPerson("Willem Jansen")]);
        await town.Household("vrouw aan de Haverweg", Address.Unknown, by: town.Anouk, safety: SafetyMark.Shielded, people: [new NewPerson("Mina Blom")]);
        var id = await town.Household("gezin", Address.Unknown);
        await Keep(app, "Willem Jansen", Number);
        await Keep(app, "Mina Blom", "555555021");
        app.Clock.Advance(TimeSpan.FromHours(hours));
        var form = await (await app.SignedIn(town.Sanne)).Get($"/huishoudens/{id}/mensen/{await PersonOf(app, "Dirk Vos")}/bsn");

        var known = await form.Submit(new() { ["Number"] = Number }, button: "Bewaren");
        Assert.Contains("Dit BSN staat al bij iemand anders. Bel Anouk Kuiper", known.Main);
        var hidden = await form.Submit(new() { ["Number"] = "555555021" }, button: "Bewaren");

        Assert.Contains("Het BSN is bewaard.", hidden.Main);
        await using var officer = await app.Read(town[Role.AttentionOfficer]);
        var hold = await officer.Query<ContactHold>().SingleAsync();
        Assert.Equal((id, HoldGround.Bsn, blocks), (hold.Household, hold.Ground, hold.Blocks));
    }

    /// <summary>docs/permissions.md: who may not learn that somebody is involved elsewhere, is told of what they may open themselves.</summary>
    [Theory, BothDatabases]
    public async Task Whom_to_call_about_a_number_elsewhere_is_for_who_may_learn_that_somebody_is_involved(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await Town.Build(app.Storage);
        var other = await town.Household(by: town.Anouk, people: [new NewPerson("Willem Jansen")]);
        var id = await town.Household("gezin", Address.Unknown);
        await Keep(app, "Willem Jansen", Number);
        var url = $"/huishoudens/{id}/mensen/{await PersonOf(app, "Dirk Vos")}/bsn";
        async Task<string> Typed(Role role) =>
            (await (await (await app.SignedIn(town[role])).Get(url)).ShouldBeOk().Submit(new() { ["Number"] = Number }, button: "Bewaren")).Main;
        var told = new Dictionary<Role, bool>();

        foreach (var role in Roles.OfAccounts.Where(r => Permissions.Of(r).Contains(Permission.WorkWithHouseholds)))
        {
            await town.Join(id, town[role]);
            var read = await Typed(role);
            Assert.Contains("Dit BSN staat al bij iemand anders.", read);
            told[role] = read.Contains("Bel Anouk Kuiper", StringComparison.Ordinal);
            Assert.Equal(told[role], read.Contains("Bel ", StringComparison.Ordinal));
        }

        Assert.Equivalent(new Dictionary<Role, bool> { [Role.TeamMember] = true, [Role.TeamLead] = true, [Role.AttentionOfficer] = true, [Role.Partner] = false }, told, strict: true);
        // That it stands somewhere is a look, whoever it is told to.
        Assert.Equal(4, (await app.Looks(other)).Count(look => look.What == "Misschien dezelfde persoon"));
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await town.Join(other, town[Role.Partner]);
        Assert.Contains("Bel Anouk Kuiper", await Typed(Role.Partner));
    }

    private static Bsn Parsed(string number) => Bsn.TryParse(number, out var bsn) ? bsn : throw new ArgumentException("Not a BSN.", nameof(number));

    private static Task<PersonId> Keep(TestDatabase database, string name, string number) => Keep(database.Storage, name, number);

    private static Task<PersonId> Keep(WebApp app, string name, string number) => Keep(app.Storage, name, number);

    private static async Task<PersonId> Keep(Samenkracht.Kernel.Storage.Storage storage, string name, string number)
    {
        await using var work = await storage.Begin(Actor.System);
        var person = (await work.Query<Person>().ToListAsync()).Single(p => p.Name == name);
        PersonBsn.Keep(work, person, Parsed(number));
        await work.Note(work.Because(Samenkracht.Residents.ResidentEvents.BsnKept), person.Id.Value, person.Household);
        await work.Commit();
        return person.Id;
    }

    private static async Task<(byte[] Bsn, byte[] Hash)> Kept(TestDatabase database, PersonId id)
    {
        await using var work = await database.Read(Actor.System);
        var person = await work.Query<Person>().SingleAsync(p => p.Id == id);
        return (person.Bsn!, person.BsnHash!);
    }

    private static async Task<PersonId> PersonOf(WebApp app, string name)
    {
        await using var work = await app.Read(Actor.System);
        return (await work.Query<Person>().ToListAsync()).Single(p => p.Name == name).Id;
    }
}
