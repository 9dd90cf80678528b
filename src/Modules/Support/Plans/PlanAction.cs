using Samenkracht.Directory.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;
using Samenkracht.Support.Contract;

namespace Samenkracht.Support.Plans;

/// <summary>Nieuwe afspraak: what, by when, and who does it.</summary>
internal sealed record NewPlanAction(string Text, DateOnly DueOn, Doer Doer, string? DoerName = null, Rhythm Rhythm = Rhythm.Once,
    CommunityId? Community = null, AccountId? DoerAccount = null, Audience Audience = Audience.Circle);

/// <summary>Afspraak: an action with a date and someone who does it.</summary>
internal sealed class PlanAction : IAboutPerson, IVersioned
{
    private PlanAction() { }

    public PlanActionId Id { get; private init; }
    public GoalId Goal { get; private init; }
    public HouseholdId Household { get; private init; }
    public OrganisationId Controller { get; private init; }
    public Law Law { get; private init; }
    public Audience Audience { get; private init; }
    public SafetyMark Safety { get; private init; }
    public int SharedWith { get; private set; }
    public AccountId? Author { get; private init; }
    public PersonId? About { get; private init; }
    public string Text { get; private set; } = "";
    public DateOnly DueOn { get; private set; }
    public Rhythm Rhythm { get; private set; }
    public Doer Doer { get; private set; }
    public string? DoerName { get; private set; }
    public AccountId? DoerAccount { get; private set; }
    public CommunityId? Community { get; private set; }
    public bool CommunityLinkable { get; private init; } = true;
    public DateTimeOffset AgreedAt { get; private init; }
    public DateTimeOffset? DoneAt { get; private set; }
    public int Version { get; private set; }

    // Never seen by more people than its goal.
    internal static PlanAction Of(Goal goal, NewPlanAction wanted, OrganisationId controller, Because because, PlanActionId? id = null)
    {
        var action = new PlanAction
        {
            Id = id ?? Kernel.Id.New<PlanActionId>(),
            Goal = goal.Id,
            Household = goal.Household,
            Controller = controller,
            Law = goal.Law,
            Audience = (Audience)Math.Max((int)goal.Audience, (int)wanted.Audience),
            Safety = goal.Safety,
            SharedWith = goal.SharedWith,
            Author = because.Actor.Account,
            About = goal.About,
            AgreedAt = because.At,
        };
        action.Change(wanted);
        return action;
    }

    internal void Change(NewPlanAction wanted)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(wanted.Text);
        (Text, DueOn, Rhythm, Doer) = (wanted.Text.Trim(), wanted.DueOn, wanted.Rhythm, wanted.Doer);
        DoerName = string.IsNullOrWhiteSpace(wanted.DoerName) ? null : wanted.DoerName.Trim();
        (Community, DoerAccount) = (wanted.Doer == Doer.Community ? wanted.Community : null, wanted.Doer is Doer.Professional or Doer.Volunteer ? wanted.DoerAccount : null);
    }

    /// <summary>To another professional, because the one who kept it left. A volunteer's is nobody's until it is agreed anew.</summary>
    public void HandTo(AccountId? account) => DoerAccount = Doer == Doer.Professional ? account : null;

    internal void SharedLike(Goal goal) => SharedWith = goal.SharedWith;

    public void Finish(Because because) => DoneAt ??= because.At;

    public void Reopen() => DoneAt = null;
}
