using Samenkracht.Insight.Contract;
using Samenkracht.Kernel.Access;

namespace Samenkracht.Tests.Insight;

/// <summary>What leaves the team: from ten cases and ten non-cases, rounded to five.</summary>
public class DisclosureTests
{
    private static readonly Disclosure Team = Disclosure.For(Someone(Role.TeamMember));
    private static readonly Disclosure Outside = Disclosure.For(Someone(Role.CouncilMember));

    [Theory]
    [InlineData(10, 20, true)]
    [InlineData(9, 40, false)]
    [InlineData(12, 21, false)]
    [InlineData(0, 0, false)]
    public void A_pattern_needs_ten_cases_and_ten_without(int cases, int households, bool shown)
    {
        Assert.Equal(shown, Outside.MayShow(cases, households));
        Assert.True(Team.MayShow(cases, households));
    }

    [Theory]
    [InlineData(9, null)]
    [InlineData(10, 10)]
    [InlineData(12, 10)]
    [InlineData(13, 15)]
    [InlineData(1196, 1195)]
    public void Numbers_are_rounded_to_five_and_small_ones_are_not_told(int exact, int? shown)
    {
        Assert.Equal(shown, Outside.Number(exact));
        Assert.Equal(exact, Team.Number(exact));
    }

    [Fact]
    public void A_share_is_worked_out_from_rounded_numbers()
    {
        // 12 of 38 would be 32 of the hundred; 10 of 40 is 25.
        Assert.Equal(32, Team.OfHundred(12, 38));
        Assert.Equal(25, Outside.OfHundred(12, 38));
        Assert.Null(Outside.OfHundred(4, 38));
    }

    [Fact]
    public void A_community_is_named_outside_the_team_only_after_it_was_heard()
    {
        Assert.True(Team.MayName(heard: false));
        Assert.False(Outside.MayName(heard: false));
        Assert.True(Outside.MayName(heard: true));
    }

    [Fact]
    public void Words_tell_that_a_number_is_not_exact()
    {
        Assert.Equal(("12", "ongeveer 10", "minder dan 10"), (Team.Words(12), Outside.Words(12), Outside.Words(3)));
        Assert.Equal(("3,4", "minder dan 10"), (Team.Expected(3.4), Outside.Expected(3.4)));
    }

    [Fact]
    public void One_is_one_thing() => Assert.Equal(("1 signaal", "0 signalen", "minder dan 10 signalen"),
        (Team.Words(1, "signaal", "signalen"), Team.Words(0, "signaal", "signalen"), Outside.Words(1, "signaal", "signalen")));

    [Fact]
    public void No_line_on_the_map_is_exact_not_even_in_the_team() =>
        Assert.Equal([1, 1, 2, 2, 3, 3], new[] { 1, 4, 5, 9, 10, 60 }.Select(Disclosure.Share));

    [Fact]
    public void The_wijkagent_never_joins_a_finding()
    {
        Assert.False(Someone(Role.Wijkagent).May(Permission.SeeFindings));
        Assert.False(Someone(Role.Wijkagent).May(Permission.SeeRoundedFindings));
    }

    private static Actor Someone(Role role) => new(role, new(Guid.NewGuid()), null, null, role.ToString());
}
