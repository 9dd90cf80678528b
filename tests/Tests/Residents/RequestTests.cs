using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents;
using Samenkracht.Residents.Authority;
using Samenkracht.Residents.Contract;
using Samenkracht.Residents.Requests;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Residents;

/// <summary>The term of a request, and who sees it.</summary>
public class RequestTests
{
    private static readonly PersonCard Someone = new() { Id = Id.New<PersonId>(), Household = Id.New<HouseholdId>(), Name = "Dirk Vos", SearchName = "dirk vos" };

    [Theory]
    [InlineData("2026-11-22T10:00", "2026-12-22")]
    [InlineData("2027-01-31T10:00", "2027-02-28")]
    // Just past midnight in the Netherlands, the day before in UTC.
    [InlineData("2026-11-21T23:30", "2026-12-22")]
    public void The_answer_is_due_within_a_month(string askedUtc, string due) =>
        Assert.Equal(DateOnly.Parse(due), Asked(At(askedUtc)).DueOn);

    /// <summary>Jeugdwet art. 7.3.9: three months, never more; refused on a ground in law, and on no other.</summary>
    [Fact]
    public void Destruction_has_three_months_no_more_and_two_grounds_to_refuse()
    {
        PersonRequest Destroy() => PersonRequest.Ask(RequestKind.Destroy, Someone, null, null, onBehalf: false, Because(At("2026-11-22T10:00")));
        var (refused, granted) = (Destroy(), Destroy());
        Assert.Equal(new DateOnly(2027, 2, 22), refused.DueOn);
        Assert.Contains("Jeugdwet art. 7.3.9", refused.RefusesExtension(At("2026-11-23T10:00")));

        Assert.Throws<ArgumentException>(() => refused.Decide(RequestOutcome.Refused, "Nee.", Because(At("2026-11-23T10:00"))));
        Assert.Throws<ArgumentException>(() => granted.Decide(RequestOutcome.Granted, "Ja.", Because(At("2026-11-23T10:00")), RefusalGround.RequiredByLaw));
        refused.Decide(RequestOutcome.Partly, "Het besluit blijft.", Because(At("2026-11-23T10:00")), RefusalGround.RequiredByLaw);
        granted.Decide(RequestOutcome.Granted, "Ja.", Because(At("2026-11-23T10:00")));

        Assert.Equal((RefusalGround.RequiredByLaw, null), (refused.RefusalGround, granted.RefusalGround));
        Assert.Throws<ArgumentException>(() => PersonRequest.Ask(RequestKind.Names, Someone, null, 1, onBehalf: false, Because(At("2026-11-22T10:00")), new AskedFor(Id.New<PersonId>())));
    }

    /// <summary>Jeugdwet art. 7.3.15. The child is of this age; null for whose birth nobody wrote down.</summary>
    [Theory]
    [InlineData(8, true, false, "Onder de 12", null)]
    [InlineData(8, false, false, "Onder de 12", "gezag")]
    [InlineData(12, true, false, null, "vraagt een kind dit zelf")]
    [InlineData(15, true, true, null, null)]
    [InlineData(15, false, true, null, "gezag")]
    [InlineData(16, true, true, null, "Vanaf 16")]
    [InlineData(null, true, true, "geboortedatum", "geboortedatum")]
    public void Destruction_is_asked_by_the_young_person_or_a_parent_with_authority_by_age(int? age, bool holds, bool unable, string? refusesChild, string? refusesParent)
    {
        var today = new DateOnly(2026, 11, 22);
        var child = Someone with { Id = Id.New<PersonId>(), Relation = Relation.Child, BirthDate = age is { } years ? today.AddYears(-years) : null };

        Says(refusesChild, WhoAsks.Refuses(RequestKind.Destroy, child, child, false, false, today));
        Says(refusesParent, WhoAsks.Refuses(RequestKind.Destroy, child, Someone, holds, unable, today));
        Says(null, WhoAsks.Refuses(RequestKind.Destroy, Someone, Someone, false, false, today));
        Says("Vanaf 16", WhoAsks.Refuses(RequestKind.Destroy, Someone with { Id = Id.New<PersonId>() }, Someone, true, true, today));
        // On the birthday itself one is that age, the day before not yet.
        if (age == 12) Says("Onder de 12", WhoAsks.Refuses(RequestKind.Destroy, child, child, false, false, today.AddDays(-1)));

        static void Says(string? words, string? said) => Assert.True(words is null ? said is null : said?.Contains(words, StringComparison.Ordinal) == true, $"It said: {said}");
    }

