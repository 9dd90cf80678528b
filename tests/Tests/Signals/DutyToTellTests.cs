using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Residents.Contract;
using Samenkracht.Signals;
using Samenkracht.Signals.Contract;
using Samenkracht.Signals.Tell;
using Samenkracht.Support.Contract;
using static Samenkracht.Tests.Signals.SignalTestData;

namespace Samenkracht.Tests.Signals;

/// <summary>The rules of AVG art. 14, without a database.</summary>
public class DutyToTellTests
{
    private static readonly Because Today = Because(Someone(Role.TeamMember), law: Law.Wmo);
    private static readonly DateOnly Day = new(2026, 11, 24);

    [Theory]
    [InlineData("2026-11-24T08:00:00Z", "2026-12-24")]
    [InlineData("2027-01-31T12:00:00Z", "2027-02-28")]
    [InlineData("2028-01-31T12:00:00Z", "2028-02-29")]
    [InlineData("2026-12-31T12:00:00Z", "2027-01-31")]
    // In Amsterdam it is a day later already, in winter an hour and in summer two before midnight in Greenwich.
    [InlineData("2026-11-24T23:30:00Z", "2026-12-25")]
    [InlineData("2026-06-30T22:30:00Z", "2026-08-01")]
    [InlineData("2026-06-30T21:30:00Z", "2026-07-30")]
    public void The_last_day_is_a_month_after_it_came_in_by_the_Dutch_calendar(string received, string due) =>
        Assert.Equal(DateOnly.Parse(due), DutyToTell.TellBy(DateTimeOffset.Parse(received)));

    [Fact]
    public void Only_who_is_reported_by_another_must_be_told()
    {
        Assert.Equal((DutyState.Open, new DateOnly(2026, 12, 24)), (Duty().State, Duty().DueOn));
        Assert.Null(DutyToTell.Of(Raised(Request, Someone(Role.Resident))));
        Assert.Null(DutyToTell.Of(Raised(OfCommunity(), Actor.Anonymous)));
    }

    [Fact]
    public void With_a_household_it_is_of_that_circle_under_that_law()
    {
        var (duty, household, question) = (Duty(), Id.New<HouseholdId>(), Id.New<QuestionId>());
        duty.FindNobody("Er staat geen naam in.", Today);

        duty.Follow(Decision.AsQuestion(household, question), Law.Jeugdwet, Today);

        Assert.Equal((household, question, Law.Jeugdwet, DutyState.Open), (duty.Household!.Value, duty.Question!.Value, duty.Law!.Value, duty.State));
        Assert.Throws<InvalidOperationException>(() => duty.FindNobody("Toch niet.", Today));
    }

    [Fact]
    public void Handing_over_is_the_last_moment_to_tell_and_no_action_changes_nothing()
    {
        var (handed, none) = (Duty(), Duty());
        handed.Follow(Decision.HandOver("Voedselbank", null), null, Today);
        none.Follow(Decision.NoAction("Er is al hulp."), null, Today);

        Assert.Equal((Day, DutyState.Open), (handed.DueOn, handed.State));
        Assert.Equal((new DateOnly(2026, 12, 24), DutyState.Open), (none.DueOn, none.State));
    }

    [Fact]
    public void Left_by_who_weighed_it_it_is_of_the_first_who_tells_a_part_or_puts_it_off()
    {
        var (other, third) = (Because(Someone(Role.TeamMember)), Because(Someone(Role.TeamMember)));
        foreach (var part in (Action<DutyToTell, Because>[])[(d, b) => d.Tell(Told(), all: false, b), (d, b) => d.Withhold(new Withholding(Ground.Unreachable, "Niet thuis.", Day.AddDays(14)), b)])
        {
            var duty = Duty();
            part(duty, other);
            // Who took the signal up still decides on it.
            Assert.Null(duty.Assessor);
            duty.Follow(Decision.NoAction("Er is al hulp."), null, Today);
            part(duty, other);
            Assert.Equal(Today.Actor.Account, duty.Assessor);
            duty.Leave();
            part(duty, other);
            part(duty, third);
            Assert.Equal(other.Actor.Account, duty.Assessor);
        }
    }

    [Fact]
    public void What_is_put_off_comes_back_on_its_day_and_can_still_be_told()
    {
        var duty = Duty();
        var off = duty.Withhold(new Withholding(Ground.Danger, "Haar man leest mee.", Day.AddDays(14)), Today);
        Assert.Equal((DutyState.Withheld, Day.AddDays(14), "Haar man leest mee."), (duty.State, duty.DueOn, off.Reason));
        Assert.True(duty.IsOpen);

        var told = duty.Tell(Told(), all: true, Today);

        Assert.Equal((DutyState.Told, DutyState.Told, (string?)null), (duty.State, told.State, told.Reason));
        Assert.Throws<InvalidOperationException>(() => duty.Withhold(new Withholding(Ground.Danger, "Toch niet.", Day.AddDays(14)), Today));
    }

    [Fact]
    public void Told_to_one_it_stays_open_for_the_others()
    {
        var duty = Duty();

        Assert.Equal(DutyState.Told, duty.Tell(Told(), all: false, Today).State);
        Assert.Equal(DutyState.Open, duty.State);
        duty.Withhold(new Withholding(Ground.Danger, "De andere ouder is gevaarlijk.", Day.AddDays(30)), Today);
        Assert.Equal(DutyState.Withheld, duty.State);
    }

