using Samenkracht.Access.Accounts;
using Samenkracht.Kernel;

namespace Samenkracht.Access.Sessions;

/// <summary>Aanmelding, by its id.</summary>
internal readonly record struct SessionId(Guid Value) : IId<SessionId>
{
    public override string ToString() => this.Text();
}

/// <summary>Hoe iemand zich aanmeldde.</summary>
internal enum SignInMethod
{
    [Label("wachtwoord")] Password,
    [Label("wachtwoord en code")] AuthenticatorCode,
    [Label("herstelcode")] RecoveryCode,
    [Label("toegangssleutel")] Passkey,
    [Label("via een andere organisatie")] Provider,
    [Label("demo")] Demo,
}

/// <summary>Aanmelding: one sign-in on one device. It counts while it was not ended and the account still has the stamp that it was made with.</summary>
internal sealed class AccountSession
{
    /// <summary>Half an hour of rest ends it (the cookie; ASVS 3.3.2), and so does a working day. What was typed meanwhile is not lost (ADR 0005).</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);

    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    /// <summary>Coarse on purpose: enough to know one's own devices, too little to follow somebody's day.</summary>
    public static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(15);

    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private AccountSession() { }

    public SessionId Id { get; private init; }
    public AccountId Account { get; private init; }
    public string Stamp { get; private init; } = "";
    public DateTimeOffset StartedAt { get; private init; }
    public DateTimeOffset SeenAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }
    public string Device { get; private init; } = "";
    public SignInMethod Method { get; private init; }
    public string? Provider { get; private init; }
    public string? IdToken { get; private init; }
    /// <summary>The provider's own number of the sign-in there, by which it says that it ended.</summary>
    public string? ProviderSession { get; private init; }

    /// <param name="account">Whose, with the stamp as it will be kept: what changes the stamp ends what was begun before.</param>
    public static AccountSession Start(Account account, SignInMethod method, string device, DateTimeOffset now, ProviderVisit? provider = null) => new()
    {
        Id = Kernel.Id.New<SessionId>(),
        Account = account.Id,
        Stamp = account.SecurityStamp!,
        StartedAt = now,
        SeenAt = now,
        Device = device,
        Method = method,
        Provider = provider?.Name,
        IdToken = provider?.IdToken,
        ProviderSession = provider?.Session,
    };

    public void End(DateTimeOffset now) => EndedAt ??= now;
}
