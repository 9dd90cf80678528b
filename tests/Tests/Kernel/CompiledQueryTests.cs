using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents;
using Samenkracht.Residents.Contract;
using Samenkracht.Support.Contract;
using Samenkracht.Support.Show;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.KernelTests;

/// <summary>A question that is compiled once gives to each who asks what the ordinary one gives (docs/adr/0096); on both databases. In every other test each use is compared as well.</summary>
public class CompiledQueryTests
{
    private static readonly CompiledQuery<(string[] Words, Order Order, int Skip, int Take), string> Sorted = new((work, a) =>
    {
        var found = work.Households;
        foreach (var word in a.Words) found = found.Where(h => h.SearchText.Contains(word));
        return (a.Order == Order.Up ? found.OrderBy(h => h.SearchText) : found.OrderByDescending(h => h.SearchText)).Skip(a.Skip).Take(a.Take).Select(h => h.SearchText);
    });

    private enum Order { Up, Down }

    private sealed record ByChance(HouseholdId Household);

    private sealed record BySql(string Text);

    [Theory, BothDatabases]
    public async Task Each_gets_what_is_theirs_however_often_it_was_asked_by_others(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        foreach (var name in new[] { "gezin Appel", "gezin Bes", "gezin Citroen" }) await town.Household(name);
        await using var work = await database.Read(town.Sanne);
        await using var elsewhere = await database.Read(town.Hugo);
        for (var again = 0; again < 2; again++)
        {
            Assert.Equal(["gezin bes", "gezin citroen"], (await Sorted.List(work, (["gezin"], Order.Up, 1, 5))).Select(t => t[..t.IndexOf(' ', 6)]));
            Assert.Equal(["gezin citroen"], (await Sorted.List(work, (["gezin"], Order.Down, 0, 1))).Select(t => t[..t.IndexOf(' ', 6)]));
            Assert.Single(await Sorted.List(work, (["gezin", "appel"], Order.Up, 0, 9)));
            Assert.Equal(3, await Sorted.Count(work, ([], Order.Up, 0, 9)));
            Assert.Empty(await Sorted.List(elsewhere, (["gezin"], Order.Up, 0, 9)));
            Assert.Null(await Sorted.One(elsewhere, (["gezin"], Order.Up, 0, 1)));
        }
    }

    /// <summary>Two numbers with one mark would take each other's value: a page would be skipped by as many lines as a law has for its bit.</summary>
    [Fact]
    public async Task No_two_values_of_a_question_have_the_same_mark()
    {
        await using var database = await TestDatabase.Create(Engine.Sqlite);
        await using var work = await database.Read((await Town.Build(database.Storage)).Sanne);

        for (var again = 0; again < 100; again++)
            foreach (var which in (int[])[0, 1])
            {
                var marks = Marks.Put(work, (Laws: 15, Skip: 0, Take: 8, More: 8, From: DateTimeOffset.MinValue, Until: DateTimeOffset.MaxValue), which).All.Select(m => m.Mark).ToList();
                Assert.Equal(marks.Count, marks.Distinct().Count());
            }
    }

    [Theory, BothDatabases]
    public async Task What_comes_from_elsewhere_is_asked_as_it_is_or_found_in_the_tests(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        await town.Household("gezin Appel");
        await town.Household("gezin Bes");
        await using var work = await database.Read(town.Sanne);
        var word = "appel";
        var other = new CompiledQuery<HouseholdId, ByChance>((asks, _) => Without(asks, Guid.NewGuid().ToString("N")));
        var changing = new CompiledQuery<HouseholdId, HouseholdId>((asks, _) => asks.Households.Where(h => h.SearchText.Contains(word)).Select(h => h.Id));
        var mine = new CompiledQuery<HouseholdId, HouseholdId>((asks, _) => asks.Actor.Account == town.Sanne.Account ? asks.HouseholdIds : asks.HouseholdIds.Where(_ => false));

        Assert.Equal(2, (await other.List(work, default)).Count);
        Assert.Contains(CompiledQueryCheck.Refusals, why => why.Contains(nameof(ByChance), StringComparison.Ordinal));
        // Values in SQL of its own are no parameters.
        var bySql = new CompiledQuery<string, BySql>((asks, like) => asks.Context.Set<Household>().FromSql($"SELECT * FROM household WHERE search_text LIKE {like}").Select(h => new BySql(h.SearchText)));
        foreach (var name in new[] { "gezin appel", "gezin bes" }) Assert.StartsWith(name, (await bySql.One(work, $"{name}%"))!.Text, StringComparison.Ordinal);
        Assert.Contains(CompiledQueryCheck.Refusals, why => why.Contains(nameof(BySql), StringComparison.Ordinal));
        Assert.Single(await changing.List(work, default));
        word = "bes";
        await Assert.ThrowsAsync<InvalidOperationException>(() => changing.List(work, default));
        await Assert.ThrowsAsync<InvalidOperationException>(() => mine.List(work, default));

        static IQueryable<ByChance> Without(Work asks, string chance) => asks.Households.Where(h => h.SearchText != chance).Select(h => new ByChance(h.Id));
    }

    [Theory, BothDatabases]
    public async Task All_that_a_households_page_asks_for_a_member_of_the_circle_is_compiled(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        var id = await town.Household(laws: [Law.Wmo, Law.Jeugdwet]);
        await town.Ask(id, "wmo");
        await town.Plan(id, goals: 2);
        await using var work = await database.Read(town.Sanne);
        var card = await HouseholdFile.Open(work, database.Services.GetRequiredService<ReadLog>(), id, "Huishouden");
        var view = await HouseholdView.Load(work, card!, database.Services.GetServices<IHouseholdPanel>(), default);
        Assert.Equal(2, view.Plan!.Goals.Count);
        Assert.DoesNotContain(CompiledQueryCheck.Refusals, why => why.StartsWith(nameof(Role.TeamMember), StringComparison.Ordinal) && !why.Contains("too many", StringComparison.Ordinal) && !why.Contains(nameof(ByChance), StringComparison.Ordinal) && !why.Contains(nameof(BySql), StringComparison.Ordinal));
    }

    [Fact]
    public void A_compiled_question_is_a_static_field_so_that_it_holds_nobodys_values()
    {
        var fields = AppDomain.CurrentDomain.GetAssemblies().Where(a => a.GetName().Name!.StartsWith("Samenkracht.", StringComparison.Ordinal) && a != GetType().Assembly).SelectMany(a => a.GetTypes())
            .SelectMany(t => t.GetFields(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(f => f.FieldType.IsGenericType && f.FieldType.GetGenericTypeDefinition() == typeof(CompiledQuery<,>) && !f.Name.StartsWith('<')).ToList();
        Assert.True(fields.Count > 20);
        Assert.All(fields, field => Assert.True(field is { IsStatic: true, IsInitOnly: true }, field.DeclaringType!.Name));
    }
}