    [Theory, BothDatabases]
    public async Task What_a_parent_asks_for_a_child_is_there_for_that_parent_and_not_for_the_other(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        var id = await town.Household(people: [new NewPerson("Dina Vos"), new NewPerson("Dirk Vos"), new NewPerson("Sem Vos", Relation.Child, new DateOnly(2020, 5, 3))]);
        var people = await town.People(id);
        var (dina, dirk) = (await town.Resident(id, named: "Dina Vos"), await town.Resident(id, await town.Enrol(Role.Resident, "Dirk Vos"), "Dirk Vos"));
        await Record(database, town, id, people["Dina Vos"], people["Sem Vos"]);
        async Task<IEnumerable<string>> MayAsk(Actor actor)
        {
            await using var work = await database.Read(actor);
            return (await WhoAsks.Online(work, RequestKind.Destroy, await work.Self.SingleAsync(), new DateOnly(2026, 11, 24), default)).Select(p => p.Name);
        }
        Assert.Equal([["Dina Vos", "Sem Vos"], ["Dirk Vos"]], [(await MayAsk(dina)).Order(), await MayAsk(dirk)]);

        await using (var work = await database.Begin(dina))
        {
            await Asking.Ask(work, RequestKind.Destroy, (await work.People.ToListAsync()).Single(p => p.Name == "Sem Vos"), null, null, onBehalf: false, default, new AskedFor(people["Dina Vos"]));
            await work.Commit();
        }
        Assert.Equal((1, 0, 1), (await Sees(database, dina), await Sees(database, dirk), await Sees(database, town[Role.PrivacyOfficer])));
        // As long as parents do not look along, no child is offered, and nothing says why.
        await using (var work = await database.Begin(town.Sanne))
        {
            await Households.KeepSafetyItems(work, id);
            var because = work.Because(ResidentEvents.ParentsFrozen);
            work.Add(ViewFreeze.Freeze(id, FreezeGround.Suspicion, "vermoeden", because));
            await work.Note(because, id.Value, id);
            await work.Commit();
        }
        Assert.Equal(["Dina Vos"], await MayAsk(dina));
        // What she asked for the child hides with it, for her alone.
        Assert.Equal((0, 1), (await Sees(database, dina), await Sees(database, town[Role.PrivacyOfficer])));
    }

    /// <summary>UAVG art. 5: for a child under 16 a parent with authority; who looked is everyone's own to ask.</summary>
    [Theory]
    [InlineData(8, true, null)]
    [InlineData(15, true, null)]
    [InlineData(15, false, "gezag")]
    [InlineData(16, true, "Vanaf 16")]
    public void A_copy_a_correction_and_erasure_are_asked_by_a_parent_with_authority_until_16(int age, bool holds, string? refuses)
    {
        var today = new DateOnly(2026, 11, 22);
        var child = Someone with { Id = Id.New<PersonId>(), Relation = Relation.Child, BirthDate = today.AddYears(-age) };

        foreach (var kind in (RequestKind[])[RequestKind.Copy, RequestKind.Correct, RequestKind.Erase])
        {
            var said = WhoAsks.Refuses(kind, child, Someone, holds, unable: false, today);
            Assert.True(refuses is null ? said is null : said?.Contains(refuses, StringComparison.Ordinal) == true, said);
            Assert.Null(WhoAsks.Refuses(kind, child, child, holds: false, unable: false, today));
        }
        Assert.NotNull(WhoAsks.Refuses(RequestKind.Names, child, Someone, holds: true, unable: false, today));
    }

    private static async Task Record(TestDatabase database, Town town, HouseholdId id, PersonId parent, PersonId child)
    {
        await using var work = await database.Begin(town.Sanne);
        var because = work.Because(ResidentEvents.AuthorityChecked, Law.Jeugdwet);
        work.Add(ParentalAuthority.Record(id, parent, child, holds: true, AuthoritySource.Register, new DateOnly(2026, 11, 20), because));
        await work.Note(because, child.Value, id);
        await work.Commit();
    }

