using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Accounts;
using Samenkracht.Access.Providers;
using Samenkracht.Access.Sessions;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Residents.Contract;
using Samenkracht.Residents.Identify;
using Samenkracht.Residents.People;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Access.Providers;

/// <summary>A resident comes in with DigiD as the person that their number says, and everything that must not do.</summary>
public partial class BsnSignInTests(ProviderSite at) : IClassFixture<ProviderSite>
{
    private const string Door = "/aanmelden/via/mijn?naar=/mijn";
    private const string Midden = "urn:oasis:names:tc:SAML:2.0:ac:classes:MobileTwoFactorContract";
    private const string Basis = "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport";
    private static int made;

    [Fact]
    public async Task Who_is_known_opens_their_own_door_and_the_number_stays_nowhere()
    {
        var (number, home) = (Number(), await Home("gezin Alfa"));
        await Give(home, number);

        Comes(number);
        var page = await at.Visitor().Get(Door);

        Assert.Equal(("/mijn", "Mijn plan"), (page.ShouldBeOk().Url, page.Heading));
        var account = (await AccountIn(home))!;
        Assert.Equal((Role.Resident, "Dirk Vos", false), (account.Role, account.Name, account.HasAddress));
        Assert.Contains(await at.App.Journal("person.account-linked"), line => line.Household == home && line.Account is null);
        Assert.Empty(await Columns(number));
        Assert.DoesNotContain(number, string.Join(' ', page.Browser.Cookies.GetAllCookies().Select(c => c.Value)), StringComparison.Ordinal);
        await using (var work = await at.App.Read(Actor.System))
        {
            // The token holds the number, and so may the name that the broker has for them.
            Assert.Null((await work.Query<AccountSession>().SingleAsync(s => s.Account == account.Id)).IdToken);
            Assert.False(await work.Context.Set<Microsoft.AspNetCore.Identity.IdentityUserLogin<AccountId>>().AnyAsync(l => l.LoginProvider == at.Digid.Issuer));
        }

        // Again, and by another name of the broker's: the same account.
        Comes(number);
        Assert.Equal("Mijn plan", (await at.Visitor().Get(Door)).Heading);
        Assert.Equal(account.Id, (await AccountIn(home))!.Id);
        // One signs out there too, without a token.
        var farewell = await (await page.Browser.Get("/afmelden")).Submit();
        Assert.Equal($"{at.Digid.Issuer}/end", farewell.Html.QuerySelector("main form")!.GetAttribute("action"));
        Assert.Null(farewell.Html.QuerySelector("input[name=id_token_hint]"));
    }

    [Fact]
    public async Task An_account_that_the_contact_person_linked_before_is_the_one()
    {
        var (number, home) = (Number(), await Home("gezin Bravo"));
        await Give(home, number);
        var resident = await at.Town.Resident(home);

        Comes(number);
        await at.Visitor().Get(Door);

        Assert.Equal(resident.Account, (await AccountIn(home))!.Id);
    }

    [Fact]
    public async Task Whatever_the_reason_is_who_does_not_come_in_reads_the_same()
    {
        var refused = await Refused();
        Comes(Number());
        var expected = Shown(await at.Visitor().Get(Door));
        Assert.Contains("U hebt nog geen plan bij ons", expected);
        var accounts = await Accounts();

        foreach (var (why, claims) in refused)
        {
            Comes(null);
            if (claims.Length > 0) at.Digid.Claims["bsn"] = claims.Length == 1 ? claims[0] : claims;
            var browser = at.Visitor();
            var page = await browser.Get(Door);
            Assert.True(expected == Shown(page), $"{why} reads something else.");
            Assert.StartsWith("/aanmelden", (await browser.Get("/account")).Url);
        }

        Assert.Equal(accounts, await Accounts());
    }

