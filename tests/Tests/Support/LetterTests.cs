using Samenkracht.Access.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Residents.Contract;
using Samenkracht.Support;
using Samenkracht.Support.Letters;
using Samenkracht.Tests.TestData;
using Microsoft.EntityFrameworkCore;

namespace Samenkracht.Tests.Support;

/// <summary>What a letter is, when one can object to a decision, and when it may go by post.</summary>
public class LetterTests
{
    private static readonly HouseholdCard Home = new() { Id = Id.New<HouseholdId>(), Name = "gezin", SearchText = "gezin", Street = "Molenpad", HouseNumber = "3" };
    private static readonly PersonCard Dirk = new() { Id = Id.New<PersonId>(), Household = Home.Id, Name = "Dirk Vos", SearchName = "dirk vos" };
    private static readonly Mandate College = new("het college van burgemeester en wethouders van Waterveen", "Postbus 50");
    private static readonly ContactRules Free = new(true, null);

    [Theory]
    [InlineData("2026-11-24", "2027-01-05")]
    // Six weeks later is a Saturday, a Sunday, New Year's Day, Easter Monday.
    [InlineData("2026-11-28", "2027-01-11")]
    [InlineData("2026-11-29", "2027-01-11")]
    [InlineData("2026-11-20", "2027-01-04")]
    [InlineData("2027-02-15", "2027-03-30")]
    public void One_can_object_for_six_weeks_and_the_term_never_ends_on_a_day_of_rest(string sent, string until) =>
        Assert.Equal(DateOnly.Parse(until), Letter.TermFrom(DateOnly.Parse(sent)));

    [Fact]
    public void Post_goes_only_where_nothing_speaks_against_it()
    {
        Assert.True(PostRule.Of(Free, Home, Dirk).MayPost);
        Assert.False(PostRule.Of(new ContactRules(false, null), Home, Dirk).MayPost);
        Assert.False(PostRule.Of(Free, Home, Dirk with { NoPost = true }).MayPost);
        Assert.False(PostRule.Of(Free, Home, Dirk with { Safety = SafetyMark.Shielded }).MayPost);
        // The address of the household is not that of a parent who lives elsewhere.
        Assert.False(PostRule.Of(Free, Home, Dirk with { Relation = Relation.ParentElsewhere }).MayPost);
        Assert.False(PostRule.Of(Free, Home with { Secrecy = true }, Dirk).MayPost);
        Assert.False(PostRule.Of(Free, Home with { Safety = SafetyMark.Shielded }, Dirk).MayPost);
        Assert.False(PostRule.Of(Free, Home with { Street = null }, Dirk).MayPost);
    }

    [Fact]
    public void What_was_sent_stands()
    {
        var letter = Draft();
        Assert.Throws<InvalidOperationException>(() => letter.Post(new PostRule(true), Because()));
        Assert.Throws<InvalidOperationException>(() => letter.Open(Because()));
        Assert.Equal(Audience.Professionals, letter.Audience);
        // A decision is somebody's, and one can object to it somewhere (Awb art. 10:10 and 3:45).
        Assert.Throws<ArgumentNullException>(() => Draft().Send(Because()));
        letter.Send(Because(), College);

        Assert.Equal((Audience.Circle, new DateOnly(2027, 1, 5)), (letter.Audience, letter.ObjectionUntil!.Value));
        Assert.Throws<InvalidOperationException>(() => letter.Write(Text()));
        Assert.Throws<InvalidOperationException>(() => letter.Send(Because(), College));
        Assert.Throws<InvalidOperationException>(() => letter.Post(new PostRule(false), Because()));
        Assert.True(letter.Open(Because()));
        Assert.False(letter.Open(Because()));
    }

    [Theory]
    [InlineData("Gemeente Waterveen", "van Waterveen")]
    [InlineData("Waterveen", "van Waterveen")]
    [InlineData("Gemeente", "van de gemeente")]
    public void A_decision_is_on_behalf_of_the_college_of_the_municipality(string name, string of)
    {
        var municipality = new OrganisationCard { Id = Id.New<OrganisationId>(), Name = name, Kind = OrganisationKind.Municipality, Phone = null };
        Assert.Null(Mandate.Of(municipality));
        Assert.Equal($"het college van burgemeester en wethouders {of}", Mandate.Of(municipality with { ObjectionAddress = "Postbus 50" })!.For);
    }

    [Fact]
    public void A_shielded_letter_stays_with_professionals_also_when_it_was_sent()
    {
        var letter = Draft(SafetyMark.Shielded);
        letter.Send(Because(), College);
        Assert.Equal(Audience.Professionals, letter.Audience);
    }

    [Theory, BothDatabases]
    public async Task A_letter_is_there_for_its_law_its_addressee_and_nobody_else_at_home(Engine engine)
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
        var partner = (await town.People(id)).Values.Single(p => p != self);
        await town.Letter(id, self, "verstuurd");
        await town.Letter(id, self, "concept", send: false);
        await town.Letter(id, partner, "aan de ander");
        await town.Letter(id, self, "afgeschermd", safety: SafetyMark.Shielded);

        Assert.Equal("aan de ander, afgeschermd, concept, verstuurd", await Reads(database, town.Sanne));
        Assert.Equal("aan de ander, concept, verstuurd", await Reads(database, town.Hugo));
        Assert.Equal("verstuurd", await Reads(database, resident));
        Assert.Equal("afgeschermd", await Reads(database, town[Role.AttentionOfficer]));
        foreach (var stranger in (Actor[])[town.Anouk, town[Role.Volunteer], town[Role.TeamMember], town[Role.PrivacyOfficer], Actor.Anonymous])
            Assert.Equal("", await Reads(database, stranger));
        // The database holds it too, against a forgotten rule.
        await using var writing = await database.Begin(town.Sanne);
        await Assert.ThrowsAnyAsync<Exception>(() => writing.Context.Database.ExecuteSqlRawAsync(
            "UPDATE letter SET text = (SELECT subject FROM letter WHERE sent_at IS NULL) WHERE sent_at IS NOT NULL"));
    }

    private static async Task<string> Reads(TestDatabase database, Actor actor)
    {
        await using var work = await database.Read(actor);
        return string.Join(", ", (await work.Query<Letter>().Select(l => l.Subject).ToListAsync()).Order());
    }

    private static Letter Draft(SafetyMark safety = SafetyMark.None) => Letter.Draft(Home.Id, Dirk.Id, safety, Text(), Id.New<OrganisationId>(), Because());

    private static LetterText Text() => new(LetterKind.Decision, Law.Wmo, "Uw hulp", "Wij hebben gekeken.", "U krijgt hulp.", "W-1");

    private static Because Because() => new(new Actor(Role.TeamMember, Id.New<AccountId>(), null, null, "Sanne"), new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero), SupportEvents.LetterSent, Law.Wmo, null);
}