    [Fact]
    public void The_term_becomes_two_months_longer_once_and_only_within_the_first_month()
    {
        var request = Asked(At("2026-11-22T10:00"));
        Assert.NotNull(request.RefusesExtension(At("2026-12-23T10:00")));
        Assert.Throws<InvalidOperationException>(() => request.Extend("te laat", Because(At("2026-12-23T10:00"))));

        request.Extend("Het dossier is groot.", Because(At("2026-12-22T10:00")));

        Assert.Equal(new DateOnly(2027, 2, 22), request.DueOn);
        Assert.Contains("al een keer verlengd", request.RefusesExtension(At("2026-12-22T11:00")));
    }

    [Fact]
    public void A_request_is_answered_or_withdrawn_once()
    {
        var (answered, withdrawn) = (Asked(At("2026-11-22T10:00")), Asked(At("2026-11-22T10:00")));
        answered.Decide(RequestOutcome.Partly, "Deels.", Because(At("2026-11-23T10:00")));
        withdrawn.Withdraw(Because(At("2026-11-23T10:00")));

        foreach (var request in (PersonRequest[])[answered, withdrawn])
        {
            Assert.Throws<InvalidOperationException>(() => request.Decide(RequestOutcome.Granted, "Ja.", Because(At("2026-11-24T10:00"))));
            Assert.Throws<InvalidOperationException>(() => request.Withdraw(Because(At("2026-11-24T10:00"))));
            Assert.NotNull(request.RefusesExtension(At("2026-11-24T10:00")));
        }
    }

    [Theory]
    [InlineData("2026-12-22", "uiterlijk 22 december, nog 12 dagen")]
    [InlineData("2026-12-11", "uiterlijk 11 december, nog 1 dag")]
    [InlineData("2026-12-10", "uiterlijk 10 december, dat is vandaag")]
    [InlineData("2026-12-09", "te laat: het had 9 december klaar moeten zijn, 1 dag geleden")]
    [InlineData("2027-01-10", "uiterlijk 10 januari 2027, nog 31 dagen")]
    public void The_term_runs_in_words(string due, string words) => Assert.Equal(words, RequestTerm.Words(DateOnly.Parse(due), new DateOnly(2026, 12, 10)));

    [Theory, BothDatabases]
    public async Task A_request_is_there_for_who_asked_the_contact_person_and_who_decides_on_it(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        var id = await town.Household(people: [new NewPerson("Dirk Vos"), new NewPerson("Sem Vos", Relation.Child)]);
        var shielded = await town.Household("vrouw", Address.Unknown, safety: SafetyMark.Shielded);
        await town.Join(id, town.Anouk);
        await town.Join(id, town[Role.TeamLead], laws: Law.Wgs);
        await town.Join(id, town[Role.Volunteer], CircleRole.Volunteer);
        await town.Join(id, town[Role.Supporter], CircleRole.Supporter);
        await town.Leave(await town.Join(id, town[Role.TeamMember]));
        var resident = await town.Resident(id);
        var mine = await PersonOf(database, resident);
        await town.Request(id, person: mine);
        await town.Request(id, RequestKind.Copy, null, person: await OtherThan(database, id, mine));
        await town.Request(shielded);

        // Without a contact person for the whole circle, whatever its law; then for contact person and deputy.
        Assert.Equal((3, 2, 2), (await Sees(database, town.Sanne), await Sees(database, town.Anouk), await Sees(database, town[Role.TeamLead])));
        await town.Support(id);
        Assert.Equal((3, 2, 0), (await Sees(database, town.Sanne), await Sees(database, town.Anouk), await Sees(database, town[Role.TeamLead])));
        Assert.Equal((1, 2, 1), (await Sees(database, resident), await Sees(database, town[Role.PrivacyOfficer]), await Sees(database, town[Role.AttentionOfficer])));
        foreach (var role in (Role[])[Role.Volunteer, Role.Supporter, Role.TeamMember, Role.DataProtectionOfficer, Role.Archivist, Role.Administrator, Role.Partner])
            Assert.Equal(0, await Sees(database, town[role]));
        Assert.Equal(0, await Sees(database, town[Role.TeamMember].InEmergency(id)));
    }

