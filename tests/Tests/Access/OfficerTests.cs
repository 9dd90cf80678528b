using System.Net;
using Samenkracht.Access.Contract;
using Samenkracht.Access.Officers;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Tests.Architecture;
using Samenkracht.Tests.TestData;
using Account = Samenkracht.Access.Accounts.Account;

namespace Samenkracht.Tests.Access;

/// <summary>Who opens the safety compartment is made an attention officer by two people (ADR 0094).</summary>
public class OfficerTests
{
    private static readonly JournalKind Kind = new("test.officer", "Aandachtsfunctionaris", Purpose.Administration);

    [Theory, BothDatabases]
    public async Task An_administrator_makes_no_attention_officer_alone(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await Town.Build(app.Storage);
        var (administrator, officer, privacy) = (await app.SignedIn(town[Role.Administrator]), await app.SignedIn(town[Role.AttentionOfficer]), await app.SignedIn(town[Role.PrivacyOfficer]));
        var anouk = await app.SignedIn(town.Anouk);
        var account = $"/beheer/accounts/{town.Anouk.Account}";

        // Where an officer serves, that one decides.
        var asked = await (await administrator.Get(account)).Submit(new() { ["Input.Role"] = "AttentionOfficer" }, form: "form[action*=Save]");
        Assert.Contains("Wacht op bevestiging", asked.ShouldBeOk().Main);
        (await anouk.Get("/veiligheid")).ShouldBe(HttpStatusCode.Forbidden);
        Assert.Contains("Wacht op bevestiging", (await anouk.Get("/account")).Main);
        (await administrator.Get("/aandachtsfunctionarissen")).ShouldBe(HttpStatusCode.Forbidden);
        Assert.Contains("de aandachtsfunctionaris die daar al werkt", (await privacy.Get("/aandachtsfunctionarissen")).ShouldBeOk().Main);
        Assert.Contains("Anouk Kuiper", (await officer.Get("/")).Main);
        // Who says yes knows for what kind of organisation.
        var kind = await (await administrator.Get($"/beheer/organisaties/{town.WijkteamOrganisation}")).Submit(new() { ["Kind"] = "Municipality" });
        Assert.Contains(kind.Errors, e => e.Contains("Hier wacht iemand op bevestiging", StringComparison.Ordinal));
        var form = await officer.Get("/aandachtsfunctionarissen");
        var refused = await privacy.Post("/aandachtsfunctionarissen?handler=Confirm", new()
        {
            ["Asked"] = form.Html.QuerySelector("input[name=Asked]")!.GetAttribute("value")!,
            ["__RequestVerificationToken"] = await Route.Token(privacy),
        });
        Assert.Contains(refused.Errors, e => e.Contains("al werkt", StringComparison.Ordinal));
        // Another change of the account leaves the question; then the second person says yes.
        await asked.Submit(new() { ["Input.Function"] = "jeugd" }, form: "form[action*=Save]");
        await form.Submit(form: "form[action*=Confirm]");
        (await anouk.Get("/veiligheid")).ShouldBeOk();
        Assert.Equal(town[Role.Administrator].Account, Assert.Single(await app.Journal("access.officer-asked")).Account);
        Assert.Equal(town[Role.AttentionOfficer].Account, Assert.Single(await app.Journal("access.officer-confirmed")).Account);

        // Whoever gives a new way into the account, gives the compartment: that waits again.
        var reset = await (await administrator.Get(account)).Submit(form: "form[action*=Password]");
        Assert.NotEmpty(reset.Text("main code"));
        Assert.Contains("Wacht op bevestiging", reset.Main);
        Assert.Equal(2, (await app.Journal("access.officer-asked")).Count);
        // As long as the given password stands, who gave it would come in too.
        var early = await officer.Get("/aandachtsfunctionarissen");
        Assert.Contains("koos nog geen eigen wachtwoord", early.ShouldBeOk().Main);
        Assert.Null(early.Html.QuerySelector("form[action*=Confirm]"));
        var asked2 = early.Html.QuerySelector("input[name=Asked]")!.GetAttribute("value")!;
        Assert.NotEmpty((await officer.Post("/aandachtsfunctionarissen?handler=Confirm", new() { ["Asked"] = asked2, ["__RequestVerificationToken"] = await Route.Token(officer) })).Errors);
        Assert.Single(await app.Journal("access.officer-confirmed"));

        // Nor does an administrator make the second person: a privacy officer beside others says no yes before one of those did to them (ADR 0099).
        var hugo = await app.SignedIn(town.Hugo);
        var second = await (await administrator.Get($"/beheer/accounts/{town.Hugo.Account}")).Submit(new() { ["Input.Role"] = "PrivacyOfficer" }, form: "form[action*=Save]");
        Assert.Contains("Wacht op bevestiging", second.ShouldBeOk().Main);
        Assert.Contains("Uw eigen rol is nog niet bevestigd", (await hugo.Get("/aandachtsfunctionarissen")).ShouldBeOk().Main);
        Assert.NotEmpty((await hugo.Post("/aandachtsfunctionarissen?handler=Refuse", new() { ["Asked"] = asked2, ["__RequestVerificationToken"] = await Route.Token(hugo) })).Errors);
        Assert.Contains("Hugo", (await privacy.Get("/")).Main);
        await (await privacy.Get("/aandachtsfunctionarissen")).Submit(form: "form[action*=Confirm]");
        Assert.DoesNotContain("Uw eigen rol is nog niet bevestigd", (await hugo.Get("/aandachtsfunctionarissen")).ShouldBeOk().Main);
    }