    [Theory]
    [InlineData(Basis)]
    [InlineData("mfa")]
    [InlineData("")]
    public async Task A_password_alone_opens_no_file(string level)
    {
        var (number, home) = (Number(), await Home("gezin Charlie"));
        await Give(home, number);

        Comes(number, level);
        if (level.Length == 0) at.Digid.Claims.Remove("acr");
        var known = await at.Visitor().Get(Door);
        Comes(Number(), level);
        if (level.Length == 0) at.Digid.Claims.Remove("acr");
        var unknown = await at.Visitor().Get(Door);

        Assert.Equal("/aanmelden/mislukt?reden=assurance", known.Url);
        Assert.Contains("sterkere vorm van DigiD", known.Main);
        Assert.Equal(Shown(unknown), Shown(known));
        Assert.Null(await AccountIn(home));
    }

    [Fact]
    public async Task A_number_from_whom_it_was_not_asked_is_not_even_read()
    {
        var (number, home) = (Number(), await Home("gezin Delta"));
        await Give(home, number);
        var (broker, staff) = (ProviderSite.Comes(at.Broker, acr: Midden), ProviderSite.Comes(at.Staff));
        at.Broker.Claims["bsn"] = at.Staff.Claims["bsn"] = number;

        Assert.Contains("Hier staat nog niets", (await at.Visitor().Get("/aanmelden/via/digid?naar=/mijn")).Main);
        await at.Visitor().Get("/aanmelden/via/gemeente");

        Assert.Null(await AccountIn(home));
        Assert.Equal(Role.Resident, (await at.AccountOf(at.Broker, broker))!.Role);
        Assert.Equal(Role.TeamMember, (await at.AccountOf(at.Staff, staff))!.Role);
        Assert.Empty(await Columns(number));
    }

    [Fact]
    public async Task No_claim_makes_a_resident_anything_else_and_nobody_links_a_number_to_another_account()
    {
        var (number, home) = (Number(), await Home("gezin Echo"));
        await Give(home, number);
        Comes(number);
        at.Digid.Claims["groups"] = (string[])["wijkteam", "beheer"];

        var browser = (await at.Visitor().Get(Door)).Browser;

        Assert.Equal(Role.Resident, (await AccountIn(home))!.Role);
        (await browser.Get("/beheer")).ShouldBe(System.Net.HttpStatusCode.Forbidden);
        Assert.DoesNotContain("Aanbieder mijn", (await browser.Get("/account/organisaties")).Main);
    }

    [Fact]
    public void What_a_broker_said_is_written_out_in_no_log()
    {
        var identity = new System.Security.Claims.ClaimsIdentity([new("sub", "999990019"), new("bsn", "999990019"), new(OidcHandler.IdToken, "999990019")]);
        var provider = new ProviderSettings { Key = "mijn", Name = "x", Issuer = "https://x.example", ClientId = "x", ClientSecret = "x", ForResidents = true, Bsn = new("bsn", []) };

        Assert.Equal("the word of mijn", $"{ProviderWord.Of(provider, new(identity), "n")}");
    }

    private void Comes(string? number, string level = Midden)
    {
        ProviderSite.Comes(at.Digid, group: null, acr: level);
        if (number is not null) (at.Digid.Claims["bsn"], at.Digid.Claims["sub"]) = (number, number);
    }

    private async Task<IReadOnlyList<(string Why, string[] Claims)>> Refused()
    {
        var (twice, young, child, hidden, shielded, closed) = (Number(), Number(), Number(), Number(), Number(), Number());
        await Give(await Home("gezin Foxtrot"), twice);
        await Give(await Home("gezin Golf"), twice);
        await Give(await Home("gezin Hotel", new NewPerson("Dirk Vos", BirthDate: Birthday(-12).AddDays(1))), young);
        await Give(await Home("gezin Mike", new NewPerson("Dirk Vos", Relation.Child)), child);
        await Give(await at.Town.Household("huishouden India", Address.Unknown, safety: SafetyMark.Shielded), hidden);
        await Give(await Home("gezin Juliett"), shielded, SafetyMark.Shielded);
        var gone = await Home("gezin Kilo");
        await Give(gone, closed);
        Comes(closed);
        await at.Visitor().Get(Door);
        await using (var work = await at.App.Begin(Actor.System))
        {
            var id = (await AccountIn(gone))!.Id;
            (await work.Query<Account>().FirstAsync(a => a.Id == id)).Close();
            await work.Seal(default);
        }
        return
        [
            ("who is not known", [Number()]), ("what is no number", ["123456789"]), ("who brings no number", []), ("who brings two", [Number(), Number()]),
            ("a number of two people", [twice]), ("a child of eleven", [young]), ("a child of unknown age", [child]), ("who lives in a hidden household", [hidden]), ("who is hidden", [shielded]),
            ("whose account is closed", [closed]),
        ];
    }

