using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Tokens;
using Samenkracht.Access.Accounts;
using Samenkracht.Access.Contract;
using Samenkracht.Kernel.Access;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Access.Providers;

/// <summary>Signing in by another organisation, and everything that must not do.</summary>
public class OidcTests(ProviderSite at) : IClassFixture<ProviderSite>
{
    private const string Start = "/aanmelden/via/gemeente";

    public static TheoryData<string> WrongAnswers => [.. Wrong.Keys];

    private static Dictionary<string, Lies> Wrong { get; } = new()
    {
        ["another issuer"] = new() { Issuer = "https://elders.example" },
        ["another audience"] = new() { Audience = "een-ander-programma" },
        ["another party that it was made for"] = new() { AuthorizedParty = "een-ander-programma" },
        ["another nonce"] = new() { Nonce = "van-een-andere-browser" },
        ["no nonce"] = new() { LeavesNonceOut = true },
        ["expired"] = new() { MadeAt = TimeSpan.FromMinutes(-9), Lives = TimeSpan.FromMinutes(5) },
        ["made long ago"] = new() { MadeAt = TimeSpan.FromHours(-1), Lives = TimeSpan.FromHours(9) },
        ["made later than now"] = new() { MadeAt = TimeSpan.FromMinutes(30) },
        ["not signed"] = new() { Unsigned = true },
        ["signed with the public key as a shared secret"] = new()
        {
            Signs = key => new(new SymmetricSecurityKey(key.Rsa.ExportSubjectPublicKeyInfo()) { KeyId = key.KeyId }, SecurityAlgorithms.HmacSha256),
        },
        ["signed with a key that it never published"] = new() { Signs = _ => new(FakeProvider.NewKey(), SecurityAlgorithms.RsaSha256) },
        ["signed with another key under a known name"] = new()
        {
            Signs = key => new(new RsaSecurityKey(System.Security.Cryptography.RSA.Create(2048)) { KeyId = key.KeyId }, SecurityAlgorithms.RsaSha256),
        },
        ["an answer of another provider (mix-up)"] = new() { IssParameter = "https://elders.example" },
        ["an answer that does not say whose it is"] = new() { LeavesIssOut = true },
    };

    [Fact]
    public async Task Who_works_here_comes_in_by_the_own_organisation_with_the_role_that_it_gives()
    {
        var subject = ProviderSite.Comes(at.Staff);

        var page = await (await at.Visitor().Get("/aanmelden?naar=/account")).Follow("Aanmelden via Aanbieder gemeente");

        Assert.Equal("/account", page.ShouldBeOk().Url);
        Assert.Contains("via een andere organisatie", page.Main);
        var account = await at.AccountOf(at.Staff, subject);
        Assert.Equal((Role.TeamMember, "Nora Vos", true), (account!.Role, account.Name, account.Organisation is not null));
    }

    /// <summary>OpenID Connect Core 5.3: what the ID token lacks is asked, and believed of the same subject alone.</summary>
    [Fact]
    public async Task A_role_that_is_not_in_the_token_is_asked_of_the_provider_and_only_of_the_same_person()
    {
        var subject = ProviderSite.Comes(at.Staff, group: null);
        at.Staff.UserInfo = new() { ["sub"] = "iemand-anders", ["groups"] = new[] { "beheer" } };
        Assert.Equal("/aanmelden/mislukt?reden=answer", (await at.Visitor().Get(Start)).Url);
        Assert.Null(await at.AccountOf(at.Staff, subject));

        at.Staff.UserInfo = new() { ["sub"] = subject, ["groups"] = new[] { "wijkteam" }, ["acr"] = "zwak", ["name"] = "Iemand Anders" };
        Assert.Equal("/", (await at.Visitor().Get(Start)).Url);
        // What the token says itself stands.
        Assert.Equal((Role.TeamMember, "Nora Vos"), (await at.AccountOf(at.Staff, subject) is { } account) ? (account.Role, account.Name) : default);
    }

