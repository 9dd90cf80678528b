using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Signals;
using Samenkracht.Signals.Contract;
using Samenkracht.Support.Contract;
using static Samenkracht.Tests.Signals.SignalTestData;

namespace Samenkracht.Tests.Signals;

public class FeedbackTests
{
    private static readonly Decision[] All =
    [
        Decision.AsQuestion(Id.New<HouseholdId>(), Id.New<QuestionId>()), Decision.HandOver("Voedselbank", null), Decision.NoAction("Er is al hulp."),
    ];

    [Fact]
    public void A_neighbour_reads_the_same_sentence_whatever_was_decided() =>
        Assert.Single(All.Select(d => Told(Concern(), Actor.Anonymous, d)).Distinct());

    [Fact]
    public void The_police_reads_that_it_was_picked_up_and_nothing_more()
    {
        Assert.All(All, d => Assert.Equal("Uw signaal is opgepakt.", Told(Concern(), Someone(Role.Wijkagent), d)));
        Assert.Equal("Uw signaal is opgepakt.", FeedbackTable.Of(SignalState.Claimed, null).Label());
    }

    [Fact]
    public void A_partner_hears_in_general_words_what_happens() =>
        Assert.Equal(3, All.Select(d => Told(Concern(), Someone(Role.Partner), d)).Distinct().Count());

    [Fact]
    public void No_sentence_tells_of_a_household_or_that_it_was_known()
    {
        foreach (var feedback in Enum.GetValues<Feedback>())
            foreach (var word in (string[])["huishouden", "gezin", "bekend", "buurman", "al hulp"])
                Assert.DoesNotContain(word, feedback.Label(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void There_is_a_sentence_for_every_reporter_and_outcome_that_can_be()
    {
        foreach (var who in Enum.GetValues<Reporters>())
            foreach (var outcome in Enum.GetValues<Outcome>().Where(o => who != Reporters.Community || o != Outcome.Question))
                Assert.NotEmpty(FeedbackTable.Of(who, outcome).Label());
    }

    private static string Told(Samenkracht.Signals.Raise.NewSignal said, Actor reporter, Decision decision) =>
        Raised(said, reporter).Assess(decision, Because(Someone(Role.TeamMember))).Feedback.Label();
}
