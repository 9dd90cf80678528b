using Samenkracht.Kernel;

namespace Samenkracht.Residents.Contract;

/// <summary>Persoon: someone who lives in a household.</summary>
public readonly record struct PersonId(Guid Value) : IId<PersonId>
{
    public override string ToString() => this.Text();
}

/// <summary>Kringlid: one membership of a household's circle, from one day to another.</summary>
public readonly record struct CircleMemberId(Guid Value) : IId<CircleMemberId>
{
    public override string ToString() => this.Text();
}

/// <summary>Begeleiding: a period in which a household has a contact person and a deputy.</summary>
public readonly record struct SupportPeriodId(Guid Value) : IId<SupportPeriodId>
{
    public override string ToString() => this.Text();
}