    /// <summary>A parent who lies in the safety compartment is told to nobody by a request for the child: the attention officer hears them, and decides (ADR 0099).</summary>
    [Theory, BothDatabases]
    public async Task A_request_names_no_hidden_parent_to_who_does_not_see_the_compartment(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        var id = await town.Household(people: [new NewPerson("Dina Vos"), new NewPerson("Dirk Vos"), new NewPerson("Sem Vos", Relation.Child, new DateOnly(2013, 5, 3))]);
        var people = await town.People(id);
        foreach (var parent in (string[])["Dina Vos", "Dirk Vos"]) await town.Authority(id, people[parent], people["Sem Vos"]);
        await town.Join(id, town.Anouk);
        var (dina, sem) = (await town.Resident(id, named: "Dina Vos"), await town.Resident(id, await town.Enrol(Role.Resident, "Sem Vos"), "Sem Vos"));
        await Ask(dina, RequestKind.Erase, "Dina Vos");
        await Ask(town.Sanne, RequestKind.Correct, "Dirk Vos");
        Assert.Equal([(2, 4), (2, 4), (2, 4), (1, 0), (2, 0)], [await Seen(town.Sanne), await Seen(town.Anouk), await Seen(town[Role.PrivacyOfficer]), await Seen(dina), await Seen(sem)]);

        await using (var work = await database.Begin(town.Sanne))
        {
            (await work.Query<Samenkracht.Residents.People.Person>().SingleAsync(p => p.Id == people["Dirk Vos"])).Shield(SafetyMark.Shielded, new FindForm(work.Secrets, SafetyMark.None, false));
            await Households.KeepSafetyItems(work, id);
            await work.Note(work.Because(ResidentEvents.PersonShielded), people["Dirk Vos"].Value, id);
            await work.Commit();
        }
        Assert.Equal([(2, 4), (2, 4), (1, 1), (0, 0), (1, 0), (1, 0)],
            [await Seen(town.Sanne), await Seen(town[Role.AttentionOfficer]), await Seen(town.Anouk), await Seen(town[Role.PrivacyOfficer]), await Seen(dina), await Seen(sem)]);

        async Task Ask(Actor actor, RequestKind kind, string parent)
        {
            await using var work = await database.Begin(actor);
            var child = await work.People.SingleAsync(p => p.Id == people["Sem Vos"]);
            await Asking.Ask(work, kind, child, "Het verslag", null, onBehalf: actor.Role != Role.Resident, default, new AskedFor(people[parent]));
            await work.Commit();
        }

        async Task<(int, int)> Seen(Actor actor)
        {
            await using var work = await database.Read(actor);
            return (await work.Query<PersonRequest>().CountAsync(), await work.Query<RequestVoice>().CountAsync());
        }
    }

    [Theory, BothDatabases]
    public async Task The_same_is_asked_once_until_it_is_answered(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        var id = await town.Household();
        var first = await town.Request(id);

        await Assert.ThrowsAsync<UniqueConflictException>(() => town.Request(id, words: "Ook april"));
        await using (var work = await database.Begin(town[Role.PrivacyOfficer]))
        {
            var because = work.Because(ResidentEvents.RequestDecided);
            (await work.Query<PersonRequest>().SingleAsync(r => r.Id == first)).Decide(RequestOutcome.Refused, "De wet zegt bewaren.", because);
            await work.Note(because, first.Value, id);
            await work.Commit();
        }
        await town.Request(id, words: "Ook april");
        await town.Request(id, RequestKind.Correct, "Mijn naam");
        await town.Request(id, RequestKind.Correct, "Mijn adres");
    }

    private static PersonRequest Asked(DateTimeOffset at) => PersonRequest.Ask(RequestKind.Correct, Someone, "Mijn naam", null, onBehalf: false, Because(at));

    private static DateTimeOffset At(string utc) => DateTimeOffset.Parse($"{utc}Z");

    private static Because Because(DateTimeOffset at) => new(new Actor(Role.Resident, Id.New<AccountId>(), null, null, "Dirk"), at, ResidentEvents.Requested, null, null);

    private static async Task<int> Sees(TestDatabase database, Actor actor)
    {
        await using var work = await database.Read(actor);
        return await work.Query<PersonRequest>().CountAsync();
    }

    private static async Task<PersonId> PersonOf(TestDatabase database, Actor resident)
    {
        await using var work = await database.Read(resident);
        return (await work.Self.SingleAsync()).Id;
    }

    private static async Task<PersonId> OtherThan(TestDatabase database, HouseholdId household, PersonId one)
    {
        await using var work = await database.Read(Actor.System);
        return (await work.People.SingleAsync(p => p.Household == household && p.Id != one)).Id;
    }
}
