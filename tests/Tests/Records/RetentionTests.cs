using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Records;
using Samenkracht.Records;
using Samenkracht.Records.Listing;
using Samenkracht.Records.Retention;
using Samenkracht.Residents.Contract;
using Samenkracht.Signals.Tell;
using Samenkracht.Support;
using Samenkracht.Support.Contract;
using Samenkracht.Support.Letters;
using Samenkracht.Tests.Signals;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Records;

public class RetentionTests
{
    private static readonly HouseholdId Someone = Id.New<HouseholdId>();

    [Theory]
    [InlineData(Law.Wmo, KeptResult.HelpGiven, "2041-03-02")]
    [InlineData(Law.Wmo, KeptResult.NoHelp, "2031-03-02")]
    [InlineData(Law.Wmo, KeptResult.Withdrawn, "2026-04-13")]
    // After the last change (Jeugdwet art. 7.3.8), here a month later.
    [InlineData(Law.Jeugdwet, KeptResult.HelpGiven, "2046-04-02")]
    public void A_file_stays_by_law_and_how_it_ended(Law law, KeptResult result, string until) =>
        Assert.Equal(DateOnly.Parse(until), RetentionRules.From(null).Of(Part(law, result)).Ends(Part(law, result)));

    [Fact]
    public void A_municipality_sets_its_own_terms_and_hears_what_is_wrong_with_them()
    {
        Assert.Equal(new DateOnly(2036, 3, 2), With("Wmo:HulpGegeven", "10 jaar na afsluiting").Of(Part(Law.Wmo, KeptResult.HelpGiven)).Ends(Part(Law.Wmo, KeptResult.HelpGiven)));
        Assert.Contains("'tien jaar' is geen bewaartermijn", Assert.Throws<InvalidOperationException>(() => With("Wmo:HulpGegeven", "tien jaar")).Message);
        Assert.Contains("Bewaartermijnen:Wmo:Hulp is geen bewaartermijn. U kunt instellen: Wmo:HulpGegeven", Assert.Throws<InvalidOperationException>(() => With("Wmo:Hulp", "1 jaar na afsluiting")).Message);
        Assert.Throws<InvalidOperationException>(() => With("Zorgwet:HulpGegeven", "1 jaar na afsluiting"));
    }

    /// <summary>The mark by which an attention officer sees a household goes with the last shielded thing, also when that was destroyed and not lifted.</summary>
    [Theory, BothDatabases]
    public async Task What_is_destroyed_takes_the_mark_of_the_compartment_with_it_when_it_was_the_last(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        var id = await town.Household();
        await town.Ask(id, "Is het thuis veilig?", Law.Jeugdwet, safety: SafetyMark.Shielded);
        await town.Ask(id, "Wie helpt met de huur?", safety: SafetyMark.Shielded);
        async Task<bool> Destroyed(Law law)
        {
            await using (var work = await database.Begin(Actor.System))
            {
                await work.Destroy(new DestroyedFile(id, law));
                await work.Note(work.Because(RecordEvents.Destroyed), id.Value);
                await work.Commit();
            }
            await using var officer = await database.Read(town[Role.AttentionOfficer]);
            return officer.Households.Any(h => h.Id == id);
        }

        Assert.True(await Destroyed(Law.Jeugdwet));
        Assert.False(await Destroyed(Law.Wmo));
        await using var later = await database.Read(Actor.System);
        Assert.False(later.Query<Samenkracht.Residents.Household>().Single(h => h.Id == id).HasSafetyItems);
        // With the household as a whole there is no mark left to take.
        await using var whole = await database.Begin(Actor.System);
        await whole.Destroy(new DestroyedFile(id));
    }

