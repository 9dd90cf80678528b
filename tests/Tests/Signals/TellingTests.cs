using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Records;
using Samenkracht.Residents.Authority;
using Samenkracht.Residents.Contract;
using Samenkracht.Signals;
using Samenkracht.Signals.Contract;
using Samenkracht.Signals.Copy;
using Samenkracht.Signals.Expire;
using Samenkracht.Signals.Tell;
using Samenkracht.Support.Contract;
using Samenkracht.Tests.TestData;
using Samenkracht.Web.Day;
using static Samenkracht.Tests.Signals.SignalTestData;

namespace Samenkracht.Tests.Signals;

/// <summary>Who sees what must be told, in what order, and when it ends by itself; on both databases.</summary>
public class TellingTests
{
    [Theory, BothDatabases]
    public async Task The_term_runs_from_the_moment_that_a_report_comes_in_until_it_is_erased(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        var neighbour = await Give(database.Storage, Actor.Anonymous, Concern());
        await Give(database.Storage, Actor.Anonymous, Request);
        await Give(database.Storage, Actor.Anonymous, OfCommunity());

        await using (var work = await database.Read(town.Sanne))
        {
            var duty = await work.Query<DutyToTell>().SingleAsync();
            Assert.Equal((neighbour.Id, DutyState.Open, new DateOnly(2026, 12, 24)), (duty.Signal, duty.State, duty.DueOn));
        }
        database.Clock.Advance(TimeSpan.FromDays(43));
        await using (var work = await database.Begin(Actor.System))
        {
            await ExpireSignals.Run(work);
            await work.Commit();
        }
        await using var later = await database.Read(town.Sanne);
        Assert.Equal(DutyState.Lapsed, (await later.Query<DutyToTell>().SingleAsync()).State);
    }

    [Theory, BothDatabases]
    public async Task Of_a_household_it_is_for_the_professionals_of_its_circle_under_that_law(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        var home = await town.Household();
        await town.Join(home, town.Hugo, CircleRole.Member, Law.Wgs);
        await town.Join(home, town[Role.Volunteer], CircleRole.Volunteer, Law.Jeugdwet);
        await town.Leave(await town.Join(home, town[Role.TeamLead], CircleRole.Member, Law.Jeugdwet));
        var resident = await town.Resident(home);
        // Weighed by a colleague, who sees the signal and not the household.
        var given = await Trace(database.Storage, town, home, Law.Jeugdwet, by: town.Anouk);
        await town.Share(home, await Question(given.Id), Law.Wgs);

        Assert.Equal([town.Sanne], await Seers());
        await Withhold(database.Storage, town.Sanne, given.Id);
        Assert.Equal([town.Sanne, town[Role.AttentionOfficer]], await Seers());

        async Task<IReadOnlyList<Actor>> Seers()
        {
            var seers = new List<Actor>();
            foreach (var actor in (Actor[])[town.Sanne, town.Anouk, town.Hugo, town[Role.Volunteer], town[Role.TeamLead], resident, town[Role.AttentionOfficer],
                town[Role.PrivacyOfficer], town.Sanne.InEmergency(home), Actor.Anonymous])
            {
                await using var work = await database.Read(actor);
                var sees = await work.Query<DutyToTell>().AnyAsync(d => d.Household == home);
                Assert.Equal(sees ? 1 : 0, Math.Sign(await work.Query<DutyToTell>().CountAsync()));
                if (sees) seers.Add(actor);
            }
            return seers;
        }

        async Task<QuestionId> Question(SignalId signal)
        {
            await using var work = await database.Read(Actor.System);
            return (await work.Query<Assessment>().SingleAsync(a => a.Signal == signal)).Question!.Value;
        }
    }

    [Theory, BothDatabases]
    public async Task In_the_safety_compartment_it_is_for_the_attention_officer_and_who_was_named(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        var (home, officer) = (await town.Household(), town[Role.AttentionOfficer]);
        await town.Join(home, town.Anouk);
        await town.Name(await town.Join(home, town[Role.TeamMember]));
        var about = Concern(theme: Theme.Safety);
        await Give(database.Storage, Actor.Anonymous, about);
        await Trace(database.Storage, town, home, by: officer, said: about);
        var hidden = await town.Household("vrouw aan de Haverweg", Address.Unknown, by: town[Role.TeamMember], safety: SafetyMark.Shielded);
        await town.Join(hidden, town.Anouk);
        await Trace(database.Storage, town, hidden, by: officer, said: about);

        foreach (var (actor, sees) in ((Actor, int)[])[(officer, 3), (town[Role.TeamMember], 2), (town.Sanne, 0), (town.Anouk, 0), (town[Role.TeamLead], 0)])
        {
            await using var work = await database.Read(actor);
            Assert.Equal(sees, await work.Query<DutyToTell>().CountAsync());
            Assert.Equal(sees, await new TellingQuery(ShowTelling.Open).Count(work, default));
        }
    }

