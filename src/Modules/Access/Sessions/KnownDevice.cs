using Samenkracht.Kernel;

namespace Samenkracht.Access.Sessions;

/// <summary>Bekend apparaat: a browser in which this account signed in before. Its wrong guesses are counted apart, so that a stranger who knows an address
/// closes the door for strangers only (OWASP, device cookies).</summary>
internal sealed class KnownDevice
{
    /// <summary>So long without a sign-in and it is a stranger again.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromDays(180);

    private KnownDevice() { }

    public Guid Id { get; private init; }
    public AccountId Account { get; private init; }
    public int Failures { get; private set; }
    public DateTimeOffset? LockedUntil { get; private set; }
    public DateTimeOffset SeenAt { get; private set; }

    public static KnownDevice Meet(AccountId account, DateTimeOffset now) => new() { Id = Guid.NewGuid(), Account = account, SeenAt = now };

    public bool IsLocked(DateTimeOffset now) => LockedUntil > now;

    /// <summary>Counts a wrong password or code. True when this one locks the device for a while.</summary>
    public bool Fail(DateTimeOffset now)
    {
        if (++Failures < Lockout.MostFailures) return false;
        (Failures, LockedUntil) = (0, now + Lockout.Time);
        return true;
    }

    public void Succeed(DateTimeOffset now) => (Failures, LockedUntil, SeenAt) = (0, null, now);
}

/// <summary>Slot op de deur: so many wrong guesses, so long a wait.</summary>
internal static class Lockout
{
    public const int MostFailures = 5;
    public static readonly TimeSpan Time = TimeSpan.FromMinutes(15);
}
