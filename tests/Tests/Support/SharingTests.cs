using System.Net;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel.Access;
using Samenkracht.Support.Ask;
using Samenkracht.Support.Contract;
using Samenkracht.Support.Plans;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Support;

/// <summary>Items of another law are seen only when they were shared, to read, with a reason.</summary>
public class SharingTests
{
    [Theory, BothDatabases]
    public async Task What_is_shared_with_a_law_is_read_by_its_members_and_changed_by_none_of_them(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        var id = await town.Household();
        await town.Join(id, town.Anouk, laws: Law.Wgs);
        await town.Join(id, town.Hugo, laws: Law.Participatiewet);
        var question = await town.Ask(id, "Te weinig geld");
        await town.Plan(id, goals: 2);
        Assert.Equal((0, 0, 0), await Reads(database, town.Anouk));

        await using (var work = await database.Begin(town.Sanne))
        {
            (await work.Query<Question>().SingleAsync(q => q.Id == question)).Share([Law.Wgs, Law.Jeugdwet]);
            var goal = (await work.Query<Goal>().ToListAsync()).Single(g => g.Text == "Doel 1");
            goal.Share([Law.Wgs], await work.Query<PlanAction>().Where(a => a.Goal == goal.Id).ToListAsync());
            await work.Note(work.Because(Samenkracht.Support.SupportEvents.Shared), question.Value, id);
            await work.Commit();
        }

        Assert.Equal((1, 1, 1), await Reads(database, town.Anouk));
        Assert.Equal((0, 0, 0), await Reads(database, town.Hugo));
        Assert.Equal((1, 2, 2), await Reads(database, town.Sanne));
        await using var writing = await database.Begin(town.Anouk);
        Assert.False(await writing.Query<Question>().AnyAsync());
        Assert.False(await writing.Query<PlanAction>().AnyAsync());
    }

    [Fact]
    public async Task One_shares_what_is_under_ones_own_law_and_the_resident_reads_why()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        await town.Join(id, town.Anouk, laws: Law.Wgs);
        var resident = await town.Resident(id);
        var question = await town.Ask(id, "Te weinig geld");
        var sanne = await app.SignedIn(town.Sanne);
        var anouk = await app.SignedIn(town.Anouk);
        var url = $"/huishoudens/{id}/delen/{question}";
        Assert.DoesNotContain("Te weinig geld", (await anouk.Get($"/huishoudens/{id}")).ShouldBeOk().Main);
        Assert.Equal(HttpStatusCode.NotFound, (await anouk.Get(url)).Status);

        Assert.NotNull((await sanne.Get($"/huishoudens/{id}")).Html.QuerySelector($"main a[href='{url}']"));
        var form = (await sanne.Get(url)).ShouldBeOk();
        Assert.Contains("Anouk Kuiper", form.Main);
        var empty = await form.Submit(new() { ["With"] = "Wgs" });
        Assert.Contains("Schrijf op waarom de ander dit moet weten.", empty.Main);
        (await empty.Submit(new() { ["Reason"] = "De schuldhulp moet het inkomen kennen." })).ShouldBeOk();

        var read = (await anouk.Get($"/huishoudens/{id}")).ShouldBeOk();
        Assert.Contains("Te weinig geld", read.Main);
        Assert.DoesNotContain("Vraag afsluiten", read.Main);
        // Not even with a form made by hand, and not to pass on.
        var token = read.Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.NotFound, (await anouk.Post($"/huishoudens/{id}?handler=Close",
            new() { ["question"] = question.ToString(), ["Outcome"] = "Answered", ["__RequestVerificationToken"] = token })).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await anouk.Get(url)).Status);
        Assert.Contains("Delen met een andere wet gewijzigd: Te weinig geld", (await (await app.SignedIn(resident)).Get("/mijn")).Main);
        Assert.Equal(Law.Wmo, Assert.Single(await app.Journal("item.shared")).Law);

        await (await sanne.Get(url)).Submit(new() { ["With"] = null, ["Reason"] = "Het is niet meer nodig." });
        Assert.DoesNotContain("Te weinig geld", (await anouk.Get($"/huishoudens/{id}")).Main);
    }

    [Fact]
    public async Task What_lies_in_the_safety_compartment_is_never_shared()
    {
        await using var app = await WebApp.Start();
        var town = await Town.Build(app.Storage);
        var id = await town.Household();
        var question = await town.Ask(id, "Het is thuis niet veilig", safety: SafetyMark.Shielded);

        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignedIn(town.Sanne)).Get($"/huishoudens/{id}/delen/{question}")).Status);
        await using var work = await app.Begin(town.Sanne);
        var shielded = await work.Query<Question>().SingleAsync(q => q.Id == question);
        Assert.Throws<InvalidOperationException>(() => shielded.Share([Law.Wgs]));
    }

    private static async Task<(int Questions, int Goals, int Actions)> Reads(TestDatabase database, Actor actor)
    {
        await using var work = await database.Read(actor);
        return (await work.Questions.CountAsync(), await work.Query<Goal>().CountAsync(), await work.Query<PlanAction>().CountAsync());
    }
}
