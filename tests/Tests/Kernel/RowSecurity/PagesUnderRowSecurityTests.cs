using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Residents.Contract;
using Samenkracht.Tests.Signals;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.KernelTests.RowSecurity;

/// <summary>What ends or exceeds one's own sight is still written and read as it should, with PostgreSQL refusing everything else.</summary>
public class PagesUnderRowSecurityTests
{
    [Fact]
    public async Task Who_leaves_shields_or_hands_over_ends_well()
    {
        await using var app = await WebApp.Start(Engine.Postgres);
        var town = await Town.Build(app.Storage);
        var (left, shielded) = (await town.Household(), await town.Household("vrouw aan de Haverweg", Address.Unknown, people: [new NewPerson("Mina Blom")]));
        foreach (var id in (HouseholdId[])[left, shielded]) await town.Join(id, town.Anouk);
        var given = await SignalTestData.Give(app.Storage, Actor.Anonymous, SignalTestData.Concern());
        var browser = await app.SignedIn(town.Sanne);

        // Whoever leaves a circle no longer sees the household that counts the change.
        var member = await MemberOf(app, left, town.Sanne);
        var circle = await browser.Get($"/huishoudens/{left}/kring");
        await circle.Submit(form: $"form[action*=Leave]:has(input[value='{member}'])");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await browser.Get($"/huishoudens/{left}")).Status);
        Assert.Single(await app.Journal("circle.left"));

        // What goes to the attention officer leaves one's own list.
        var signal = await browser.Get($"/signalen/{given.Id}");
        await signal.Submit(form: "form[action*=Shield]");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await browser.Get($"/signalen/{given.Id}")).Status);
        (await (await app.SignedIn(town[Role.AttentionOfficer])).Get($"/signalen/{given.Id}")).ShouldBeOk();

        // Whoever shields a household is named for it; who is not, no longer sees it.
        var describe = await browser.Get($"/huishoudens/{shielded}/gegevens");
        (await describe.Submit(form: "form[action*=Shield]")).ShouldBeOk();
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await (await app.SignedIn(town.Anouk)).Get($"/huishoudens/{shielded}")).Status);
        Assert.Single(await app.Journal("household.shielded"));
    }

    [Fact]
    public async Task The_timeline_leaves_out_what_the_database_hides()
    {
        await using var app = await WebApp.Start(Engine.Postgres);
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        await town.Join(id, town.Anouk);
        await town.Ask(id, "Te weinig geld");
        await town.Ask(id, "Alleen van mij", audience: Audience.Author);
        await town.Ask(id, "Het is thuis niet veilig", safety: SafetyMark.Shielded);

        var own = (await (await app.SignedIn(town.Sanne)).Get($"/huishoudens/{id}")).Main;
        var others = (await (await app.SignedIn(town.Anouk)).Get($"/huishoudens/{id}")).Main;

        const string Asked = "Hulpvraag gesteld";
        Assert.Equal(2, Times(own, Asked) - Times(others, Asked));
    }

    private static int Times(string text, string word) => text.Split(word).Length - 1;

    private static async Task<CircleMemberId> MemberOf(WebApp app, HouseholdId household, Actor who)
    {
        await using var work = await app.Read(Actor.System);
        return (await work.Circle(household)).Single(m => m.Who.Id == who.Account).Id;
    }
}
