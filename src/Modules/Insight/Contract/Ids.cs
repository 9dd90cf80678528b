using Samenkracht.Kernel;

namespace Samenkracht.Insight.Contract;

/// <summary>Collectieve kwestie: something that more than one household meets.</summary>
public readonly record struct IssueId(Guid Value) : IId<IssueId>
{
    public override string ToString() => this.Text();
}

/// <summary>Bevinding: a theme that concentrates somewhere more than chance would have it.</summary>
public readonly record struct FindingId(Guid Value) : IId<FindingId>
{
    public override string ToString() => this.Text();
}