    [Fact]
    public void Of_what_was_erased_nothing_can_be_told()
    {
        var (erased, told) = (Duty(), Duty());
        erased.Lapse();
        told.Tell(Told(), all: true, Today);
        told.Lapse();

        Assert.Throws<InvalidOperationException>(() => erased.Tell(Told(), all: true, Today));
        Assert.Equal((DutyState.Lapsed, DutyState.Told), (erased.State, told.State));
    }

    [Fact]
    public void What_lies_in_the_safety_compartment_is_told_in_person_where_that_is_safe_and_in_no_other_way()
    {
        var duty = Duty();
        duty.Shield();

        foreach (var wrong in (Telling[])[Told(), Told() with { Manner = Manner.ByLetter, Place = "thuis" }, Told() with { Manner = Manner.ByPhone, Place = "thuis" }])
            Assert.Throws<InvalidOperationException>(() => duty.Tell(wrong, all: true, Today));
        var form = new TellForm { On = Day, Words = "Er is iets gemeld.", Manner = Manner.ByLetter };
        Assert.Equal(["Manner", "Place"], form.Faults(Said(Role.Partner, neighbour: false, "School"), [], [], inPersonOnly: true, TuesdayMorning).Select(f => f.Field));

        Assert.Equal("op school", duty.Tell(Told() with { Place = "op school" }, all: true, Today).Place);
        Assert.Equal(DutyState.Told, duty.State);
    }

    [Fact]
    public void A_source_is_shown_only_as_it_was_recorded()
    {
        Assert.Null(Duty().Tell(Told() with { Shown = "de buurvrouw van nummer 3" }, true, Today).SourceShown);
        Assert.Throws<InvalidOperationException>(() => Duty().Tell(Told() with { Source = SourceShown.Name }, true, Today));
        Assert.Equal("iemand die werkt bij school", Duty().Tell(Told() with { Source = SourceShown.Function, Shown = "iemand die werkt bij school" }, true, Today).SourceShown);
    }

    [Theory]
    [InlineData(Role.Partner, false, "De Vlieger", "iemand die werkt bij De Vlieger")]
    [InlineData(Role.Wijkagent, false, null, "een wijkagent")]
    [InlineData(Role.Partner, true, "De Vlieger", null)]
    [InlineData(Role.Volunteer, false, "De Vlieger", null)]
    [InlineData(Role.Anonymous, false, null, null)]
    public void Only_of_who_reports_in_their_work_the_corner_may_be_named(Role role, bool neighbour, string? organisation, string? corner) =>
        Assert.Equal(corner, Said(role, neighbour, organisation).Function);

    [Fact]
    public void The_form_says_what_is_missing_at_its_field()
    {
        var said = Said(Role.Anonymous, neighbour: true, null);
        var someone = new PersonCard { Id = Id.New<PersonId>(), Household = Id.New<HouseholdId>(), Name = "Dirk Vos", SearchName = "dirk vos" };

        Assert.Equal(["On", "Words", "People"], Faults(new TellForm()));
        Assert.Equal(["On", "People"], Faults(Good(f => f.On = Day.AddDays(1), f => f.People = [Id.New<PersonId>()])));
        Assert.Equal(["On"], Faults(Good(f => f.On = Day.AddDays(-1))));
        // A neighbour's corner tells who it was; they said that they had told nothing.
        Assert.Equal(["Knew", "Source"], Faults(Good(f => f.Knew = Knew.FromReporter, f => f.Source = SourceShown.Function)));
        Assert.Equal(["SourceName"], Faults(Good(f => f.Source = SourceShown.Name)));
        Assert.Empty(Faults(Good()));
        Assert.Equal(["Ground", "Reason", "ReviewOn"], new WithholdForm().Faults(Day).Select(f => f.Field));
        Assert.Equal(["ReviewOn"], new WithholdForm { Ground = Ground.Danger, Reason = "Gevaar.", ReviewOn = Day.AddDays(93) }.Faults(Day).Select(f => f.Field));
        Assert.Equal(["ReviewOn"], new WithholdForm { Ground = Ground.Danger, Reason = "Gevaar.", ReviewOn = Day }.Faults(Day).Select(f => f.Field));

        IEnumerable<string> Faults(TellForm form) => form.Faults(said, [someone], [], inPersonOnly: false, TuesdayMorning).Select(f => f.Field);
        TellForm Good(params IEnumerable<Action<TellForm>> changes)
        {
            var form = new TellForm { On = Day, Words = "Er is iets gemeld.", People = [someone.Id] };
            foreach (var change in changes) change(form);
            return form;
        }
    }

    private static DutyToTell Duty() => DutyToTell.Of(Raised(Concern(), Actor.Anonymous))!;

    private static Telling Told() => new(Day, Manner.InPerson, "Er is iets gemeld.", SourceShown.Nobody, null);

    private static Reported Said(Role role, bool neighbour, string? organisation) => new()
    {
        Text = "x",
        About = null,
        Kind = SignalKind.Concern,
        Theme = null,
        Told = Samenkracht.Signals.Contract.Told.NotYet,
        ByRole = role,
        ByNeighbour = neighbour,
        ReceivedAt = TuesdayMorning,
        Outcome = null,
        Organisation = organisation,
    };
}