    [Theory, BothDatabases]
    public async Task The_first_due_stands_on_top_and_what_was_put_off_comes_back_on_its_day(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        await Give(database.Storage, Actor.Anonymous, Concern(about: "het eerst"));
        database.Clock.Advance(TimeSpan.FromDays(5));
        await Give(database.Storage, Actor.Anonymous, Concern(about: "later"));
        var off = await Give(database.Storage, Actor.Anonymous, Concern(about: "uitgesteld"));
        await Withhold(database.Storage, town.Sanne, off.Id);
        var told = await Give(database.Storage, Actor.Anonymous, Concern(about: "verteld"));
        await Tell(database.Storage, town.Sanne, told.Id);

        Assert.Equal(["het eerst", "later"], await Shown(ShowTelling.Open));
        Assert.Equal(["uitgesteld"], await Shown(ShowTelling.Withheld));
        Assert.Empty(await Shown(ShowTelling.Late));
        database.Clock.Advance(TimeSpan.FromDays(14));
        Assert.Equal(["uitgesteld", "het eerst", "later"], await Shown(ShowTelling.Open));
        database.Clock.Advance(TimeSpan.FromDays(11));
        Assert.Equal(["uitgesteld"], await Shown(ShowTelling.Late));
        database.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(["uitgesteld", "het eerst"], await Shown(ShowTelling.Late));

        async Task<IReadOnlyList<string?>> Shown(ShowTelling show)
        {
            await using var work = await database.Read(town.Sanne);
            return await new TellingQuery(show).Rows(work).Select(r => r.About).ToListAsync();
        }
    }

    [Theory, BothDatabases]
    public async Task Mijn_dag_reminds_the_contact_person_and_until_there_is_one_the_circle_or_who_took_it_up(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        var weighed = await Give(database.Storage, Actor.Anonymous, Concern());
        await Assess(database.Storage, town.Anouk, weighed.Id);
        Assert.Equal((0, 1), (await Count(town.Sanne), await Count(town.Anouk)));

        var home = await town.Household();
        await town.Join(home, town.Hugo);
        await town.Join(home, town[Role.TeamMember]);
        await Trace(database.Storage, town, home);
        Assert.Equal((1, 1), (await Count(town.Sanne), await Count(town.Hugo)));
        await town.Support(home, deputy: town[Role.TeamMember]);

        Assert.Equal((1, 0, 0), (await Count(town.Sanne), await Count(town.Hugo), await Count(town[Role.Wijkagent])));
        await using var work = await database.Read(town.Sanne);
        IReadOnlyList<DayItem> items = [];
        var queries = await database.Queries.During(async () => items = await new TellingDay().For(work, default));
        Assert.Single(queries);
        var item = Assert.Single(items);
        Assert.Equal(("Vertellen aan: gezin aan het Molenpad", new DateOnly(2026, 12, 24)), (item.Title, item.Due));

        async Task<int> Count(Actor actor)
        {
            await using var work = await database.Read(actor);
            return (await new TellingDay().For(work, default)).Count;
        }
    }

