using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Support.Contract;

namespace Samenkracht.Support.Plans;

/// <summary>Plan: one household, at most one current plan; the database holds it to that.</summary>
internal sealed class Plan : IVersioned
{
    private Plan() { }

    public PlanId Id { get; private init; }
    public HouseholdId Household { get; private init; }
    public OrganisationId Controller { get; private init; }
    /// <summary>"Versie 4": a new one begins with the first change after the resident spoke, so that an approval says what was approved.</summary>
    public int Edition { get; private set; } = 1;
    /// <summary>The last edition that the resident approved or did not agree with; 0 before.</summary>
    public int JudgedEdition { get; private set; }
    /// <summary>Counts what was agreed for all to read, so that nobody approves what they did not read; what another at home answered does not count.</summary>
    public int Changes { get; private set; }
    public DateTimeOffset StartedAt { get; private init; }
    public DateTimeOffset? EndedAt { get; private set; }
    public int Version { get; private set; }

    public static Plan Start(HouseholdId household, OrganisationId controller, Because because, PlanId? id = null) =>
        new() { Id = id ?? Kernel.Id.New<PlanId>(), Household = household, Controller = controller, StartedAt = because.At };

    public void End(Because because) => EndedAt ??= because.At;

    public Goal Aim(NewGoal wanted, OrganisationId controller, Because because, GoalId? id = null)
    {
        Changed(wanted.Audience, wanted.Safety);
        return Goal.Of(this, wanted, controller, because, id);
    }

    public PlanAction Agree(Goal goal, NewPlanAction wanted, OrganisationId controller, Because because, PlanActionId? id = null)
    {
        if (goal.Plan != Id) throw new InvalidOperationException("A goal of another plan.");
        var action = PlanAction.Of(goal, wanted, controller, because, id);
        Changed(action.Audience, action.Safety);
        return action;
    }

    public void Change(PlanAction action, NewPlanAction wanted)
    {
        Changed(action.Audience, action.Safety);
        action.Change(wanted);
    }

    public PlanApproval Approve(AccountId by, Because because) => Judged(PlanApproval.Give(this, by, agrees: true, null, because));

    /// <summary>"Ik ben het er niet mee eens", in the resident's own words.</summary>
    public PlanApproval Disagree(AccountId by, string words, Because because) =>
        Judged(PlanApproval.Give(this, by, agrees: false, words, because));

    private PlanApproval Judged(PlanApproval approval)
    {
        JudgedEdition = Edition;
        return approval;
    }

    // What a resident cannot read shows nowhere as a change.
    private void Changed(Audience audience, SafetyMark safety)
    {
        if (EndedAt is not null) throw new InvalidOperationException("An ended plan does not change.");
        if (audience != Audience.Circle || safety != SafetyMark.None) return;
        Changes++;
        if (JudgedEdition == Edition) Edition++;
    }
}

/// <summary>Goedkeuring: a resident's yes or no to one edition. Every one stays; the last one counts.</summary>
internal sealed class PlanApproval
{
    public const int MostWords = 2000;

    private PlanApproval() { }

    public PlanApprovalId Id { get; private init; }
    public PlanId Plan { get; private init; }
    public int Edition { get; private init; }
    public bool Agrees { get; private init; }
    public string? Words { get; private init; }
    public AccountId ByAccount { get; private init; }
    public DateTimeOffset At { get; private init; }

    internal static PlanApproval Give(Plan plan, AccountId by, bool agrees, string? words, Because because) => new()
    {
        Id = Kernel.Id.New<PlanApprovalId>(),
        Plan = plan.Id,
        Edition = plan.Edition,
        Agrees = agrees,
        Words = words?.Trim(),
        ByAccount = by,
        At = because.At,
    };
}
