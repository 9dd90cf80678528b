using Samenkracht.Insight.Contract;
using Samenkracht.Kernel.Access;
using Samenkracht.PolicyTable.Agenda;

namespace Samenkracht.Tests.PolicyTable;

/// <summary>Whether it is an answer: yes and no are parts of a total.</summary>
public class OpinionTests
{
    private static readonly Disclosure Team = Disclosure.For(new Actor(Role.TeamMember, new(Guid.NewGuid()), null, null, "Sanne"));

    [Fact]
    public void Outside_the_team_yes_is_told_only_where_no_may_be_too()
    {
        Assert.Equal("ongeveer 20 van ongeveer 35", new OpinionCount(21, 13).Short(Disclosure.Outside));
        Assert.Null(new OpinionCount(21, 3).Short(Disclosure.Outside));
        Assert.Null(new OpinionCount(21, 0).Short(Disclosure.Outside));
        Assert.Equal("Dit zeiden ongeveer 25 mensen. Hoeveel ja en hoeveel nee: dat zijn er te weinig om te noemen.", new OpinionCount(21, 3).Words(Disclosure.Outside));
    }

    [Fact]
    public void Outside_the_team_nobody_and_a_few_look_the_same() =>
        Assert.Equal(new OpinionCount(0, 0).Words(Disclosure.Outside), new OpinionCount(5, 4).Words(Disclosure.Outside));

    [Fact]
    public void The_team_reads_the_numbers()
    {
        Assert.Equal("Ja, dit is een antwoord: 2 van 3 die meededen.", new OpinionCount(2, 1).Words(Team));
        Assert.Null(new OpinionCount(0, 0).Words(Team));
    }
}