    /// <summary>ADR 0094: also by what a provider says nobody becomes an attention officer without a second person here.</summary>
    [Fact]
    public async Task A_provider_makes_no_attention_officer_alone()
    {
        var subject = ProviderSite.Comes(at.Staff, group: "veiligheid");
        for (var i = 0; i < 2; i++) Assert.Equal("/", (await at.Visitor().Get(Start)).Url);

        Assert.Equal(Samenkracht.Access.Officers.OfficerRequest.Meanwhile, (await at.AccountOf(at.Staff, subject))!.Role);
        await using var work = await at.App.Read(Actor.System);
        var account = (await at.AccountOf(at.Staff, subject))!.Id;
        Assert.Equal(1, await work.Query<Samenkracht.Access.Officers.OfficerRequest>().CountAsync(r => r.Account == account));
    }

    /// <summary>OpenID Connect Back-Channel Logout 1.0: the provider ends a sign-in here, once, by what only it can have signed.</summary>
    [Fact]
    public async Task Who_signs_out_there_is_signed_out_here_and_nobody_else_can_say_so()
    {
        var subject = ProviderSite.Comes(at.Staff);
        at.Staff.Claims["sid"] = $"zitting-{subject}";
        var (browser, other) = (at.Visitor(), at.Visitor());
        (await browser.Get($"{Start}?naar=/account")).ShouldBeOk();
        at.Staff.Claims["sid"] = $"elders-{subject}";
        await other.Get(Start);
        Dictionary<string, object> Said(string? without = null, params (string, object)[] more)
        {
            Dictionary<string, object> said = new()
            {
                ["sub"] = subject,
                ["sid"] = $"zitting-{subject}",
                ["jti"] = Guid.NewGuid().ToString("N"),
                ["events"] = new Dictionary<string, object> { ["http://schemas.openid.net/event/backchannel-logout"] = new Dictionary<string, object>() },
            };
            foreach (var name in (without ?? "").Split(' ')) said.Remove(name);
            foreach (var (name, value) in more) said[name] = value;
            return said;
        }
        var looked = await at.Visitor().Get("/aanmelden/via/gemeente/uitgelogd");
        Assert.Equal((HttpStatusCode.MethodNotAllowed, "POST"), (looked.Status, Assert.Single(looked.Response.Content.Headers.Allow)));
        async Task<int> Tells(string token) => (int)(await at.Visitor().Post("/aanmelden/via/gemeente/uitgelogd", new() { ["logout_token"] = token })).Status;

        foreach (var wrong in (Dictionary<string, object>[])[Said("events"), Said("jti"), Said("sub sid"), Said(null, ("nonce", "x")), Said(null, ("events", "afgemeld"))])
            Assert.Equal(400, await Tells(at.Staff.LogoutToken(wrong)));
        Assert.Equal(400, await Tells(at.Staff.LogoutToken(Said(), FakeProvider.NewKey())));
        Assert.Equal(400, await Tells(at.Broker.LogoutToken(Said())));
        Assert.Equal(400, await Tells("x.y.z"));
        // Once it was right.
        Assert.Equal(400, await Tells(at.Staff.LogoutToken(Said(), ago: TimeSpan.FromHours(1))));
        Assert.Equal("/account", (await browser.Get("/account")).ShouldBeOk().Url);

        var token = at.Staff.LogoutToken(Said());
        Assert.Equal(200, await Tells(token));
        Assert.StartsWith("/aanmelden", (await browser.Get("/account")).Url);
        // The other sign-in of the same person there goes on; the same word does nothing twice.
        (await other.Get("/account")).ShouldBeOk();
        Assert.Equal(400, await Tells(token));
        Assert.Equal(200, await Tells(at.Staff.LogoutToken(Said("sid"))));
        Assert.StartsWith("/aanmelden", (await other.Get("/account")).Url);
    }

