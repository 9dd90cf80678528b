using System.Net;
using System.Text.Json;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.App;

/// <summary>The first day of an installation, with the real program: from an empty database to a resident who signs in.</summary>
public sealed class FirstDayTests : IDisposable
{
    private const string Chosen = "paarse fiets onder de brug";
    private readonly DirectoryInfo folder = System.IO.Directory.CreateTempSubdirectory("samenkracht first day ");

    [Theory, BothDatabases]
    public async Task From_the_first_administrator_to_a_resident_who_reads_the_own_plan(Engine engine)
    {
        await using var database = await EmptyDatabase.Create(engine);
        var settings = Settings(database, ("ASPNETCORE_FORWARDEDHEADERS_ENABLED", "true"));
        await using (var create = RunningProgram.Launch(folder.FullName, ["admin", "create", "--email", "beheer@voorbeeld.test"], settings))
            Assert.Equal(0, (await create.Answer($"{Chosen}\n")).Status);
        await using var program = await RunningProgram.Start(folder.FullName, ["serve"], settings);

        var administrator = Browser(program);
        var day = await SignIn(administrator, "beheer@voorbeeld.test", Chosen);
        Assert.Contains("Nog niet in gebruik genomen", day.Html.Body!.TextContent);
        await Saved(administrator, "/beheer/organisaties/nieuw", new() { ["Name"] = "Wijkteam Oost", ["Kind"] = "Welfare", ["Phone"] = "0350 100 200" });
        await Saved(administrator, "/beheer/teams/nieuw", new() { ["Name"] = "Team Oost", ["Organisation"] = await Choice(administrator, "/beheer/teams/nieuw", "Organisation", "Wijkteam Oost") });
        var worker = await Account(administrator, "Nora Vos", "nora@voorbeeld.test", "TeamMember", "Wijkteam Oost", "Team Oost (Wijkteam Oost)");
        var resident = await Account(administrator, "Dirk Smit", "dirk@voorbeeld.test", "Resident");

        var nora = Browser(program);
        await SignIn(nora, "nora@voorbeeld.test", worker);
        var household = await (await nora.Get("/huishoudens/nieuw")).Submit(new() { ["Input.Name"] = "gezin aan de dijk", ["Person"] = "Dirk Smit", ["Laws"] = "Wmo" });
        Assert.Matches("^/huishoudens/[0-9a-f]{32}", household.ShouldBeOk().Url);
        await household.Submit(button: "Plan starten");
        var person = await (await nora.Get($"{new Uri(nora.Site, household.Url).AbsolutePath}/mensen")).Follow("Dirk Smit");
        var linked = await person.Submit(new() { ["Email"] = "dirk@voorbeeld.test" }, form: "form[action*=Link]");
        Assert.Contains("Dirk Smit", linked.ShouldBeOk().Main);

        // Nobody opens the safety compartment alone: who is asked as attention officer waits for a second person, here the privacy officer.
        var officer = await Account(administrator, "Mirjam de Haan", "mirjam@voorbeeld.test", "AttentionOfficer", "Wijkteam Oost");
        var privacy = await Account(administrator, "Rens Faber", "rens@voorbeeld.test", "PrivacyOfficer", "Gemeente");
        var (mirjam, rens) = (Browser(program), Browser(program));
        await SignIn(mirjam, "mirjam@voorbeeld.test", officer);
        (await mirjam.Get("/veiligheid")).ShouldBe(HttpStatusCode.Forbidden);
        Assert.Contains("Mirjam de Haan", (await SignIn(rens, "rens@voorbeeld.test", privacy)).Main);
        await (await rens.Get("/aandachtsfunctionarissen")).Submit(form: "form[action*=Confirm]");
        (await mirjam.Get("/veiligheid")).ShouldBeOk();

        var dirk = Browser(program);
        await SignIn(dirk, "dirk@voorbeeld.test", resident);
        Assert.Contains("plan", (await dirk.Get("/mijn")).ShouldBeOk().Main);
        (await dirk.Get("/huishoudens")).ShouldBe(HttpStatusCode.Forbidden);
        (await dirk.Get("/bestaat-niet?naam=Dirk")).ShouldBe(HttpStatusCode.NotFound);
        (await dirk.Post("/mijn", new() { ["Words"] = "Dirk" })).ShouldBe(HttpStatusCode.BadRequest);

        var stopped = await program.Stop("TERM");
        Assert.Equal(0, stopped.Status);
        // Who did what stands in the journal; a log goes to collectors and has nobody in it.
        Assert.DoesNotMatch("(?i)dirk|nora|mirjam|rens|dijk|voorbeeld.test|0350", stopped.Complaints + stopped.Log);
    }

    /// <summary>Real people come in when the municipality has said that it adopted its papers, and not before that day.</summary>
    [Theory]
    [InlineData("2026-01-31", false)]
    [InlineData("2999-01-31", true)]
    public async Task Once_the_papers_are_adopted_no_page_warns_of_real_people_any_more(string day, bool warns)
    {
        await using var database = await EmptyDatabase.Create(Engine.Sqlite);
        await using var program = await RunningProgram.Start(folder.FullName, ["serve"], Settings(database, ("ASPNETCORE_FORWARDEDHEADERS_ENABLED", "true"), ("Invoering__Vastgesteld", day), ("Veiligheid__Bereikbaar", "0350 100 999")));
        Assert.Equal(warns, (await Browser(program).Get("/aanmelden")).ShouldBeOk().Html.Body!.TextContent.Contains("Nog niet in gebruik genomen", StringComparison.Ordinal));
    }

