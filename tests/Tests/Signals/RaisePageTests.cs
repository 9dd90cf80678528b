using Microsoft.EntityFrameworkCore;
using Samenkracht.Directory.Contract;
using Samenkracht.Kernel.Access;
using Samenkracht.Signals;
using Samenkracht.Signals.Contract;
using Samenkracht.Tests.TestData;
using static Samenkracht.Tests.Signals.SignalTestData;

namespace Samenkracht.Tests.Signals;

public class RaisePageTests
{
    private static readonly TimeSpan HumanPace = TimeSpan.FromSeconds(20);

    private static Dictionary<string, string?> Filled => new()
    {
        ["Input.Text"] = "Mijn buurman van boven komt al weken niet meer buiten.",
        ["Input.About"] = "Flat Neuweg, derde verdieping",
        ["Input.Told"] = "NotYet",
    };

    [Fact]
    public async Task Anyone_gives_a_signal_with_six_fields_at_most_and_reads_its_feedback_with_the_code()
    {
        await using var app = await WebApp.Start();
        var form = (await app.Visitor().Get("/signaal")).ShouldBeOk();
        Assert.True(Questions(form) <= 6);
        Assert.Contains("112", form.Main);
        Assert.Contains("0800 2000", form.Main);

        app.Clock.Advance(HumanPace);
        var received = (await form.Submit(Filled)).ShouldBeOk();

        Assert.Equal("/signaal/ontvangen", received.Url);
        var codes = received.Html.QuerySelectorAll(".sk-code").Select(c => c.TextContent).ToArray();
        Assert.Equal(2, codes.Length);
        var again = await received.Browser.Get("/signaal/ontvangen");
        Assert.DoesNotContain(codes[1], again.Main);

        var follow = await app.Visitor().Get("/signaal/volgen");
        var report = (await follow.Submit(new() { ["Reference"] = codes[0].ToLowerInvariant(), ["Secret"] = codes[1] })).ShouldBeOk();
        Assert.Equal("/signaal/volgen", report.Url);
        Assert.Contains("Wij hebben uw signaal ontvangen", report.Main);
        Assert.DoesNotContain("buurman", report.Main);
        Assert.DoesNotContain("Neuweg", report.Main);
    }

    [Fact]
    public async Task A_wrong_secret_and_an_unknown_reference_read_the_same()
    {
        await using var app = await WebApp.Start();
        var given = await Give(app.Storage, Actor.Anonymous, Concern());
        var form = await app.Visitor().Get("/signaal/volgen");

        var wrong = await form.Submit(new() { ["Reference"] = given.Code.Reference, ["Secret"] = "2222-2222-2222" });
        var unknown = await form.Submit(new() { ["Reference"] = SignalCode.New().Reference, ["Secret"] = given.Code.Secret });
        var typo = await form.Submit(new() { ["Reference"] = "K7F", ["Secret"] = given.Code.Secret });

        Assert.Equal(wrong.Errors, unknown.Errors);
        Assert.Contains("acht tekens", typo.Main);
    }

    [Fact]
    public async Task A_robot_is_held_up_and_a_human_taken_for_one_loses_no_word()
    {
        await using var app = await WebApp.Start();
        var form = await app.Visitor().Get("/signaal");

        var tooFast = await form.Submit(Filled);
        Assert.Contains("Druk nog een keer op Versturen", tooFast.Main);
        Assert.Equal(Filled["Input.Text"], tooFast.Text("textarea").Trim());
        app.Clock.Advance(HumanPace);
        var trapped = await tooFast.Submit(new() { ["Input.Website"] = "https://robot.example" });
        Assert.Contains("Druk nog een keer op Versturen", trapped.Main);
        Assert.Equal(0, await Signals(app));

        var received = await trapped.Submit();

        Assert.Equal("/signaal/ontvangen", received.Url);
        Assert.Equal(1, await Signals(app));
    }

    [Fact]
    public async Task A_form_with_a_seal_that_is_not_ours_is_shown_again_with_its_text()
    {
        await using var app = await WebApp.Start();
        var form = await app.Visitor().Get("/signaal");
        app.Clock.Advance(HumanPace);

        var refused = await form.Submit(new(Filled) { ["Input.Seal"] = "nagemaakt" });

        Assert.Contains("Uw tekst staat er nog", refused.Main);
        Assert.Equal(0, await Signals(app));
    }

    [Fact]
    public async Task Sent_twice_it_is_one_signal_with_one_code()
    {
        await using var app = await WebApp.Start();
        var form = await app.Visitor().Get("/signaal");
        app.Clock.Advance(HumanPace);

        var (first, second) = (await form.Submit(Filled), await form.Submit(Filled));

        Assert.Equal(first.Text(".sk-code"), second.Text(".sk-code"));
        Assert.Equal(1, await Signals(app));
    }

