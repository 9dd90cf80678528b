using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Samenkracht.Kernel.Access;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.App;

/// <summary>What no browser sends, and what someone sends who looks for a hole: the answer is a plain refusal, never a fault of ours.</summary>
public class HostileRequestTests
{
    private const string Hostile = "Sem\u0000 \u0007\uFFFE\u202Emes\u202C 👨‍👩‍👧 <script>alert(1)</script> '; DROP TABLE signal; --";

    [Theory, BothDatabases]
    public async Task Signs_that_nobody_types_are_left_out_and_the_rest_stays_as_typed(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await Town.Build(app.Storage);
        var browser = await app.SignedIn(town[Role.Volunteer]);
        var form = await browser.Get("/signaal");
        app.Clock.Advance(TimeSpan.FromSeconds(10));

        var sent = await browser.Send(Multipart("/signaal", form, ("Input.Text", Hostile), ("Input.About", Hostile), ("Input.Told", "Yes"), ("Input.Urgency", "FewDays")));

        Assert.Equal("/signaal/ontvangen", sent.ShouldBeOk().Url);
        await using var work = await app.Read(Actor.System);
        var kept = Assert.Single(work.Query<Samenkracht.Signals.Signal>().ToList());
        Assert.Equal("Sem mes 👨‍👩‍👧 <script>alert(1)</script> '; DROP TABLE signal; --", kept.Text);
    }

    /// <summary>As a browser sends it, in one piece or cut anywhere: what looks like it stays.</summary>
    [Fact]
    public async Task A_form_loses_its_NUL_and_nothing_else()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        await town.Resident(id);
        var form = await (await app.SignedIn(town[Role.Resident])).Get("/mijn/verzoeken/nieuw?soort=Erase");
        const string Left = "100%00% van 5% 0 %0 é %000 eind%";

        var asked = (await form.Submit(new() { ["Words"] = $"\0{Left[..10]}\0\0{Left[10..]}\0" })).ShouldBeOk();

        Assert.Contains(Left, asked.Main);
        foreach (var (sent, kept) in ((string, string)[])[("a=%00", "a="), ("%00", ""), ("a%0=%%000%0&b=%", "a%0=%0%0&b=%"), ("a\0b", "ab"), ($"{new string('x', 4094)}%00y%", $"{new string('x', 4094)}y%")])
            foreach (var most in (int[])[1, 2, 3, 5000])
            {
                var read = new MemoryStream();
                await new Samenkracht.App.Hosting.WithoutNul(new Drops(Encoding.ASCII.GetBytes(sent), most)).CopyToAsync(read, TestContext.Current.CancellationToken);
                Assert.Equal(kept, Encoding.ASCII.GetString(read.ToArray()));
            }
    }

    // Gives no more than so many bytes at a time.
    private sealed class Drops(byte[] all, int most) : MemoryStream(all)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => base.ReadAsync(buffer[..Math.Min(most, buffer.Length)], cancellationToken);
    }

    [Theory, BothDatabases]
    public async Task A_search_or_page_number_of_any_kind_is_an_honest_page(Engine engine)
    {
        await using var app = await WebApp.Start(engine);
        var town = await Town.Build(app.Storage);
        var browser = await app.SignedIn(town.Sanne);
        string[] queries = ["zoek=%EF%BF%BE", "zoek=%00&wijk=%00&cijfer=%00", "pagina=999999999", "pagina=2147483647", "pagina=-5", "pagina=x", "soort=99&thema=99&toon=99",
            "zoek=%27%3B%20DROP%20TABLE%20signal%3B%20--", "jaar=-2147481623", "jaar=2147483647"];

        foreach (var url in (string[])["/", "/kwesties", "/beleidstafel", "/gemeenschappen", "/signalen", "/signaal/mijn", "/huishoudens", "/wijken"])
            foreach (var query in queries)
                (await browser.Get($"{url}?{query}")).ShouldBeOk();
    }

    [Theory]
    [InlineData("/aanmelden")]
    [InlineData("/aanmelden?handler=Expired&naar=/")]
    [InlineData("/signaal")]
    [InlineData("/signaal/volgen")]
    [InlineData("/opnieuw-versturen?naar=/")]
    public async Task A_form_that_cannot_be_read_is_refused_in_words(string url)
    {
        await using var app = await WebApp.Start();
        HttpContent[] unreadable =
        [
            Content("a=b", "application/x-www-form-urlencoded; charset=utf-7"),
            Content(string.Join('&', Enumerable.Range(0, 3000).Select(i => $"f{i}=x")), "application/x-www-form-urlencoded"),
            Content("--other\r\nbroken", "multipart/form-data; boundary=this"),
            Content("broken", "multipart/form-data"),
        ];

        foreach (var content in unreadable)
        {
            var page = await app.Visitor().Send(new HttpRequestMessage(HttpMethod.Post, new Uri(new Uri("http://localhost"), url)) { Content = content });
            page.ShouldBe(HttpStatusCode.BadRequest);
            // Not the words of a form that has expired: sending it again would not help.
            Assert.Equal("Wij kunnen dit formulier niet lezen", page.Heading);
        }
    }

    [Fact]
    public async Task A_request_that_no_handler_takes_renders_no_page()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var household = await town.Household();
        var browser = await app.SignedIn(town.Sanne);
        var form = await browser.Get($"/huishoudens/{household}");

        foreach (var url in (string[])[$"/huishoudens/{household}", "/account", "/kwesties/scan"])
        {
            (await browser.Send(Multipart($"{url}?handler=Bestaat", form))).ShouldBe(HttpStatusCode.MethodNotAllowed);
            (await browser.Send(new HttpRequestMessage(HttpMethod.Options, new Uri(browser.Site, url)))).ShouldBe(HttpStatusCode.MethodNotAllowed);
        }
    }

    [Fact]
    public async Task Of_two_buttons_at_once_the_second_is_told_so()
    {
        await using var app = await WebApp.Start(Engine.Postgres);
        var town = await Town.Build(app.Storage);
        var household = await town.Household();
        var form = await (await app.SignedIn(town.Sanne)).Get($"/huishoudens/{household}/gegevens");
        await using var other = await app.Begin(town.Sanne);
        other.Query<Samenkracht.Residents.Household>().Single(h => h.Id == household).CircleChanged();
        await other.Note(other.Because(Samenkracht.Residents.ResidentEvents.Described), household.Value, household);
        await other.Flush();

        // Waits for the row that the other one holds.
        var shielding = form.Submit(form: "form[action*=Shield]");
        await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        await other.Commit();

        Assert.Equal("Iemand anders was u net voor", (await shielding).ShouldBe(HttpStatusCode.Conflict).Heading);
    }

    private static HttpRequestMessage Multipart(string url, Page form, params (string Name, string Value)[] fields)
    {
        var parts = new MultipartFormDataContent();
        foreach (var (name, value) in fields) parts.Add(new StringContent(value), name);
        foreach (var hidden in (string[])["__RequestVerificationToken", "Input.Seal"])
            if (form.Html.QuerySelector($"main form input[name='{hidden}'], form input[name='{hidden}']")?.GetAttribute("value") is { } value) parts.Add(new StringContent(value), hidden);
        return new HttpRequestMessage(HttpMethod.Post, new Uri(form.Browser.Site, url)) { Content = parts, Headers = { { "Sec-Fetch-Site", "same-origin" } } };
    }

    private static ByteArrayContent Content(string text, string type) =>
        new(Encoding.UTF8.GetBytes(text)) { Headers = { ContentType = MediaTypeHeaderValue.Parse(type) } };
}
