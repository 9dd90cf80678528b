using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;

namespace Samenkracht.Tests.KernelTests;

public class PermissionTests
{
    [Fact]
    public void Every_role_stands_in_the_table_and_has_a_Dutch_name() => Assert.All(Enum.GetValues<Role>(), role =>
    {
        Assert.NotNull(Permissions.Of(role));
        Assert.NotEmpty(role.Label());
    });

    [Fact]
    public void Without_account_one_may_nothing() => Assert.Empty(Permissions.Of(Role.Anonymous));

    [Fact]
    public void Every_right_is_someones() =>
        Assert.All(Enum.GetValues<Permission>(), permission => Assert.Contains(Roles.OfAccounts, role => Permissions.Of(role).Contains(permission)));

    [Theory]
    [InlineData(Role.Resident)]
    [InlineData(Role.Supporter)]
    [InlineData(Role.Volunteer)]
    [InlineData(Role.Wijkagent)]
    [InlineData(Role.CouncilMember)]
    [InlineData(Role.PolicyOfficer)]
    [InlineData(Role.Alderman)]
    [InlineData(Role.Commissioner)]
    [InlineData(Role.CommunityWorker)]
    [InlineData(Role.YouthWorker)]
    [InlineData(Role.Administrator)]
    [InlineData(Role.Archivist)]
    [InlineData(Role.PrivacyOfficer)]
    [InlineData(Role.DataProtectionOfficer)]
    public void These_neither_assess_signals_nor_find_who_is_involved_nor_work_with_households(Role role) =>
        Assert.Empty(Permissions.Of(role).Intersect([Permission.AssessSignals, Permission.FindInvolvement, Permission.WorkWithHouseholds, Permission.HandleSafety]));

    [Theory]
    [InlineData(Role.Wijkagent)]
    [InlineData(Role.CouncilMember)]
    [InlineData(Role.Administrator)]
    [InlineData(Role.PrivacyOfficer)]
    public void Police_politics_and_supervision_never_join_a_circle(Role role) => Assert.False(role.MayJoinCircle());

    [Fact]
    public void Only_the_administrator_manages_accounts_and_sees_nothing_else_of_the_work()
    {
        Assert.Equal([Role.Administrator], Roles.OfAccounts.Where(role => Permissions.Of(role).Contains(Permission.ManageAccounts)));
        Assert.Empty(Permissions.Of(Role.Administrator).Intersect([Permission.SeeFindings, Permission.SeeCaseLoad, Permission.SeeOwnHousehold, Permission.LinkResidents]));
    }

    [Fact]
    public void Only_the_attention_officer_handles_safety() =>
        Assert.Equal([Role.AttentionOfficer], Roles.OfAccounts.Where(role => Permissions.Of(role).Contains(Permission.HandleSafety)));

    [Fact]
    public void Who_works_needs_a_code_and_who_lives_here_does_not() =>
        Assert.Equal([Role.Resident, Role.Supporter, Role.Volunteer, Role.PlatformMember], Roles.OfAccounts.Where(role => !role.IsProfessional()));

    [Fact]
    public void An_actor_without_account_is_not_signed_in()
    {
        Assert.False(Actor.Anonymous.IsSignedIn);
        Assert.False(Actor.System.IsSignedIn);
        Assert.True(Actor.System.May(Permission.HandleSafety));
    }
}