    [Theory, BothDatabases]
    public async Task A_resident_reads_the_outcome_as_it_stood_when_they_were_told_and_never_to_whom_it_went(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        var home = await town.Household();
        var (dirk, resident) = ((await town.People(home))["Dirk Vos"], await town.Resident(home));
        var given = await Give(database.Storage, Actor.Anonymous, Concern());
        await Tell(database.Storage, town.Sanne, given.Id, dirk);
        Assert.Equal("Wij bekijken dit nog.", await Done());

        database.Clock.Advance(TimeSpan.FromDays(2));
        await Assess(database.Storage, town.Sanne, given.Id, Decision.HandOver("Veilig Thuis", null));
        Assert.Equal("De beoordeling is klaar.", await Done());

        // Told again, after it went there.
        database.Clock.Advance(TimeSpan.FromDays(1));
        await Tell(database.Storage, town.Sanne, given.Id, dirk);
        Assert.Equal("Wij gaven het door aan een andere organisatie.", await Done());

        await using (var work = await database.Begin(town.Sanne))
        {
            await Households.KeepSafetyItems(work, home);
            var because = work.Because(Samenkracht.Residents.ResidentEvents.ParentsFrozen);
            work.Add(ViewFreeze.Freeze(home, FreezeGround.Suspicion, "vermoeden", because));
            await work.Note(because, home.Value, home);
            await work.Commit();
        }
        Assert.Equal("De beoordeling is klaar.", await Done());

        // Of the last time that it was told, on the page and in the copy alike.
        async Task<string> Done()
        {
            await using var work = await database.Read(resident);
            var reports = (await OwnReports.Of(work, dirk, home, 0, 10, default)).Reports;
            var copied = (await new SignalCopy().For(work, new CopySubject(home, dirk.Value, "Dirk Vos", resident.Account, [], []), default))[0].Rows
                .Select(row => (string)row.Single(value => value.Key == "gedaan").Value!).ToList();
            Assert.Equal(reports.Select(r => r.Done).Order(), copied.Order());
            Assert.All(copied, words => Assert.DoesNotContain("Veilig Thuis", words));
            return reports[0].Done;
        }
    }

    [Theory, BothDatabases]
    public async Task What_came_of_it_in_the_safety_compartment_takes_it_from_the_portal(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        var home = await town.Household(people: [new NewPerson("Dirk Vos"), new NewPerson("Sem Vos", Relation.Child)]);
        var (people, resident) = (await town.People(home), await town.Resident(home, named: "Dirk Vos"));
        foreach (var (safety, about) in ((SafetyMark, PersonId?)[])[(SafetyMark.Shielded, null), (SafetyMark.None, people["Sem Vos"])])
        {
            var given = await Give(database.Storage, Actor.Anonymous, Concern());
            var question = await town.Ask(home, "Wat is er nodig?", audience: Audience.Professionals, safety: safety, about: about);
            await Assess(database.Storage, town.Sanne, given.Id, Decision.AsQuestion(home, question), Law.Wmo);
            await Tell(database.Storage, town.Sanne, given.Id, people["Dirk Vos"], safety == SafetyMark.None ? "over Sem" : "over het gezin");
        }

        Assert.Equal(["over Sem"], await Told());
        await town.Hide(home, people["Sem Vos"]);
        Assert.Empty(await Told());

        async Task<IEnumerable<string>> Told()
        {
            await using var work = await database.Read(resident);
            return (await OwnReports.Of(work, people["Dirk Vos"], home, 0, 10, default)).Reports.Select(r => r.Words);
        }
    }

    [Theory, BothDatabases]
    public async Task A_resident_reads_what_they_were_told_themselves_and_nothing_once_it_is_hidden(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        var home = await town.Household(people: [new NewPerson("Dirk Vos"), new NewPerson("Mina Blom")]);
        var given = await Trace(database.Storage, town, home, Law.Jeugdwet);
        var people = await People();
        await Tell(database.Storage, town.Sanne, given.Id, people["Mina Blom"]);
        var off = await Trace(database.Storage, town, home);
        await Withhold(database.Storage, town.Sanne, off.Id);
        var resident = await town.Resident(home, named: "Dirk Vos");

        await using (var work = await database.Read(resident))
        {
            Assert.Equal(people["Dirk Vos"], (await work.Self.SingleAsync()).Id);
            Assert.Empty((await OwnReports.Of(work, people["Dirk Vos"], home, 0, 10, default)).Reports);
            Assert.Equal("Iemand maakte zich zorgen.", Assert.Single((await OwnReports.Of(work, people["Mina Blom"], home, 0, 10, default)).Reports).Words);
            Assert.Empty(await work.Query<DutyToTell>().ToListAsync());
            Assert.Empty(await work.Query<Notice>().ToListAsync());
            Assert.Empty(await work.Query<NoticePerson>().ToListAsync());
        }
        await using (var work = await database.Begin(Actor.System))
        {
            (await work.Query<Samenkracht.Residents.Household>().SingleAsync()).Shield(SafetyMark.Shielded, work.Secrets);
            await work.Note(work.Because(Samenkracht.Residents.ResidentEvents.Shielded), home.Value, home);
            await work.Commit();
        }
        await using var later = await database.Read(resident);
        Assert.Empty(await later.Self.ToListAsync());

        async Task<Dictionary<string, PersonId>> People()
        {
            await using var work = await database.Read(Actor.System);
            return await work.People.ToDictionaryAsync(p => p.Name, p => p.Id);
        }
    }
}
