using System.Net;
using Samenkracht.Access.SignIn;
using Samenkracht.Kernel.Access;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Access.SignIn;

public class HeldFormTests
{
    private const string Typed = "Naam die ik lang zat te typen";

    [Fact]
    public async Task An_expired_sign_in_loses_no_typed_text()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var form = await (await app.SignedIn(town[Role.Administrator])).Get("/beheer/organisaties/nieuw");
        app.Clock.Advance(TimeSpan.FromHours(9));

        var signIn = await form.Submit(new() { ["Name"] = Typed, ["Kind"] = "School" });
        Assert.StartsWith("/aanmelden", signIn.Url);
        Assert.DoesNotContain("typen", signIn.Response.RequestMessage!.RequestUri!.Query);
        Assert.DoesNotContain("typen", signIn.Html.DocumentElement.OuterHtml);
        Assert.Equal("Uw aanmelding is verlopen. Wat u typte is bewaard; na het aanmelden kunt u het versturen.", signIn.Text(".sk-head__sub"));

        var back = await signIn.Submit(button: $"Beheerder: {town[Role.Administrator].Name}", form: "form[action*=Be]");
        Assert.Equal("U bent weer aangemeld", back.Heading);
        Assert.Contains(Typed, back.Main);

        var saved = await back.Submit();
        Assert.Equal("/beheer/organisaties", saved.Url);
        Assert.Contains(Typed, saved.Main);
    }

    [Fact]
    public async Task Who_signs_in_as_someone_else_gets_no_further_than_their_own_rights()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var form = await (await app.SignedIn(town[Role.Administrator])).Get("/beheer/organisaties/nieuw");
        app.Clock.Advance(TimeSpan.FromHours(9));
        var signIn = await form.Submit(new() { ["Name"] = Typed, ["Kind"] = "School" });

        var back = await signIn.Submit(button: $"Raadslid: {town[Role.CouncilMember].Name}", form: "form[action*=Be]");

        (await back.Submit()).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_form_that_was_open_before_signing_in_again_is_offered_again()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var browser = await app.SignedIn(town[Role.Administrator]);
        var form = await browser.Get("/beheer/organisaties/nieuw");
        // Another tab signs in as someone else: the form's token no longer counts.
        await (await browser.Get("/account")).Submit(button: "Afmelden", form: "form[action='/afmelden']");
        var signIn = await browser.Get("/aanmelden");
        await signIn.Submit(button: $"Beheerder: {town[Role.Administrator].Name}", form: "form[action*=Be]");

        var page = await form.Submit(new() { ["Name"] = Typed, ["Kind"] = "School" });

        Assert.Contains(page.Url.Split('?')[0], (string[])["/opnieuw-versturen", "/beheer/organisaties"]);
    }

    [Fact]
    public async Task Another_site_cannot_put_words_in_a_form()
    {
        await using var app = await WebApp.Start();
        await Town.Build(app.Storage);

        var page = await app.Visitor().Post("/aanmelden?handler=Expired&naar=%2Fbeheer%2Forganisaties%2Fnieuw", new() { ["Name"] = "Van elders" });

        Assert.Null(page.Html.QuerySelector("input[name=Held]"));
    }

    [Fact]
    public async Task Too_much_text_is_not_taken_along_and_the_page_says_so()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var form = await (await app.SignedIn(town[Role.Administrator])).Get("/beheer/organisaties/nieuw");
        app.Clock.Advance(TimeSpan.FromHours(9));

        var signIn = await form.Submit(new() { ["Name"] = new string('x', HeldForm.MostText + 1) });

        Assert.Null(signIn.Html.QuerySelector("input[name=Held]"));
        Assert.Contains("konden uw tekst niet meenemen", signIn.Main);
    }

    [Fact]
    public async Task A_password_is_never_taken_along()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var browser = await app.SignedIn(town[Role.Administrator]);

        var page = await browser.Send(new HttpRequestMessage(HttpMethod.Post, new Uri(browser.Site, "/opnieuw-versturen?naar=%2Faccount"))
        {
            Headers = { { "Sec-Fetch-Site", "same-origin" } },
            Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["Name"] = Typed, ["CurrentPassword"] = "paarse fiets onder de brug", ["NewPassword"] = "groene fiets op de brug" }),
        });

        Assert.Contains(Typed, page.Main);
        Assert.DoesNotContain("fiets", page.Html.DocumentElement.OuterHtml);
    }
}