    [Fact]
    public async Task On_the_twelfth_birthday_the_own_door_opens()
    {
        var (number, home) = (Number(), await Home("gezin Lima", new NewPerson("Dirk Vos", BirthDate: Birthday(-12))));
        await Give(home, number);

        Comes(number);

        Assert.Equal("/mijn", (await at.Visitor().Get(Door)).Url);
    }

    private DateOnly Birthday(int years) => Samenkracht.Kernel.Time.Amsterdam.Date(at.App.Clock.Now).AddYears(years);

    private Task<HouseholdId> Home(string name, NewPerson? who = null) => at.Town.Household(name, Address.Unknown, people: [who ?? new NewPerson("Dirk Vos")]);

    private async Task Give(HouseholdId home, string number, SafetyMark safety = SafetyMark.None)
    {
        Assert.True(Bsn.TryParse(number, out var bsn));
        await using var work = await at.App.Begin(Actor.System);
        var person = await work.Query<Person>().FirstAsync(p => p.Household == home);
        PersonBsn.Keep(work, person, bsn);
        person.Shield(safety, new Samenkracht.Residents.FindForm(work.Secrets, SafetyMark.None, false));
        await work.Seal(default);
    }

    private async Task<Account?> AccountIn(HouseholdId home)
    {
        await using var work = await at.App.Read(Actor.System);
        var people = work.Query<Person>().Where(p => p.Household == home).Select(p => p.Id);
        var link = await work.Query<ResidentAccount>().FirstOrDefaultAsync(r => people.Contains(r.Person));
        return link is null ? null : await work.Query<Account>().AsNoTracking().FirstAsync(a => a.Id == link.Account);
    }

    private async Task<(int Accounts, int Links)> Accounts()
    {
        await using var work = await at.App.Read(Actor.System);
        return (await work.Query<Account>().CountAsync(), await work.Query<ResidentAccount>().CountAsync());
    }

    // Every column of every table that holds the number as text.
    private async Task<IReadOnlyList<string>> Columns(string number)
    {
        var found = new List<string>();
        await using var work = await at.App.Read(Actor.System);
        var columns = await work.Context.Database.SqlQueryRaw<string>("SELECT m.name || '.' || c.name AS Value FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table'").ToListAsync();
        foreach (var column in columns.Select(c => c.Split('.')))
#pragma warning disable EF1002 // Names from the catalogue.
            if (await work.Context.Database.SqlQueryRaw<int>($"SELECT count(*) AS Value FROM \"{column[0]}\" WHERE CAST(\"{column[1]}\" AS TEXT) LIKE '%{number}%'").SingleAsync() > 0) found.Add(string.Join('.', column));
#pragma warning restore EF1002
        return found;
    }

    // Numbers that pass the eleven test, each for one test.
    private static string Number()
    {
        while (true)
        {
            var first = $"{90000000 + Interlocked.Increment(ref made)}";
            var last = Enumerable.Range(0, 8).Sum(i => (9 - i) * (first[i] - '0')) % 11;
            if (last < 10) return $"{first}{last}";
        }
    }

    private static string Shown(Page page) => Sealed().Replace(page.Html.QuerySelector("main")!.InnerHtml, "");

    [GeneratedRegex("""CfDJ8[A-Za-z0-9_-]+""")]
    private static partial Regex Sealed();
}