    [Fact]
    public void Neither_who_asked_nor_who_becomes_one_says_yes_and_the_privacy_officer_only_where_there_is_nobody_yet()
    {
        var own = Id.New<OrganisationId>();
        var (asker, officer, elsewhere, privacy) = (Someone(Role.Administrator, own), Someone(Role.AttentionOfficer, own), Someone(Role.AttentionOfficer, Id.New<OrganisationId>()), Someone(Role.PrivacyOfficer, own));
        var account = Account.Open(new NewAccount("anouk@voorbeeld.test", "Anouk", OfficerRequest.Meanwhile, "", own));
        OfficerRequest Asked(Actor by) => OfficerRequest.Ask(account, new Because(by, default, Kind, null, null));
        var request = Asked(asker);

        Assert.Null(request.WhyNot(officer, account.Role, served: true, waits: false));
        Assert.Null(request.WhyNot(privacy, account.Role, served: false, waits: false));
        Assert.NotNull(request.WhyNot(privacy, account.Role, served: false, waits: true));
        Assert.Null(request.WhyNot(elsewhere, Role.PrivacyOfficer, served: true, waits: false));
        Assert.NotNull(request.WhyNot(asker, Role.PrivacyOfficer, served: true, waits: false));
        foreach (var (by, served) in new[] { (asker, false), (officer, false), (elsewhere, true), (elsewhere, false), (privacy, true), (Someone(Role.DataProtectionOfficer, own), false), (account.AsActor, false) })
            Assert.NotNull(request.WhyNot(by, account.Role, served, waits: false));
        Assert.NotNull(Asked(privacy).WhyNot(privacy, account.Role, served: false, waits: false));
        Assert.Throws<InvalidOperationException>(() => request.Confirm(account, new Because(asker, default, Kind, null, null)));
        Assert.Throws<InvalidOperationException>(() => request.Confirm(account, new Because(account.AsActor, default, Kind, null, null)));
        Assert.NotEqual(Role.AttentionOfficer, account.Role);

        request.Confirm(account, new Because(officer, default, Kind, null, null));
        Assert.Equal(Role.AttentionOfficer, account.Role);
        Assert.NotNull(request.WhyNot(officer, account.Role, served: true, waits: false));
    }

    private static Actor Someone(Role role, OrganisationId organisation) => new(role, Id.New<AccountId>(), organisation, null, role.ToString());
}
