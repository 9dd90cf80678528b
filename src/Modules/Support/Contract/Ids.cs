using Samenkracht.Kernel;

namespace Samenkracht.Support.Contract;

/// <summary>Hulpvraag.</summary>
public readonly record struct QuestionId(Guid Value) : IId<QuestionId>
{
    public override string ToString() => this.Text();
}

/// <summary>Gesprek: what was said, as someone wrote it down.</summary>
public readonly record struct ConversationId(Guid Value) : IId<ConversationId>
{
    public override string ToString() => this.Text();
}

/// <summary>Plan: what a household and its circle agreed.</summary>
public readonly record struct PlanId(Guid Value) : IId<PlanId>
{
    public override string ToString() => this.Text();
}

/// <summary>Goedkeuring: a resident's yes or no to an edition of the plan.</summary>
public readonly record struct PlanApprovalId(Guid Value) : IId<PlanApprovalId>
{
    public override string ToString() => this.Text();
}

/// <summary>Doel.</summary>
public readonly record struct GoalId(Guid Value) : IId<GoalId>
{
    public override string ToString() => this.Text();
}

/// <summary>Brief of besluit.</summary>
public readonly record struct LetterId(Guid Value) : IId<LetterId>
{
    public override string ToString() => this.Text();
}

/// <summary>Vraag om instemming.</summary>
public readonly record struct ConsentRequestId(Guid Value) : IId<ConsentRequestId>
{
    public override string ToString() => this.Text();
}

/// <summary>Antwoord op een vraag om instemming.</summary>
public readonly record struct ConsentAnswerId(Guid Value) : IId<ConsentAnswerId>
{
    public override string ToString() => this.Text();
}

/// <summary>Delen op grond van de wet.</summary>
public readonly record struct LawfulSharingId(Guid Value) : IId<LawfulSharingId>
{
    public override string ToString() => this.Text();
}

/// <summary>Afspraak: an action of the plan.</summary>
public readonly record struct PlanActionId(Guid Value) : IId<PlanActionId>
{
    public override string ToString() => this.Text();
}