    /// <summary>Whatever still runs keeps everything; what is past its term stands on the list once, and is not destroyed by that.</summary>
    [Theory, BothDatabases]
    public async Task The_nightly_list_holds_what_is_past_its_term_and_nothing_that_runs(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        var (withdrawn, running, both) = (await town.Household(), await town.Household("gezin dat bezig is"), await town.Household("gezin met twee wetten"));
        await Close(database, town, await town.Ask(withdrawn, "Toch niet"), withdrawn);
        await Close(database, town, await town.Ask(running, "Toch niet"), running);
        await town.Ask(running, "Nog bezig");
        await Close(database, town, await town.Ask(both, "Toch niet"), both);
        await Close(database, town, await town.Ask(both, "Opgelost", Law.Jeugdwet), both, QuestionOutcome.Answered);
        var list = database.Services.GetRequiredService<NightlyList>();

        database.Clock.Advance(TimeSpan.FromDays(40));
        Assert.Equal(0, await list.Make());
        // The six weeks are over: of the third household that one law; the first waits for the year of a household of which nothing else is known.
        database.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal(2, await list.Make());
        Assert.Null(await list.Make());

        await using (var work = await database.Read(town[Role.Archivist]))
        {
            var lines = work.Query<DestructionLine>().ToList();
            Assert.Equal([withdrawn, both], lines.Select(l => l.Household!.Value).OrderBy(h => h == both));
            Assert.All(lines, l => Assert.Equal((Law.Wmo, "Wmo, ingetrokken: 6 weken na afsluiting"), (l.Law!.Value, l.Rule)));
            Assert.Equal(1, lines.Single(l => l.Household == both).CountsByTable["question"]);
        }
        // Asked again: nothing goes, and the line is gone with the next night.
        await town.Ask(withdrawn, "Toch wel");
        database.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, await list.Make());
        database.Clock.Advance(TimeSpan.FromDays(366 * 6));
        await list.Make();
        await using var later = await database.Read(Actor.System);
        var whole = Assert.Single(later.Query<DestructionLine>());
        Assert.Equal((both, null), (whole.Household!.Value, whole.Law));
        Assert.Equal(3, later.Query<Samenkracht.Residents.Household>().Count());
    }

    [Theory, BothDatabases]
    public async Task A_duty_to_tell_and_a_decision_that_one_can_object_to_keep_a_household_off_the_list(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        var (reported, decided, quiet) = (await town.Household(), await town.Household("gezin met een besluit"), await town.Household("gezin dat rust heeft"));
        var given = await SignalTestData.Trace(database.Storage, town, reported);
        QuestionId question;
        await using (var work = await database.Begin(town.Sanne))
        {
            question = work.Query<DutyToTell>().Single().Question!.Value;
            var because = work.Because(SupportEvents.LetterSent, Law.Wmo);
            var letter = Letter.Draft(decided, work.People.Single(p => p.Household == decided).Id, SafetyMark.None, new LetterText(LetterKind.Decision, Law.Wmo, "Uw aanvraag", "Wij wijzen het af.", "Nee", null), town.WijkteamOrganisation, because);
            work.Add(letter);
            letter.Send(because, new Mandate("het college", "Postbus 50"));
            await work.Note(because, letter.Id.Value, decided);
            await work.Commit();
        }
        await Close(database, town, question, reported);
        async Task<IEnumerable<HouseholdId>> Running()
        {
            await using var work = await database.Read(Actor.System);
            var running = new List<HouseholdId>();
            foreach (var source in database.Services.GetServices<IKeptFiles>()) running.AddRange(await source.Running(work, [reported, decided, quiet], default));
            return running;
        }

        Assert.Equivalent(new[] { reported, decided }, await Running(), strict: true);
        await SignalTestData.Withhold(database.Storage, town.Sanne, given.Id);
        Assert.Contains(reported, await Running());
        await SignalTestData.Tell(database.Storage, town.Sanne, given.Id);
        database.Clock.Advance(TimeSpan.FromDays(42));
        Assert.Equal([decided], await Running());
        database.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Empty(await Running());
    }

    [Theory, BothDatabases]
    public async Task A_hold_or_a_new_question_stops_what_was_approved(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        var (held, asked, restricted) = (await town.Household(), await town.Household("gezin dat terugkomt"), await town.Household("gezin met een verzoek"));
        var request = await Restrict(database, town, restricted);
        foreach (var id in (HouseholdId[])[held, asked, restricted]) await Close(database, town, await town.Ask(id, "Toch niet"), id);
        database.Clock.Advance(TimeSpan.FromDays(400));
        await database.Services.GetRequiredService<NightlyList>().Make();
        var hold = default(RetentionHoldId);
        await using (var work = await database.Begin(town[Role.Archivist]))
        {
            var because = work.Because(RecordEvents.Approved);
            var declaration = new Declaration { Id = Id.New<DeclarationId>(), ApprovedAt = because.At, ApprovedBy = work.Actor.Account!.Value, CarryOutFrom = because.At };
            work.Add(declaration);
            foreach (var line in work.Query<DestructionLine>().ToList()) line.Approve(declaration.Id);
            var stop = RetentionHold.On(new DestroyedFile(held), HoldGround.Complaint, "Er loopt een klacht.", because);
            work.Add(stop);
            hold = stop.Id;
            await work.Note(because, declaration.Id.Value);
            await work.Commit();
        }
        var again = await town.Ask(asked, "Toch wel");
        var carrying = database.Services.GetRequiredService<Carrying>();
        database.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(0, await carrying.Run());
        await using (var work = await database.Begin(town[Role.Archivist]))
        {
            var because = work.Because(RecordEvents.Released);
            work.Query<RetentionHold>().Single(h => h.Id == hold).Release(because);
            await work.Note(because, hold.Value);
            await work.Commit();
        }
        Assert.Equal(1, await carrying.Run());

        // What is kept because somebody asked it goes when that has ended, and not before.
        await using (var work = await database.Begin(Actor.System))
        {
            var because = new Because(town[Role.PrivacyOfficer], work.Now, Samenkracht.Residents.ResidentEvents.RestrictionEnds, null, null);
            work.Query<Samenkracht.Residents.Requests.Restriction>().Single(r => r.Request == request).End("Het is nagekeken.", because);
            await work.Note(because, request.Value, restricted);
            await work.Commit();
        }
        Assert.Equal(0, await carrying.Run());
        database.Clock.Advance(TimeSpan.FromDays(15));
        Assert.Equal(1, await carrying.Run());

        await using var later = await database.Read(Actor.System);
        Assert.Equal(asked, Assert.Single(later.Query<Samenkracht.Residents.Household>()).Id);
        Assert.Contains(later.Query<Samenkracht.Support.Ask.Question>(), q => q.Id == again);
    }

    private static async Task<PersonRequestId> Restrict(TestDatabase database, Town town, HouseholdId household)
    {
        var asked = await town.Request(household, RequestKind.Restrict, "Het verslag klopt niet");
        await using var work = await database.Begin(Actor.System);
        var because = new Because(town[Role.PrivacyOfficer], work.Now, Samenkracht.Residents.ResidentEvents.RequestDecided, null, null);
        var request = work.Query<Samenkracht.Residents.Requests.PersonRequest>().Single(r => r.Id == asked);
        request.Decide(Samenkracht.Residents.Requests.RequestOutcome.Granted, "Wij gebruiken het niet.", because);
        work.Add(Samenkracht.Residents.Requests.Restriction.Of(request, because));
        await work.Note(because, asked.Value, household);
        await work.Commit();
        return asked;
    }

    private static KeptPart Part(Law law, KeptResult result) => new(Someone, null, law, result, new DateOnly(2026, 3, 2), new DateOnly(2026, 4, 2));

    private static RetentionRules With(string key, string value) =>
        RetentionRules.From(new ConfigurationBuilder().AddInMemoryCollection([new($"Bewaartermijnen:{key}", value)]).Build());

    private static async Task Close(TestDatabase database, Town town, QuestionId question, HouseholdId household, QuestionOutcome outcome = QuestionOutcome.Withdrawn)
    {
        await using var work = await database.Begin(town.Sanne);
        var because = work.Because(SupportEvents.Closed);
        work.Add(work.Query<Samenkracht.Support.Ask.Question>().Single(q => q.Id == question).Close(outcome, because));
        await work.Note(because, question.Value, household);
        await work.Commit();
    }
}
