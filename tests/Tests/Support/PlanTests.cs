using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Support;
using Samenkracht.Support.Contract;
using Samenkracht.Support.Plans;

namespace Samenkracht.Tests.Support;

public class PlanTests
{
    private static readonly OrganisationId Team = Id.New<OrganisationId>();
    private static readonly Actor Sanne = new(Role.TeamMember, Id.New<AccountId>(), Team, null, "Sanne");
    private static readonly Because Now = new(Sanne, new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero), SupportEvents.PlanStarted, Law.Wmo, null);
    private readonly Plan plan = Plan.Start(Id.New<HouseholdId>(), Team, Now);

    [Theory]
    [InlineData(Doer.Resident, Direction.Personal)]
    [InlineData(Doer.OwnNetwork, Direction.Personal)]
    [InlineData(Doer.Community, Direction.Community)]
    [InlineData(Doer.Volunteer, Direction.Community)]
    [InlineData(Doer.Professional, Direction.Rules)]
    public void The_direction_follows_from_who_does_it(Doer doer, Direction direction) => Assert.Equal(direction, doer.Direction());

    [Fact]
    public void The_first_change_after_the_resident_spoke_begins_a_new_edition()
    {
        var goal = plan.Aim(new NewGoal("Alles op tijd betalen", "bewoner", Law.Wmo), Team, Now);
        var action = Agree(goal, Doer.OwnNetwork, "zus");
        Assert.Equal(1, plan.Edition);
        Assert.Equal(1, plan.Approve(Sanne.Account!.Value, Now).Edition);
        action.Finish(Now);
        Assert.Equal(1, plan.Edition);
        Agree(goal, Doer.Resident, null);
        Agree(goal, Doer.Resident, null);
        Assert.Equal(2, plan.Edition);
    }

    [Theory]
    [InlineData(Audience.Circle, SafetyMark.Shielded)]
    [InlineData(Audience.Professionals, SafetyMark.None)]
    [InlineData(Audience.Author, SafetyMark.None)]
    public void What_a_resident_cannot_read_begins_no_edition(Audience audience, SafetyMark safety)
    {
        plan.Approve(Sanne.Account!.Value, Now);
        var before = (plan.Edition, plan.Changes);

        var goal = plan.Aim(new NewGoal("Veilig vertrek", "bewoner", Law.Wmo, audience, safety), Team, Now);
        var action = Agree(goal, Doer.Professional, null);
        plan.Change(action, new NewPlanAction("Taxi bestellen", new DateOnly(2026, 12, 1), Doer.Professional));

        Assert.Equal(before, (plan.Edition, plan.Changes));
    }

    [Fact]
    public void An_agreement_lies_under_the_law_of_its_goal_and_is_seen_by_no_more_people()
    {
        var goal = plan.Aim(new NewGoal("Veilig thuis", "ouders", Law.Jeugdwet, Audience.Professionals, SafetyMark.Shielded), Team, Now);
        var action = Agree(goal, Doer.Professional, null);
        Assert.Equal((Law.Jeugdwet, Audience.Professionals, SafetyMark.Shielded), (action.Law, action.Audience, action.Safety));
    }

    [Fact]
    public void An_ended_plan_does_not_change()
    {
        plan.End(Now);
        Assert.Throws<InvalidOperationException>(() => plan.Aim(new NewGoal("Te laat", "bewoner", Law.Wmo), Team, Now));
    }

    [Fact]
    public void Informal_help_is_always_told_beside_what_the_people_near_carry()
    {
        var goal = plan.Aim(new NewGoal("Alles op tijd betalen", "bewoner", Law.Wmo), Team, Now);
        var help = new Help([Agree(goal, Doer.OwnNetwork, "zus"), Agree(goal, Doer.OwnNetwork, "Zus"), Agree(goal, Doer.OwnNetwork, "zus"),
            Agree(goal, Doer.Volunteer, null), Agree(goal, Doer.Professional, "huisarts"), Agree(goal, Doer.Professional, "huisarts")], []);

        Assert.Equal("4 van 6 afspraken zonder professional · 1 professional over de vloer", help.Sentence);
        Assert.Equal("Let op: zus draagt 3 soorten hulp.", help.CarersSentence);
        Assert.Equal([3m, 1m, 2m], help.Parts.Select(p => p.Value));
    }

    [Fact]
    public void What_is_done_no_longer_weighs_on_the_carer()
    {
        var goal = plan.Aim(new NewGoal("Alles op tijd betalen", "bewoner", Law.Wmo), Team, Now);
        var done = Agree(goal, Doer.OwnNetwork, "buurvrouw");
        done.Finish(Now);
        Assert.Equal("Zus draagt 1 soort hulp.", new Help([done, Agree(goal, Doer.OwnNetwork, "zus")], []).CarersSentence);
        Assert.Equal("Niemand uit het eigen netwerk draagt nu hulp.", new Help([done], []).CarersSentence);
    }

    [Theory]
    [InlineData(Theme.Money, true)]
    [InlineData(Theme.Arrears, false)]
    [InlineData(Theme.Safety, false)]
    [InlineData(Theme.Addiction, false)]
    [InlineData(Theme.Sexuality, false)]
    public void Some_themes_are_never_sought_around_a_community(Theme theme, bool may) => Assert.Equal(may, theme.MayBeScannedByCommunity());

    private PlanAction Agree(Goal goal, Doer doer, string? name) =>
        plan.Agree(goal, new NewPlanAction("Post openen", new DateOnly(2026, 11, 27), doer, name), Team, Now);
}
