using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Residents.Contract;
using Samenkracht.Support;
using Samenkracht.Support.Consent;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Support;

/// <summary>Whose yes and no counts, and who reads it.</summary>
public class ConsentTests
{
    private static readonly PersonId Sem = Id.New<PersonId>(), Parent = Id.New<PersonId>(), Other = Id.New<PersonId>();

    [Fact]
    public void The_last_answer_of_each_who_counts_decides_and_one_no_is_a_no()
    {
        Assert.Equal(ConsentState.Open, ConsentView.StateOf(Sem, true, []));
        Assert.Equal(ConsentState.Agreed, ConsentView.StateOf(Sem, true, [Says(Sem, false, 1), Says(Sem, true, 2)]));
        Assert.Equal(ConsentState.Refused, ConsentView.StateOf(Sem, true, [Says(Sem, false, 1), Says(Parent, true, 2)]));
        Assert.Equal(ConsentState.Refused, ConsentView.StateOf(Sem, true, [Says(Parent, true, 1), Says(Other, false, 2), Says(Sem, true, 3)]));
        // From 16 the one asked alone.
        Assert.Equal(ConsentState.Agreed, ConsentView.StateOf(Sem, false, [Says(Parent, false, 1), Says(Sem, true, 2)]));
        Assert.Equal(ConsentState.Open, ConsentView.StateOf(Sem, false, [Says(Parent, true, 1)]));
    }

    [Theory]
    [InlineData(Relation.Child, "2015-01-01", true)]
    [InlineData(Relation.Child, "2010-11-25", true)]
    [InlineData(Relation.Child, "2010-11-24", false)]
    [InlineData(Relation.Child, null, true)]
    [InlineData(Relation.Resident, "2015-01-01", false)]
    public void Parents_decide_along_for_a_child_under_sixteen(Relation relation, string? born, bool count) =>
        Assert.Equal(count, ConsentView.ParentsCount(new PersonCard { Id = Sem, Household = Id.New<HouseholdId>(), Name = "Sem", SearchName = "sem", Relation = relation, BirthDate = born is null ? null : DateOnly.Parse(born) }, new DateOnly(2026, 11, 24)));

    [Fact]
    public void A_question_is_about_one_thing_and_ends_without_losing_its_answers()
    {
        Assert.Throws<ArgumentException>(() => Ask(ConsentKind.Sharing, null));
        Assert.Throws<ArgumentException>(() => Ask(ConsentKind.Help, Law.Wgs));
        var request = Ask(ConsentKind.Sharing, Law.Wgs);
        request.End(Because());
        Assert.Throws<InvalidOperationException>(() => request.Answer(Sem, true, null, false, Because()));
    }

    [Theory, BothDatabases]
    public async Task A_question_is_read_by_its_law_and_by_who_is_asked(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var town = await Town.Build(database.Storage);
        var id = await town.Household(people: [new NewPerson("Dirk Vos"), new NewPerson("Ans Bos", Relation.Partner)]);
        await town.Join(id, town.Anouk, laws: Law.Wgs);
        await town.Join(id, town.Hugo);
        await town.Join(id, town[Role.Volunteer], CircleRole.Volunteer);
        var resident = await town.Resident(id);
        await using var own = await database.Read(resident);
        var self = (await own.Self.SingleAsync()).Id;
        var mine = await town.Consent(id, self);
        await town.Consent(id, (await town.People(id)).Values.Single(p => p != self), toLaw: Law.Wgs);
        await using (var work = await database.Begin(resident))
        {
            var because = work.Because(SupportEvents.ConsentRefused);
            var request = await work.Query<ConsentRequest>().SingleAsync(r => r.Id == mine);
            work.Add(request.Answer(self, false, "Liever niet", false, because));
            work.Expect(request, request.Version);
            await work.Note(because, mine.Value, id);
            await work.Commit();
        }

        Assert.Equal((2, 1), await Reads(database, town.Sanne));
        Assert.Equal((2, 1), await Reads(database, town.Hugo));
        Assert.Equal((1, 1), await Reads(database, resident));
        foreach (var stranger in (Actor[])[town.Anouk, town[Role.Volunteer], town[Role.TeamMember], town[Role.AttentionOfficer], town[Role.PrivacyOfficer]])
            Assert.Equal((0, 0), await Reads(database, stranger));
    }

    private static async Task<(int Requests, int Answers)> Reads(TestDatabase database, Actor actor)
    {
        await using var work = await database.Read(actor);
        return (await work.Query<ConsentRequest>().CountAsync(), await work.Query<ConsentAnswer>().CountAsync());
    }

    private static Said Says(PersonId by, bool agrees, int minute) => new(by, new DateTimeOffset(2026, 11, 24, 9, minute, 0, TimeSpan.Zero), agrees);

    private static ConsentRequest Ask(ConsentKind kind, Law? to) =>
        ConsentRequest.Ask(Id.New<HouseholdId>(), Sem, new WantedConsent(kind, Law.Wmo, Id.New<OrganisationId>(), to, "Het inkomen", "Handig"), Id.New<OrganisationId>(), Because());

    private static Because Because() => new(new Actor(Role.TeamMember, Id.New<AccountId>(), null, null, "Sanne"), new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero), SupportEvents.ConsentAsked, Law.Wmo, null);
}