    /// <summary>Whoever comes in by emergency access reaches the attention officer's substitute day and night.</summary>
    [Fact]
    public async Task Real_people_come_in_only_when_the_attention_officer_can_be_reached()
    {
        await using var database = await EmptyDatabase.Create(Engine.Sqlite);
        await using var program = RunningProgram.Launch(folder.FullName, ["serve"], Settings(database, ("Invoering__Vastgesteld", "2026-01-31"), ("Veiligheid__Bereikbaar", " ")));
        var refused = await program.Answer("");
        Assert.Equal(1, refused.Status);
        Assert.Contains("Veiligheid:Bereikbaar", refused.Text);
    }

    [Fact]
    public async Task A_day_that_is_none_is_refused_at_the_start()
    {
        await using var database = await EmptyDatabase.Create(Engine.Sqlite);
        await using var program = RunningProgram.Launch(folder.FullName, ["serve"], Settings(database, ("Invoering__Vastgesteld", "31 januari")));
        var refused = await program.Answer("");
        Assert.Equal(1, refused.Status);
        Assert.Contains("Invoering:Vastgesteld", refused.Text);
    }

    [Fact]
    public async Task On_plain_http_it_says_at_the_start_and_on_the_page_what_is_missing()
    {
        await using var database = await EmptyDatabase.Create(Engine.Sqlite);
        await using var program = await RunningProgram.Start(folder.FullName, ["serve"], Settings(database));
        var browser = new TestBrowser(new HttpMessageInvoker(new SocketsHttpHandler()), program.Url);

        foreach (var url in (string[])["/", "/aanmelden", "/signaal"])
        {
            var page = await browser.Get(url);
            page.ShouldBe(HttpStatusCode.MisdirectedRequest);
            Assert.Contains("https", page.Heading);
            Assert.Contains("X-Forwarded-Proto", page.Main);
        }
        (await browser.Get("/health/ready")).ShouldBeOk();

        Assert.Contains("ASPNETCORE_FORWARDEDHEADERS_ENABLED", (await program.Stop("INT")).Complaints);
    }

    [Fact]
    public async Task Settings_may_stand_in_appsettings_beside_it()
    {
        await using var database = await EmptyDatabase.Create(Engine.Sqlite);
        var settings = Settings(database).ToDictionary(setting => setting.Item1, setting => setting.Item2);
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "appsettings.json"), JsonSerializer.Serialize(settings));

        await using var program = await RunningProgram.Start(folder.FullName, ["serve"]);

        (await new TestBrowser(new HttpMessageInvoker(new SocketsHttpHandler()), program.Url).Get("/health/ready")).ShouldBeOk();
    }

    public void Dispose() => folder.Delete(recursive: true);

    private (string, string)[] Settings(EmptyDatabase database, params (string, string)[] more)
    {
        var keys = folder.CreateSubdirectory("keys").FullName;
        return [("SAMENKRACHT_DATABASE", database.Connection.Text), ("SAMENKRACHT_KEYS", keys), ("ASPNETCORE_URLS", "http://127.0.0.1:0"), .. more];
    }

    // Chooses a password where the given one works only once, and links an app where the role asks for one.
    private static async Task<Page> SignIn(TestBrowser browser, string email, string password)
    {
        var page = await (await browser.Get("/aanmelden")).ShouldBeOk().Submit(new() { ["Email"] = email, ["Password"] = password });
        if (page.Heading == "Kies een eigen wachtwoord") page = await page.Submit(new() { ["OwnPassword"] = Chosen });
        if (page.Url == "/aanmelden/code-app") await page.Submit(new() { ["Code"] = PhoneApp.CodeOf(PhoneApp.KeyOn(page)) });
        var day = (await browser.Get("/")).ShouldBeOk();
        Assert.Equal(4, day.Html.QuerySelectorAll(".sk-corner").Length);
        return day;
    }

    private static async Task Saved(TestBrowser browser, string url, Dictionary<string, string?> fields)
    {
        var page = await (await browser.Get(url)).ShouldBeOk().Submit(fields);
        Assert.Empty(page.Errors);
        Assert.NotEqual(url, page.ShouldBeOk().Url);
    }

    private static async Task<string> Account(TestBrowser browser, string name, string email, string role, string? organisation = null, string? team = null)
    {
        const string url = "/beheer/accounts/nieuw";
        Dictionary<string, string?> fields = new() { ["Input.Name"] = name, ["Input.Email"] = email, ["Input.Role"] = role };
        if (organisation is not null) fields["Input.Organisation"] = await Choice(browser, url, "Input.Organisation", organisation);
        if (team is not null) fields["Input.Team"] = await Choice(browser, url, "Input.Team", team);
        var made = await (await browser.Get(url)).Submit(fields);
        Assert.Equal("Het account is gemaakt", made.Heading);
        return made.Text("main code");
    }

    private static async Task<string> Choice(TestBrowser browser, string url, string field, string text) =>
        (await browser.Get(url)).Html.QuerySelectorAll($"select[name='{field}'] option").Single(o => o.TextContent.Trim() == text).GetAttribute("value")!;

    private static TestBrowser Browser(RunningProgram program) => new(new HttpMessageInvoker(new Proxy(program.Url)), new Uri("https://samenkracht.voorbeeld.test/"));

    /// <summary>What stands before an installation: does https and says so.</summary>
    private sealed class Proxy(Uri program) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Host = request.RequestUri!.Host;
            request.Headers.Add("X-Forwarded-Proto", "https");
            request.RequestUri = new Uri(program, request.RequestUri.PathAndQuery);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