    [Theory, MemberData(nameof(WrongAnswers))]
    public async Task An_answer_that_is_not_right_in_everything_opens_nothing(string how)
    {
        var subject = ProviderSite.Comes(at.Staff);
        at.Staff.Lies = Wrong[how];
        var browser = at.Visitor();
        var asked = at.Staff.TokensAsked;

        var page = await browser.Get(Start);

        Assert.Equal("/aanmelden/mislukt?reden=answer", page.Url);
        Assert.StartsWith("/aanmelden", (await browser.Get("/account")).Url);
        Assert.Null(await at.AccountOf(at.Staff, subject));
        // Of the wrong provider's code not even a question is asked.
        if (Wrong[how].IssParameter is not null || Wrong[how].LeavesIssOut) Assert.Equal(asked, at.Staff.TokensAsked);
    }

    [Fact]
    public async Task An_answer_opens_the_door_once_and_in_the_browser_that_asked()
    {
        ProviderSite.Comes(at.Staff);
        var (owner, thief) = (at.Visitor(), at.Visitor());
        owner.StopsBefore = "/aanmelden/via/gemeente/terug";
        var answer = (await owner.Get(Start)).Response.Headers.Location!.PathAndQuery;
        owner.StopsBefore = null;

        Assert.Equal("/aanmelden/mislukt?reden=answer", (await thief.Get(answer)).Url);
        var cookies = owner.Cookies.GetAllCookies();
        Assert.Equal("/", (await owner.Get(answer)).Url);

        // The same address again, and with every cookie of before put back.
        Assert.Equal("/aanmelden/mislukt?reden=answer", (await owner.Get(answer)).Url);
        var copy = at.Visitor();
        copy.Cookies.Add(cookies);
        Assert.Equal("/aanmelden/mislukt?reden=answer", (await copy.Get(answer)).Url);
        Assert.StartsWith("/aanmelden", (await copy.Get("/account")).Url);
    }

    /// <summary>RFC 7636: a code that was caught is worth nothing in another sign-in, whose own state and cookies are right.</summary>
    [Fact]
    public async Task A_code_that_somebody_else_got_opens_nothing()
    {
        ProviderSite.Comes(at.Staff);
        var (owner, thief) = (at.Visitor(), at.Visitor());
        owner.StopsBefore = thief.StopsBefore = "/aanmelden/via/gemeente/terug";
        var (caught, own) = ((await owner.Get(Start)).Response.Headers.Location!, (await thief.Get(Start)).Response.Headers.Location!);
        thief.StopsBefore = null;
        var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(own.Query);
        query["code"] = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(caught.Query)["code"];
        var asked = at.Staff.TokensAsked;

        Assert.Equal("/aanmelden/mislukt?reden=answer", (await thief.Get(Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString(own.AbsolutePath, query))).Url);

        Assert.Equal(asked + 1, at.Staff.TokensAsked);
        Assert.StartsWith("/aanmelden", (await thief.Get("/account")).Url);
    }

    [Fact]
    public async Task A_state_that_was_made_for_one_provider_is_none_for_another()
    {
        ProviderSite.Comes(at.Staff);
        var browser = at.Visitor();
        browser.StopsBefore = "/aanmelden/via/gemeente/terug";
        var answer = (await browser.Get(Start)).Response.Headers.Location!;
        browser.StopsBefore = null;
        var (asked, issuer) = (at.Broker.TokensAsked, Uri.EscapeDataString(at.Broker.Issuer));

        var elsewhere = answer.PathAndQuery.Replace("/gemeente/", "/digid/", StringComparison.Ordinal).Replace(Uri.EscapeDataString(at.Staff.Issuer), issuer, StringComparison.Ordinal);
        Assert.Contains(issuer, elsewhere);
        Assert.Equal("/aanmelden/mislukt?reden=answer", (await browser.Get(elsewhere)).Url);

        Assert.Equal(asked, at.Broker.TokensAsked);
    }

    [Fact]
    public async Task A_new_key_of_the_provider_is_fetched_when_it_signs_with_it()
    {
        ProviderSite.Comes(at.Staff);
        await at.Visitor().Get(Start);
        at.App.Clock.Advance(TimeSpan.FromMinutes(2));
        at.Staff.Key = FakeProvider.NewKey();

        Assert.Equal("/", (await at.Visitor().Get(Start)).Url);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("een-andere-groep")]
    public async Task Who_has_no_role_at_the_organisation_has_none_here(string? group)
    {
        var subject = ProviderSite.Comes(at.Staff, group);

        var page = await at.Visitor().Get(Start);

        Assert.Equal("U hebt hier geen toegang", page.ShouldBeOk().Heading);
        Assert.Null(await at.AccountOf(at.Staff, subject));
    }

