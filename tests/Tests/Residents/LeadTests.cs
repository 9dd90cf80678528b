using System.Net;
using Samenkracht.Kernel.Access;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Residents;

/// <summary>Once there is a contact person, that one's organisation leads; others work within their own laws (ADR 0091).</summary>
public class LeadTests
{
    private const string Refused = "Dit doet de organisatie van de vaste contactpersoon.";

    [Fact]
    public async Task A_partner_changes_neither_contact_person_nor_circle_nor_plan_and_a_colleague_does()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        await town.Join(id, town.Anouk);
        var hugo = await town.Join(id, town.Hugo);
        await town.Plan(id);
        await town.Support(id);
        var (partner, colleague) = (await app.SignedIn(town.Hugo), await app.SignedIn(town.Anouk));

        var page = (await partner.Get($"/huishoudens/{id}/kring")).ShouldBeOk();
        var asColleague = await colleague.Get($"/huishoudens/{id}/kring");
        Assert.Contains(Refused, page.Main);
        Assert.Null(page.Html.QuerySelector("form[action*=Appoint], form[action*=End]"));
        // The only one whom he takes out is himself; for the laws that nobody has yet he lets nobody in.
        Assert.Equal([hugo.ToString()], page.Html.QuerySelectorAll("form[action*=Leave] input[name=member]").Select(i => i.GetAttribute("value")));
        Assert.Null(page.Html.QuerySelector("input[name=Laws][value=Participatiewet]"));
        Assert.NotNull(asColleague.Html.QuerySelector("input[name=Laws][value=Participatiewet]"));
        var token = page.Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var options = asColleague.Html.QuerySelectorAll("select[name=Coordinator] option").Select(o => o.GetAttribute("value")!).Where(v => v.Length > 0).ToArray();
        foreach (var (handler, fields) in (IEnumerable<(string, Dictionary<string, string>)>)
            [("Appoint", new() { ["Coordinator"] = options[0], ["Deputy"] = options[1] }), ("End", []), ("Leave", new() { ["member"] = options.First(o => o != hugo.ToString()) })])
        {
            fields["__RequestVerificationToken"] = token;
            Assert.Contains(Refused, (await partner.Post($"/huishoudens/{id}/kring?handler={handler}", fields)).ShouldBeOk().Main);
        }
        Assert.Contains("Het plan sluit de organisatie van de vaste contactpersoon af.",
            (await partner.Post($"/huishoudens/{id}/plan/afsluiten", new() { ["__RequestVerificationToken"] = token })).ShouldBeOk().Main);
        foreach (var kind in (string[])["support.handed", "support.ended", "circle.left", "plan.ended"]) Assert.Empty(await app.Journal(kind));

        (await (await colleague.Get($"/huishoudens/{id}/plan/afsluiten")).Submit()).ShouldBeOk();
        Assert.Single(await app.Journal("plan.ended"));
    }

    /// <summary>The attention officer is there for what is shielded: the plan is the circle's.</summary>
    [Fact]
    public async Task An_attention_officer_outside_the_circle_does_not_close_a_plan_that_they_do_not_see()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        await town.Plan(id);
        await town.Ask(id, "onveilig", safety: SafetyMark.Shielded);
        var officer = await app.SignedIn(town[Role.AttentionOfficer]);
        var page = (await officer.Get($"/huishoudens/{id}")).ShouldBeOk();

        Assert.Contains("U zit niet in deze kring", page.Main);
        Assert.DoesNotContain("Doel toevoegen", page.Main);
        Assert.DoesNotContain("Plan afsluiten", page.Main);
        var token = page.Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        (await officer.Post($"/huishoudens/{id}/plan/afsluiten", new() { ["__RequestVerificationToken"] = token })).ShouldBe(HttpStatusCode.NotFound);
        Assert.Empty(await app.Journal("plan.ended"));
    }
}
