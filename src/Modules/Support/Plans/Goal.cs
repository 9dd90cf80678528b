using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;
using Samenkracht.Support.Contract;
using Samenkracht.Support.Share;

namespace Samenkracht.Support.Plans;

/// <summary>Nieuw doel.</summary>
/// <param name="About">About whom of the household; null is about all of it.</param>
/// <param name="Whose">Whose goal it is, in the household's words: "bewoner", "ouders".</param>
internal sealed record NewGoal(string Text, string Whose, Law Law, Audience Audience = Audience.Circle, SafetyMark Safety = SafetyMark.None, PersonId? About = null);

/// <summary>Doel: what should be different, in words that the household would use.</summary>
internal sealed class Goal : IAboutPerson, IVersioned
{
    private Goal() { }

    public GoalId Id { get; private init; }
    public PlanId Plan { get; private init; }
    public HouseholdId Household { get; private init; }
    public OrganisationId Controller { get; private init; }
    public Law Law { get; private init; }
    public Audience Audience { get; private init; }
    public SafetyMark Safety { get; private init; }
    public int SharedWith { get; private set; }
    public AccountId? Author { get; private init; }
    public PersonId? About { get; private init; }
    public string Text { get; private init; } = "";
    public string Whose { get; private init; } = "";
    public DateTimeOffset SetAt { get; private init; }
    public DateTimeOffset? ReachedAt { get; private set; }
    public int Version { get; private set; }

    internal static Goal Of(Plan plan, NewGoal wanted, OrganisationId controller, Because because, GoalId? id = null) => new()
    {
        Id = id ?? Kernel.Id.New<GoalId>(),
        Plan = plan.Id,
        Household = plan.Household,
        Controller = controller,
        Law = wanted.Law,
        Audience = wanted.Audience,
        Safety = wanted.Safety,
        Author = because.Actor.Account,
        About = wanted.About,
        Text = wanted.Text.Trim(),
        Whose = wanted.Whose.Trim(),
        SetAt = because.At,
    };

    /// <summary>Lets members for these laws read the goal and its agreements, and for no others any more.</summary>
    public void Share(IEnumerable<Law> with, IEnumerable<PlanAction> actions)
    {
        SharedWith = Sharing.Of(this, with);
        foreach (var action in actions) action.SharedLike(this);
    }

    public void Reach(Because because) => ReachedAt ??= because.At;
}