    [Fact]
    public async Task Another_role_at_the_organisation_is_another_role_here_from_the_next_sign_in()
    {
        var subject = ProviderSite.Comes(at.Staff);
        await at.Visitor().Get(Start);

        ProviderSite.Comes(at.Staff, "beheer", sub: subject);
        await at.Visitor().Get(Start);

        Assert.Equal(Role.Administrator, (await at.AccountOf(at.Staff, subject))!.Role);
    }

    /// <summary>Who works for the police, or for a creditor, is in no circle and assesses no signal, whatever the settings of a provider say.</summary>
    [Fact]
    public async Task A_role_that_does_not_fit_the_organisation_is_none()
    {
        var subject = ProviderSite.Comes(at.Staff, "beheer");
        var browser = at.Visitor();
        await browser.Get(Start);
        var account = (await at.AccountOf(at.Staff, subject))!;
        var police = await at.Town.Found("Politie Waterveen", OrganisationKind.Police);
        await using (var work = await at.App.Begin(Actor.System))
        {
            (await work.Query<Account>().SingleAsync(a => a.Id == account.Id)).Describe(new NewAccount(account.Email!, account.Name, account.Role, "", police));
            await work.Seal(default);
        }

        ProviderSite.Comes(at.Staff, "wijkteam", sub: subject);
        Assert.Equal("/aanmelden/mislukt?reden=role", (await at.Visitor().Get(Start)).Url);

        Assert.Equal(Role.Administrator, (await at.AccountOf(at.Staff, subject))!.Role);
        Assert.StartsWith("/aanmelden", (await browser.Get("/account")).Url);
    }

    [Theory]
    [InlineData(OrganisationKind.Police, Role.TeamMember, false)]
    [InlineData(OrganisationKind.Enforcement, Role.Partner, false)]
    [InlineData(OrganisationKind.Creditor, Role.Volunteer, false)]
    [InlineData(OrganisationKind.Creditor, Role.Creditor, true)]
    [InlineData(OrganisationKind.HealthCare, Role.AttentionOfficer, false)]
    [InlineData(OrganisationKind.Welfare, Role.AttentionOfficer, true)]
    [InlineData(OrganisationKind.HealthCare, Role.Partner, true)]
    public void An_organisation_has_the_roles_that_fit_it(OrganisationKind kind, Role role, bool fits) => Assert.Equal(fits, kind.Fits(role));

    [Fact]
    public async Task Whom_the_organisation_gives_no_role_any_more_is_out_on_every_device()
    {
        var subject = ProviderSite.Comes(at.Staff);
        var browser = at.Visitor();
        await browser.Get(Start);
        Assert.Equal("/account", (await browser.Get("/account")).ShouldBeOk().Url);

        ProviderSite.Comes(at.Staff, group: null, sub: subject);
        Assert.Equal("/aanmelden/mislukt?reden=role", (await at.Visitor().Get(Start)).Url);

        Assert.StartsWith("/aanmelden", (await browser.Get("/account")).Url);
    }