    [Fact]
    public async Task What_is_missing_is_told_at_the_field_and_what_was_typed_stays()
    {
        await using var app = await WebApp.Start();
        var form = await app.Visitor().Get("/signaal");
        app.Clock.Advance(HumanPace);

        var refused = await form.Submit(new() { ["Input.About"] = "Neuweg" });

        Assert.Contains("Schrijf kort op wat er aan de hand is.", refused.Main);
        Assert.Contains("Kies of u het zelf hebt gezegd.", refused.Main);
        Assert.Equal("Neuweg", refused.Html.QuerySelector("#Input_About")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_resident_asks_for_themselves_and_reads_what_the_law_gives()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var form = await (await app.SignedIn(town[Role.Resident])).Get("/signaal");
        Assert.True(Questions(form) <= 6);

        var received = await form.Submit(new() { ["Input.Text"] = "Ik kom niet meer rond." });

        Assert.Contains("persoonlijk plan", received.Main);
        Assert.Contains("cliëntondersteuner", received.Main);
        Assert.Contains("1 dec", received.Main);
        Assert.Contains("5 jan 2027", received.Main);
        await using var work = await app.Read(Actor.System);
        Assert.Equal(SignalKind.Request, (await work.Query<Signal>().SingleAsync()).Kind);
    }

    [Fact]
    public async Task A_mosque_speaks_without_names_and_in_a_range()
    {
        await using var app = await WebApp.Start();
        var mosque = await Community(app.Storage, CommunityKind.Religious, "Moskee Waterveen");
        var form = await app.Visitor().Get("/signaal?voor=gemeenschap");
        Assert.True(Questions(form) <= 6);
        Assert.Null(form.Html.QuerySelector("[name='Input.Contact']"));
        app.Clock.Advance(HumanPace);

        var received = await form.Submit(new()
        {
            ["Input.Text"] = "Bij ons hebben gezinnen schulden. Wij willen helpen.",
            ["Input.Community"] = "Moskee Waterveen",
            ["Input.HowMany"] = "FiveToTen",
        });

        Assert.Equal("/signaal/ontvangen", received.Url);
        await using var work = await app.Read(Actor.System);
        var signal = await work.Query<Signal>().SingleAsync();
        Assert.Equal((mosque, 5, 10), (signal.Community!.Value, signal.PeopleFrom!.Value, signal.PeopleTo!.Value));
        Assert.False(await work.Query<SignalReporter>().AnyAsync());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Every_role_with_an_account_gives_a_signal_and_finds_it_back(int half)
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        // In two halves: more forms a minute from one address are a machine's.
        foreach (var role in Roles.OfAccounts.Where((_, i) => i % 2 == half))
        {
            var browser = await app.SignedIn(town[role]);
            var received = await (await browser.Get("/signaal?voor=iemand")).Submit(Filled);
            Assert.Equal("/signaal/ontvangen", received.Url);
            Assert.Contains(received.Text(".sk-code"), (await browser.Get("/signaal/mijn")).ShouldBeOk().Main);
        }
    }

    [Fact]
    public async Task Mijn_signalen_needs_an_account()
    {
        await using var app = await WebApp.Start();

        Assert.DoesNotContain("Mijn signalen", (await app.Visitor().Get("/signaal/mijn")).Main);
    }

    [Fact]
    public async Task Mijn_signalen_asks_the_same_number_of_queries_for_one_signal_and_for_a_page_of_them()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var browser = await app.SignedIn(town.Hugo);
        await Give(app.Storage, town.Hugo, Concern());
        await browser.Get("/signaal/mijn");
        var one = await app.Queries.During(() => browser.Get("/signaal/mijn"));
        for (var i = 0; i < 30; i++) await Give(app.Storage, town.Hugo, Concern());

        var many = await app.Queries.During(() => browser.Get("/signaal/mijn"));

        Assert.Equal(one.Count(IsOurs), many.Count(IsOurs));
    }

    // The sealer of the journal works in the background.
    private static bool IsOurs(string query) => !query.Contains("journal", StringComparison.Ordinal);

    // Questions to a person: labels and legends that are shown.
    private static int Questions(Page page) =>
        page.Html.QuerySelectorAll("main .sk-field").Length;

    private static async Task<int> Signals(WebApp app)
    {
        await using var work = await app.Read(Actor.System);
        return await work.Query<Signal>().CountAsync();
    }

    [Fact]
    public async Task A_form_that_stood_open_for_days_goes_through_at_the_second_press()
    {
        await using var app = await WebApp.Start();
        var form = await app.Visitor().Get("/signaal");
        app.Clock.Advance(TimeSpan.FromHours(25));

        var again = (await form.Submit(Filled)).ShouldBeOk();
        Assert.Contains("Druk nog een keer op Versturen", again.Main);
        app.Clock.Advance(HumanPace);

        Assert.Equal("/signaal/ontvangen", (await again.Submit()).Url);
    }

    [Fact]
    public async Task Where_too_much_comes_in_at_once_the_text_is_given_back()
    {
        await using var app = await WebApp.Start();
        var form = await app.Visitor().Get("/signaal");
        for (var i = 0; i < 20; i++) await app.Visitor().Post("/signaal");
        app.Clock.Advance(HumanPace);

        var held = (await form.Submit(Filled)).ShouldBeOk();

        Assert.Contains("Vanaf dit netwerk komt nu veel tegelijk binnen.", held.Main);
        Assert.Contains("Mijn buurman van boven komt al weken niet meer buiten.", held.Main);
        Assert.Equal("/signaal", held.Html.QuerySelector("main form")!.GetAttribute("action"));
        Assert.Equal(System.Net.HttpStatusCode.TooManyRequests, (await app.Visitor().Post("/signaal")).Status);
    }
}
