using Samenkracht.Directory.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Signals;
using Samenkracht.Signals.Contract;
using Samenkracht.Signals.Raise;
using Samenkracht.Support.Contract;
using static Samenkracht.Tests.Signals.SignalTestData;

namespace Samenkracht.Tests.Signals;

public class SignalTests
{
    [Theory]
    [InlineData(Role.Anonymous, true)]
    [InlineData(Role.Resident, true)]
    [InlineData(Role.Volunteer, true)]
    [InlineData(Role.Partner, false)]
    [InlineData(Role.Wijkagent, false)]
    [InlineData(Role.TeamMember, false)]
    public void A_concern_of_someone_whose_work_it_is_not_is_a_neighbours_report_and_expires(Role role, bool byNeighbour)
    {
        var signal = Raised(Concern(), role == Role.Anonymous ? Actor.Anonymous : Someone(role));

        Assert.Equal(byNeighbour, signal.ByNeighbour);
        Assert.Equal(byNeighbour ? new DateOnly(2027, 1, 5) : null, signal.ExpiresOn);
    }

    [Fact]
    public void What_someone_asks_for_themselves_does_not_expire() => Assert.Null(Raised(Request, Actor.Anonymous).ExpiresOn);

    [Theory]
    [InlineData(SignalKind.Concern, Urgency.FewDays, "2026-11-27")]
    [InlineData(SignalKind.Concern, Urgency.Today, "2026-11-24")]
    [InlineData(SignalKind.Request, Urgency.FewDays, "2026-11-27")]
    [InlineData(SignalKind.Community, Urgency.FewDays, "2026-12-01")]
    public void The_term_counts_working_days_by_kind_and_urgency(SignalKind kind, Urgency urgency, string due) =>
        Assert.Equal(DateOnly.Parse(due), Raised(Said(kind) with { Urgency = urgency }, Actor.Anonymous).DueOn);

    [Fact]
    public void A_melding_gives_seven_days_for_an_own_plan_and_six_weeks_for_the_inquiry()
    {
        // 24 November 2026 and seven days is a Tuesday; and six weeks is Tuesday 5 January.
        var terms = MeldingTerms.From(TuesdayMorning, Days);

        Assert.Equal(new DateOnly(2026, 12, 1), terms.OwnPlanUntil);
        Assert.Equal(new DateOnly(2027, 1, 5), terms.InquiryUntil);
    }

    [Fact]
    public void A_statutory_term_that_ends_on_a_free_day_ends_on_the_next_working_day() =>
        // Friday 18 December and seven days is Christmas Day; the 26th is a holiday, the 27th a Sunday.
        Assert.Equal(new DateOnly(2026, 12, 28), MeldingTerms.From(new(2026, 12, 18, 9, 0, 0, TimeSpan.Zero), Days).OwnPlanUntil);

    [Fact]
    public void Only_a_community_speaks_with_a_range_and_never_anyone_in_particular()
    {
        var signal = Raised(OfCommunity(Id.New<CommunityId>()), RaiseSignal.Speaker(Someone(Role.CommunityWorker), SignalKind.Community));

        Assert.Equal((5, 10), (signal.PeopleFrom, signal.PeopleTo));
        Assert.Equal((Role.CommunityWorker, (OrganisationId?)null), (signal.ByRole, signal.ByOrganisation));
        Assert.Throws<InvalidOperationException>(() => Raised(OfCommunity(), Someone(Role.CommunityWorker)));
    }

    [Fact]
    public void A_communitys_signal_never_becomes_a_households_question()
    {
        var signal = Raised(OfCommunity(), Actor.Anonymous);

        Assert.Throws<InvalidOperationException>(() =>
            signal.Assess(Decision.AsQuestion(Id.New<HouseholdId>(), Id.New<QuestionId>()), Because(Someone(Role.TeamMember))));
        Assert.Equal(SignalState.Received, signal.State);
    }

    [Fact]
    public void Who_takes_it_up_makes_it_the_teams_and_can_lay_it_back()
    {
        var (signal, member) = (Raised(Concern(), Actor.Anonymous), Someone(Role.TeamMember));

        var claim = signal.Claim(Because(member));
        Assert.Equal((SignalState.Claimed, member.Team, member.Organisation), (signal.State, signal.Team, signal.Organisation));
        signal.Release(claim, Because(member));

        Assert.Equal(SignalState.Received, signal.State);
        Assert.NotNull(claim.ReleasedAt);
    }

    [Fact]
    public void An_assessed_signal_stays_assessed()
    {
        var (signal, because) = (Raised(Concern(), Actor.Anonymous), Because(Someone(Role.TeamMember)));
        signal.Assess(Decision.NoAction("Er is al hulp."), because);

        Assert.Throws<InvalidOperationException>(() => signal.Assess(Decision.NoAction("Nog eens."), because));
        Assert.Throws<InvalidOperationException>(() => signal.Claim(because));
        Assert.Throws<InvalidOperationException>(signal.Expire);
    }

    [Fact]
    public void A_weighed_report_of_a_neighbour_keeps_its_end_date_in_the_database_and_its_words()
    {
        var signal = Raised(Concern(), Actor.Anonymous);
        signal.Assess(Decision.NoAction("Er is al hulp."), Because(Someone(Role.TeamMember)));

        Assert.NotEmpty(signal.Text);
        Assert.Equal(SignalState.Assessed, signal.State);
    }

    [Fact]
    public void An_expired_signal_has_no_words_left()
    {
        var signal = Raised(Concern(theme: Theme.Loneliness), Actor.Anonymous);
        signal.Expire();

        Assert.Equal(("", null, "", null), (signal.Text, signal.About, signal.SearchText, signal.Theme));
    }

    [Fact]
    public void Safety_at_home_lies_in_the_safety_compartment_from_the_start() =>
        Assert.Equal(SafetyMark.Shielded, Raised(Concern(theme: Theme.Safety), Actor.Anonymous).Safety);

    private static NewSignal Said(SignalKind kind) => kind switch
    {
        SignalKind.Request => Request,
        SignalKind.Community => OfCommunity(),
        _ => Concern(),
    };
}