    /// <summary>Nothing shows that they are its owner, and it would go on opening after the organisation closed the door.</summary>
    [Fact]
    public async Task Who_comes_by_an_organisation_alone_makes_no_key_of_the_house_and_comes_in_by_none()
    {
        const string keys = "/account/toegangssleutels";
        var subject = ProviderSite.Comes(at.Staff);
        var browser = at.Visitor();
        await browser.Get(Start);

        var page = (await browser.Get(keys)).ShouldBeOk();
        Assert.Contains("U meldt zich aan via uw organisatie", page.Main);
        Assert.Null(page.Html.QuerySelector("form[data-passkey]"));
        var token = (await browser.Get("/account")).Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.Post($"{keys}?handler=Options", new() { ["__RequestVerificationToken"] = token })).Status);
        Assert.NotEmpty((await browser.Post($"{keys}?handler=Add", new() { ["__RequestVerificationToken"] = token, ["Name"] = "telefoon", ["Credential"] = "{}" })).Errors);
        // One that was made before, or planted, lets nobody in, and is no reason to let go of the organisation.
        var key = new SoftKey { Origin = "https://localhost" };
        var account = (await at.AccountOf(at.Staff, subject))!.Id;
        await Link(account, linked: false);
        var added = await browser.Get(keys);
        Assert.Empty((await added.Submit(new() { ["Name"] = "telefoon", ["Credential"] = key.Create(await Options(added)) }, form: "form[data-passkey]")).ShouldBeOk().Errors);
        Assert.Equal("/account", (await ByKey(key)).Url);
        await Link(account, linked: true);
        Assert.NotEmpty((await ByKey(key)).Errors);
        Assert.NotEmpty((await (await browser.Get("/account/organisaties")).Submit(button: "Maak Aanbieder gemeente los")).Errors);

        async Task<Page> ByKey(SoftKey shown)
        {
            var form = await at.Visitor().Get("/aanmelden?naar=/account");
            return await form.Submit(new() { ["Credential"] = shown.Get(await Options(form)) }, form: "form[data-passkey]");
        }

        // For this test an account without any way in of its own.
        async Task Link(Samenkracht.Kernel.AccountId id, bool linked)
        {
            await using var work = await at.App.Begin(Actor.System);
            var logins = work.Context.Set<Microsoft.AspNetCore.Identity.IdentityUserLogin<Samenkracht.Kernel.AccountId>>();
            if (linked) logins.Add(new() { UserId = id, LoginProvider = at.Staff.Issuer, ProviderKey = subject, ProviderDisplayName = "Aanbieder gemeente" });
            else logins.Remove(await logins.SingleAsync(l => l.UserId == id));
            await work.Seal(default);
        }
    }

    private static async Task<string> Options(Page page)
    {
        var form = page.Html.QuerySelector("form[data-passkey]")!;
        var answer = await page.Browser.Post(form.GetAttribute("data-options")!, new() { ["__RequestVerificationToken"] = form.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")! });
        return await answer.ShouldBeOk().Response.Content.ReadAsStringAsync();
    }

    [Fact]
    public async Task An_email_address_alone_links_nobody_to_an_account_and_its_owner_can()
    {
        const string email = "lena@voorbeeld.test";
        var town = at.Town;
        await using (var work = await at.App.Begin(Actor.System))
        {
            var hers = await work.Query<Account>().FirstAsync(a => a.Id == town.Sanne.Account);
            hers.Describe(new NewAccount(email, hers.Name, hers.Role, "", hers.Organisation, hers.Team));
            // Only a way in besides lets her unlink.
            hers.PasswordHash = "none that opens";
            await work.Seal(default);
        }
        var subject = ProviderSite.Comes(at.Staff, email: email);
        var refused = await at.Visitor().Get(Start);
        Assert.Equal("/aanmelden/mislukt?reden=known", refused.Url);

        var sanne = await at.App.SignedIn(town.Sanne, at.Visitor());
        var going = await (await sanne.Get("/account/organisaties")).Submit(button: "Koppel Aanbieder gemeente");
        var linked = await going.Follow("Ga naar Aanbieder gemeente");

        Assert.Equal("/account/organisaties", linked.ShouldBeOk().Url);
        // Told in another sign-in, and not in this one (ASVS 2.5.5); so is unlinking, at the end.
        Assert.DoesNotContain("gekoppeld", (await sanne.Get("/")).Main);
        Assert.Contains("Aanmelden via een organisatie gekoppeld", (await (await at.App.SignedIn(town.Sanne)).Get("/")).Main);
        Assert.Equal(town.Sanne.Account, (await at.AccountOf(at.Staff, subject))!.Id);
        Assert.Equal("/", (await at.Visitor().Get(Start)).Url);
        // Nobody else can take it over, and made-up links link nothing.
        Assert.Equal("/aanmelden/mislukt?reden=answer", (await at.Visitor().Get($"{Start}?koppel=verzonnen")).Url);
        (await (await sanne.Get("/account/organisaties")).Submit(button: "Maak Aanbieder gemeente los")).ShouldBeOk();
        Assert.Contains("Aanmelden via een organisatie losgemaakt", (await (await at.App.SignedIn(town.Sanne)).Get("/")).Main);
    }

    [Fact]
    public async Task Without_two_factors_at_the_organisation_the_local_app_is_asked()
    {
        ProviderSite.Comes(at.Staff, acr: "1");
        var link = await at.Visitor().Get(Start);
        Assert.Equal("/aanmelden/code-app", link.Url);
        Assert.StartsWith("/aanmelden", (await link.Browser.Get("/account")).Url);
        var key = PhoneApp.KeyOn(link);
        (await link.Submit(new() { ["Code"] = PhoneApp.CodeOf(key) })).ShouldBeOk();
        (await link.Browser.Get("/account")).ShouldBeOk();

        var again = await at.Visitor().Get($"{Start}?naar=/account");
        Assert.Equal("Nog één stap", again.Heading);
        Assert.Equal("/account", (await again.Submit(new() { ["Code"] = PhoneApp.CodeOf(key, steps: 1) })).Url);
    }

    [Fact]
    public async Task A_broker_of_residents_makes_residents_only_whatever_it_claims()
    {
        var subject = ProviderSite.Comes(at.Broker, "beheer");
        at.Broker.Claims.Remove("email");
        await at.Visitor().Get("/aanmelden/via/digid");
        Assert.Equal(Role.Resident, (await at.AccountOf(at.Broker, subject))!.Role);

        await using (var work = await at.App.Begin(Actor.System))
        {
            var account = await work.Query<Account>().FirstAsync(a => a.Id == at.AccountOf(at.Broker, subject).Result!.Id);
            var employer = await work.Organisations.Select(o => o.Id).FirstAsync();
            account.Describe(new NewAccount(account.Email!, account.Name, Role.Administrator, "", employer));
            await work.Seal(default);
        }
        Assert.Equal("/aanmelden/mislukt?reden=role", (await at.Visitor().Get("/aanmelden/via/digid")).Url);
    }

    [Fact]
    public async Task A_closed_account_stays_closed()
    {
        var subject = ProviderSite.Comes(at.Staff);
        await at.Visitor().Get(Start);
        await using (var work = await at.App.Begin(Actor.System))
        {
            var id = (await at.AccountOf(at.Staff, subject))!.Id;
            (await work.Query<Account>().FirstAsync(a => a.Id == id)).Close();
            await work.Seal(default);
        }

        Assert.Equal("/aanmelden/mislukt?reden=closed", (await at.Visitor().Get(Start)).Url);
    }

    [Fact]
    public async Task The_way_back_leads_to_our_own_pages_only()
    {
        ProviderSite.Comes(at.Staff);

        Assert.Equal("/", (await at.Visitor().Get($"{Start}?naar=https://elders.example/account")).Url);
        Assert.Equal("/", (await at.Visitor().Get($"{Start}?naar=//elders.example")).Url);
    }

    [Fact]
    public async Task Signing_out_offers_to_sign_out_there_too_and_keeps_the_token_out_of_the_address()
    {
        ProviderSite.Comes(at.Staff);
        var browser = (await at.Visitor().Get(Start)).Browser;

        var page = await (await browser.Get("/afmelden")).Submit();

        var form = page.Html.QuerySelector("main form")!;
        Assert.Equal($"{at.Staff.Issuer}/end", form.GetAttribute("action"));
        Assert.Equal(3, form.QuerySelector("input[name=id_token_hint]")!.GetAttribute("value")!.Split('.').Length);
        Assert.Equal("https://localhost/afgemeld", form.QuerySelector("input[name=post_logout_redirect_uri]")!.GetAttribute("value"));
        Assert.Contains($"form-action 'self' {at.Staff.Issuer};", page.Response.Headers.GetValues("Content-Security-Policy").Single());
        Assert.StartsWith("/aanmelden", (await browser.Get("/account")).Url);
        (await browser.Get("/afgemeld")).ShouldBeOk();
    }
}
