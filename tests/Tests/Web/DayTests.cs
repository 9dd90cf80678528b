using Microsoft.Extensions.DependencyInjection;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Tests.TestData;
using Samenkracht.Web.Day;

namespace Samenkracht.Tests.Web;

public class DayTests
{
    [Fact]
    public async Task Without_account_there_are_two_choices_and_help_in_an_emergency()
    {
        await using var app = await WebApp.Start();

        var page = (await app.Visitor().Get("/")).ShouldBeOk();

        Assert.Equal(["Signaal doorgeven", "Aanmelden"], page.Html.QuerySelectorAll("main a.sk-button").Select(a => a.TextContent.Trim()));
        Assert.NotNull(page.Html.QuerySelector("a[href='tel:112']"));
    }

    [Fact]
    public async Task Every_role_has_a_day_in_four_directions()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);

        foreach (var role in Roles.OfAccounts)
        {
            var page = (await (await app.SignedIn(town[role])).Get("/")).ShouldBeOk();

            Assert.Equal("Goedemorgen", page.Heading);
            Assert.Contains("Dinsdag 24 november 2026", page.Main);
            Assert.Equal(4, page.Html.QuerySelectorAll(".sk-corner").Length);
            Assert.Contains(page.Html.QuerySelectorAll("main a"), a => a.GetAttribute("href") == "/signaal");
            Assert.DoesNotContain("<sk-", page.Html.DocumentElement.OuterHtml);
        }
    }

    [Fact]
    public async Task What_waits_stands_in_its_direction_the_most_urgent_first()
    {
        await using var app = await WebApp.Start(adjust: services => services.AddScoped<IDayItems, Waiting>());
        var town = await Town.Build(app.Storage);

        var page = await (await app.SignedIn(town.Sanne)).Get("/");

        Assert.Equal(["Vandaag bellen", "Later bellen", "Ooit bellen"], page.Html.QuerySelectorAll(".sk-corner.sk-direction-1 a").Select(a => a.TextContent));
        Assert.Equal("Antwoord te laat", page.Text(".sk-corner.sk-direction-4 a"));
        Assert.Contains("team Oost", page.Main);
    }

    [Fact]
    public async Task Who_has_nothing_waiting_reads_what_there_is_to_do()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);

        var page = await (await app.SignedIn(town[Role.CouncilMember])).Get("/");

        Assert.Contains("/beleidstafel", page.Html.QuerySelectorAll("main .sk-items a").Select(a => a.GetAttribute("href")));
        Assert.DoesNotContain("/huishoudens", page.Html.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")));
    }

    private sealed class Waiting : IDayItems
    {
        public Task<IReadOnlyList<DayItem>> For(Work work, CancellationToken cancel) => Task.FromResult<IReadOnlyList<DayItem>>(
        [
            new(Direction.Personal, "Ooit bellen", "", "/a"),
            new(Direction.Personal, "Later bellen", "", "/b", new DateOnly(2026, 12, 1)),
            new(Direction.Personal, "Vandaag bellen", "", "/c", new DateOnly(2026, 11, 24)),
            new(Direction.PolicyTable, "Antwoord te laat", "", "/d", new DateOnly(2026, 11, 2)),
        ]);
    }
}
