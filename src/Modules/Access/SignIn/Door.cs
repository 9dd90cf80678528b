using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Accounts;
using Samenkracht.Access.Sessions;
using Samenkracht.Access.Told;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Access.SignIn;

/// <summary>What comes next for who wants to sign in.</summary>
internal enum SignInStep { Refused, OwnPassword, Code, Authenticator, SignedIn }

/// <summary>How far someone came. The account is given from the moment that the first step was right, session and device when they are in, and what they changed on the way.</summary>
internal sealed record SignInAnswer(
    SignInStep Step, Account? Account = null, IReadOnlyList<string>? Refusals = null, AccountSession? Session = null, Guid? Device = null, SignInChangeId? Change = null)
{
    public static SignInAnswer Refused { get; } = new(SignInStep.Refused);
}

/// <summary>Wie voor de deur staat: the account, held for this attempt, and the device when it is a known one.</summary>
internal sealed record AtDoor(Account Account, KnownDevice? Device)
{
    public bool IsLocked(DateTimeOffset now) => Device?.IsLocked(now) ?? Account.IsLocked(now);

    public bool Fail(DateTimeOffset now) => Device?.Fail(now) ?? Account.Fail(now);
}

/// <summary>De deur: the one place where someone is let in or turned away, however they came.</summary>
internal static class Door
{
    /// <summary>The account of an attempt; null when it is closed, locked, or changed since the attempt began.</summary>
    public static async Task<AtDoor?> Hold(Work work, AccountId id, string stamp, Visit visit, CancellationToken cancel) =>
        await Meet(work, id, visit, cancel) is { } who && who.Account.SecurityStamp == stamp && !who.IsLocked(work.Now) ? who : null;

    /// <summary>The same for who brings something that cannot be guessed, a passkey or a provider's word: a lock does not concern them.</summary>
    public static async Task<AtDoor?> Meet(Work work, AccountId id, Visit visit, CancellationToken cancel)
    {
        // An update that changes nothing holds the row: guesses sent at the same moment are counted one after another.
        await work.Query<Account>().Where(a => a.Id == id).ExecuteUpdateAsync(set => set.SetProperty(a => a.AccessFailedCount, a => a.AccessFailedCount), cancel);
        var account = await work.Query<Account>().FirstOrDefaultAsync(a => a.Id == id, cancel);
        return account is { Active: true } ? await Seen(work, account, visit, cancel) : null;
    }

    public static async Task<AtDoor> Seen(Work work, Account account, Visit visit, CancellationToken cancel) => new(account, await Known(work, account.Id, visit, cancel));

    public static async Task<SignInAnswer> Admit(Work work, AtDoor who, Visit visit, SignInMethod method, JournalKind kind, CancellationToken cancel,
        ProviderVisit? provider = null, SignInChangeId? change = null)
    {
        // A provider tells its own people where they sign in; and of the first device there is nobody to tell.
        var isStrange = who.Device is null && provider is null && method != SignInMethod.Demo && await work.Query<KnownDevice>().AnyAsync(d => d.Account == who.Account.Id, cancel);
        await Forget(work, who.Account.Id, cancel);
        var answer = Enter(work, who, visit, method, provider);
        if (kind == AccessEvents.RecoveryCodeUsed) await Tell(work, who.Account, kind, visit, answer.Session!.Id, cancel);
        else await Note(work, who.Account, kind, cancel);
        if (isStrange && kind == AccessEvents.SignedIn) await Tell(work, who.Account, AccessEvents.NewDevice, visit, answer.Session!.Id, cancel);
        await CameIn(work, change, answer.Session!.Id, cancel);
        await work.Commit(cancel);
        return answer;
    }

    /// <summary>Opens the session, in a work that the caller commits. The device is known from now on.</summary>
    public static SignInAnswer Enter(Work work, AtDoor who, Visit visit, SignInMethod method, ProviderVisit? provider = null)
    {
        var device = who.Device ?? KnownDevice.Meet(who.Account.Id, work.Now);
        if (who.Device is null)
        {
            who.Account.Succeed();
            work.Add(device);
        }
        device.Succeed(work.Now);
        var session = AccountSession.Start(who.Account, provider is null ? method : SignInMethod.Provider, visit.Device, work.Now, provider);
        work.Add(session);
        return new(SignInStep.SignedIn, who.Account, Session: session, Device: device.Id);
    }

    public static async Task<SignInAnswer> Fail(Work work, AtDoor who, CancellationToken cancel)
    {
        await Note(work, who.Account, who.Fail(work.Now) ? AccessEvents.LockedOut : AccessEvents.SignInFailed, cancel);
        await work.Commit(cancel);
        return SignInAnswer.Refused;
    }

    /// <summary>The journal names the account itself, which is not signed in yet while this work runs.</summary>
    public static Task Note(Work work, Account account, JournalKind kind, CancellationToken cancel) =>
        work.Note(new Because(account.AsActor, work.Now, kind, null, null), account.Id.Value, cancel: cancel);

    /// <summary>The same for what changes how they sign in: its owner is told.</summary>
    public static Task<SignInChange> Tell(Work work, Account account, JournalKind kind, Visit visit, SessionId? session, CancellationToken cancel) =>
        SignInChange.Tell(work, new Because(account.AsActor, work.Now, kind, null, null), account.Id, visit, session, cancel);

    /// <summary>What was changed on the way in belongs to the sign-in that came of it.</summary>
    public static async Task CameIn(Work work, SignInChangeId? change, SessionId session, CancellationToken cancel)
    {
        if (change is { } id && await work.Query<SignInChange>().FirstOrDefaultAsync(c => c.Id == id, cancel) is { } done) done.DoneIn(session);
    }

    // Where somebody was signed in is nobody's business any more after a month.
    private static async Task Forget(Work work, AccountId id, CancellationToken cancel)
    {
        var (month, known, told) = (work.Now - AccountSession.Kept, work.Now - KnownDevice.Remembered, work.Now - SignInChange.Kept);
        await work.Query<AccountSession>().Where(s => s.Account == id && s.StartedAt < month).ExecuteDeleteAsync(cancel);
        await work.Query<KnownDevice>().Where(d => d.Account == id && d.SeenAt < known).ExecuteDeleteAsync(cancel);
        await work.Query<SignInChange>().Where(c => c.Account == id && c.AnsweredAt < told).ExecuteDeleteAsync(cancel);
    }

    private static async Task<KnownDevice?> Known(Work work, AccountId id, Visit visit, CancellationToken cancel)
    {
        if (visit.Devices.Count == 0) return null;
        var since = work.Now - KnownDevice.Remembered;
        return await work.Query<KnownDevice>().FirstOrDefaultAsync(d => d.Account == id && d.SeenAt > since && visit.Devices.Contains(d.Id), cancel);
    }
}
