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

    public bool IsCurrent => Until is null;

    public static CircleMember Join(HouseholdId household, AccountId account, CircleRole role, Because because) =>
        new() { Id = Kernel.Id.New<CircleMemberId>(), Household = household, Account = account, Role = role, Since = because.At };

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
