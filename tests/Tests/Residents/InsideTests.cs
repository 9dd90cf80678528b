using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;
using Samenkracht.Support.Ask;
using Samenkracht.Support.Contract;
using Samenkracht.Support.Plans;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Residents;

/// <summary>Who opened a household's file sees there what the scopes show without it, and of other households nothing (docs/adr/0097); on both databases.</summary>
public class InsideTests
{
    [Theory, BothDatabases]
    public async Task Inside_a_household_one_sees_the_same_of_it_and_nothing_of_another(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        var (id, other) = (await town.Household(laws: [Law.Wmo, Law.Jeugdwet]), await town.Household("gezin aan de Kerkstraat"));
        await town.Join(id, town.Anouk, laws: Law.Wgs);
        await town.Join(id, town.Hugo, laws: Law.Jeugdwet);
        await town.Name(await town.Join(id, town[Role.TeamLead], laws: Law.Wmo));
        await town.Ask(other, "elders");
        await town.Ask(id, "wmo");
        await town.Ask(id, "jeugd", Law.Jeugdwet, Audience.Professionals);
        await town.Ask(id, "eigen notitie", audience: Audience.Author);
        await town.Ask(id, "onveilig", safety: SafetyMark.Shielded);
        var shared = await town.Ask(id, "gedeeld");
        await town.Plan(id, goals: 2);
        await using (var work = await database.Begin(town.Sanne))
        {
            (await work.Query<Question>().SingleAsync(q => q.Id == shared)).Share([Law.Wgs]);
            await work.Note(work.Because(Samenkracht.Support.SupportEvents.Shared), shared.Value, id);
            await work.Commit();
        }

        foreach (var actor in new[] { town.Sanne, town.Anouk, town.Hugo, town[Role.TeamLead] })
        {
            await using var outside = await database.Read(actor);
            var expected = await Sees(outside, id);
            await using var inside = await database.Read(actor);
            Assert.NotNull(await HouseholdFile.Open(inside, database.Services.GetRequiredService<ReadLog>(), id, "Huishouden"));
            Assert.Equal(id, inside.Inside?.Household);
            Assert.Equal(expected, await Sees(inside, id));
            Assert.Equal(expected.Where(line => line.StartsWith("question", StringComparison.Ordinal)).Count(), await inside.Questions.CountAsync());
            Assert.Empty(await Sees(inside, other));
            Assert.Equal([id], await inside.HouseholdIds.ToListAsync());
        }
    }

    [Theory, BothDatabases]
    public async Task Who_changes_something_or_guards_as_attention_officer_is_asked_at_every_row(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        var id = await town.Household();
        var log = database.Services.GetRequiredService<ReadLog>();
        await town.Ask(id, "onveilig", safety: SafetyMark.Shielded);

        await using (var writing = await database.Begin(town.Sanne))
        {
            Assert.NotNull(await HouseholdFile.Open(writing, log, id, "Huishouden"));
            Assert.Null(writing.Inside);
            Assert.Throws<InvalidOperationException>(() => writing.Enter(new Inside(id, 1, false)));
        }
        await using var officer = await database.Read(town[Role.AttentionOfficer]);
        await HouseholdFile.Open(officer, log, id, "Huishouden");
        Assert.Null(officer.Inside);
    }

    [Theory, BothDatabases]
    public async Task To_look_into_a_household_lets_nobody_in(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        var (own, other) = (await town.Household(), await town.Household("gezin aan de Kerkstraat", by: town.Hugo));
        await town.Ask(own, "wmo");

        await using var stranger = await database.Read(town.Sanne);
        await stranger.LookInto(other);
        Assert.Null(await HouseholdFile.Open(stranger, database.Services.GetRequiredService<ReadLog>(), other, "Huishouden"));
        Assert.Null(stranger.Inside);
        Assert.Empty(await Sees(stranger, other));
        // There the database itself answers of that household alone.
        if (engine == Engine.Postgres) Assert.False(await stranger.Unscoped<Question>("what the policies show").AnyAsync());
    }

    private static async Task<IReadOnlyList<string>> Sees(Work work, Samenkracht.Kernel.HouseholdId id) =>
    [
        .. (await work.Questions.Where(q => q.Household == id).OrderBy(q => q.Text).ToListAsync()).Select(q => $"question {q.Text}").Order(),
        .. (await work.Query<Goal>().Where(g => g.Household == id).ToListAsync()).Select(g => $"goal {g.Text}").Order(),
        .. (await work.Query<PlanAction>().Where(a => a.Household == id).ToListAsync()).Select(a => $"action {a.Text}").Order(),
        .. (await work.People.Where(p => p.Household == id).ToListAsync()).Select(p => $"person {p.Name}").Order(),
        .. (await work.Circle(id)).Select(m => $"circle {m.Who.Name}"),
    ];
}
