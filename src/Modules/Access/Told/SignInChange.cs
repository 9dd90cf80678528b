using Samenkracht.Access.Sessions;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Journal;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Access.Told;

/// <summary>Wijziging van de aanmelding, by its id.</summary>
internal readonly record struct SignInChangeId(Guid Value) : IId<SignInChangeId>
{
    public override string ToString() => this.Text();
}

/// <summary>Wijziging van de aanmelding: something changed in how an account signs in. Its owner is told until they say that it is right, in every sign-in but the one in which it was done.</summary>
internal sealed class SignInChange
{
    /// <summary>Long enough to look back at, and what the journal does not keep of it (device and sign-in) goes with it.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    private SignInChange() { }

    public SignInChangeId Id { get; private init; }
    public AccountId Account { get; private init; }
    /// <summary>The code of its journal line.</summary>
    public string Kind { get; private init; } = "";
    public DateTimeOffset At { get; private init; }
    /// <summary>Null when somebody else did it, who manages accounts.</summary>
    public string? Device { get; private init; }
    public SessionId? Session { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }
    public string? AnsweredOn { get; private set; }

    public string Dutch => JournalKinds.Of(Kind).Dutch;

    /// <summary>Writes the journal line and, beside it, what the owner is told.</summary>
    /// <param name="because">By whom: of what another did, the owner is told no device.</param>
    /// <param name="session">In which sign-in; null while one is on the way in.</param>
    public static async Task<SignInChange> Tell(Work work, Because because, AccountId account, Visit visit, SessionId? session, CancellationToken cancel)
    {
        await work.Note(because, account.Value, cancel: cancel);
        var own = because.Actor.Account == account;
        var change = new SignInChange
        {
            Id = Kernel.Id.New<SignInChangeId>(),
            Account = account,
            Kind = because.Kind.Code,
            At = because.At,
            Device = own ? visit.Device : null,
            Session = own ? session : null,
        };
        work.Add(change);
        return change;
    }

    /// <summary>What was done on the way in, was done in the sign-in that came of it.</summary>
    public void DoneIn(SessionId session) => Session = session;

    /// <summary>Its owner says that it is right. The line stays.</summary>
    public void Answer(DateTimeOffset now, string device)
    {
        if (AnsweredAt is null) (AnsweredAt, AnsweredOn) = (now, device);
    }
}
