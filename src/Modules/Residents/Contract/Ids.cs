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

/// <summary>Gezag: one check of a parent's authority over a child.</summary>
public readonly record struct ParentalAuthorityId(Guid Value) : IId<ParentalAuthorityId>
{
    public override string ToString() => this.Text();
}

/// <summary>Stilgezet meekijken: one freeze of what parents see.</summary>
public readonly record struct ViewFreezeId(Guid Value) : IId<ViewFreezeId>
{
    public override string ToString() => this.Text();
}

/// <summary>Uitnodiging: one invitation to stand beside a resident.</summary>
public readonly record struct InvitationId(Guid Value) : IId<InvitationId>
{
    public override string ToString() => this.Text();
}

/// <summary>Begeleiding: a period in which a household has a contact person and a deputy.</summary>
public readonly record struct SupportPeriodId(Guid Value) : IId<SupportPeriodId>
{
    public override string ToString() => this.Text();
}
