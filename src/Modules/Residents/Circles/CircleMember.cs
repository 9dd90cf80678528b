using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Residents.Contract;

namespace Samenkracht.Residents.Circles;

/// <summary>Kringlid: someone who works with a household, or stands beside it. Ends by a date, never by removal.</summary>
internal sealed class CircleMember
{
    private CircleMember() { }

    public CircleMemberId Id { get; private init; }
    public HouseholdId Household { get; private init; }
    public AccountId Account { get; private init; }
    public CircleRole Role { get; private init; }
    public DateTimeOffset Since { get; private init; }
    public DateTimeOffset? Until { get; private set; }

    /// <summary>Named for the safety compartment of this household. In a circle only a professional can be: any other login can be forced.</summary>
    public bool SeesSafety { get; private set; }

    /// <summary>When it ends by itself; null when nobody planned that.</summary>
    public DateTimeOffset? EndsAt { get; private init; }

    /// <summary>Beside whom someone stands, because that person asked them to.</summary>
    public PersonId? Beside { get; private init; }

    /// <summary>Which parts of what that person sees, as <see cref="Contract.Parts"/> added up; 0 for who works by laws.</summary>
    public int Parts { get; private init; }

    public bool IsCurrent => Until is null;

    public static CircleMember Join(HouseholdId household, AccountId account, CircleRole role, Because because, DateTimeOffset? endsAt = null) =>
        new() { Id = Kernel.Id.New<CircleMemberId>(), Household = household, Account = account, Role = role, Since = because.At, EndsAt = endsAt };

    /// <summary>Someone whom a resident asked to stand beside them: sees no more than that person, for these parts, until an end.</summary>
    public static CircleMember StandBeside(PersonId person, HouseholdId household, AccountId account, Parts parts, DateTimeOffset endsAt, Because because, CircleMemberId? id = null) => new()
    {
        Id = id ?? Kernel.Id.New<CircleMemberId>(),
        Household = household,
        Account = account,
        Role = CircleRole.Supporter,
        Since = because.At,
        EndsAt = endsAt,
        Beside = person,
        Parts = (int)parts,
    };

    public void Leave(Because because) => Until ??= because.At;

    public void SeeSafety(bool sees)
    {
        if (sees && Role != CircleRole.Member) throw new InvalidOperationException($"A {Role} cannot be named for the safety compartment.");
        SeesSafety = sees;
    }
}

/// <summary>Wet van een kringlid: which law's items a membership covers.</summary>
internal sealed class CircleLaw
{
    public required CircleMemberId Member { get; init; }
    public required Law Law { get; init; }
}
