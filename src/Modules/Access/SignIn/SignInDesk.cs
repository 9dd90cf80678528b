using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Samenkracht.Access.Accounts;
using Samenkracht.Access.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Access.SignIn;

/// <summary>What comes next for who wants to sign in.</summary>
internal enum SignInStep { Refused, OwnPassword, Code, Authenticator, SignedIn }

/// <summary>How far someone came. The account is given from the moment that the password was right.</summary>
internal sealed record SignInAnswer(SignInStep Step, Account? Account = null, IReadOnlyList<string>? Refusals = null)
{
    public static SignInAnswer Refused { get; } = new(SignInStep.Refused);
}

/// <summary>Aanmeldbalie: checks passwords and codes. Unknown, wrong, closed and locked get one and the same answer, in the same time.</summary>
internal sealed class SignInDesk(Storage storage, AccountManagers managers, IPasswordHasher<Account> hasher, IOptions<AccessOptions> options)
{
    private static readonly Account Nobody = Account.Open(new NewAccount("nobody@example.invalid", "-", Role.Resident));
    private static readonly string Decoy = new PasswordHasher<Account>().HashPassword(Nobody, Guid.NewGuid().ToString());

    public async Task<SignInAnswer> Password(string email, string password, CancellationToken cancel)
    {
        var known = await Find(email, cancel);
        // An unknown address costs as much time as a wrong password: the same hash here, the same writes below. No lock is held meanwhile.
        var right = hasher.VerifyHashedPassword(known ?? Nobody, known?.PasswordHash ?? Decoy, password) != PasswordVerificationResult.Failed;
        await using var work = await storage.Begin(Actor.System, cancel);
        var account = await Hold(work, (known ?? Nobody).Id, (known ?? Nobody).SecurityStamp!, cancel);
        if (account is null) return await Ignore(work, known, cancel);
        if (!right || known!.PasswordHash is null) return await Fail(work, account, cancel);
        return account.MustChangePassword ? new(SignInStep.OwnPassword, account) : await Next(work, account, cancel);
    }

    /// <summary>Replaces the temporary password by one that only its owner knows.</summary>
    public async Task<SignInAnswer> OwnPassword(AccountId id, string stamp, string password, CancellationToken cancel)
    {
        await using var work = await storage.Begin(Actor.System, cancel);
        if (await Hold(work, id, stamp, cancel) is not { MustChangePassword: true } account) return SignInAnswer.Refused;
        using var manager = managers.On(work);
        if (await manager.CheckPasswordAsync(account, password))
            return new(SignInStep.OwnPassword, account, ["Dit is het wachtwoord dat u kreeg. Kies een ander, dat alleen u kent."]);
        await manager.RemovePasswordAsync(account);
        var changed = await manager.AddPasswordAsync(account, password);
        if (!changed.Succeeded) return new(SignInStep.OwnPassword, account, [.. changed.Errors.Select(e => e.Description)]);
        account.HasOwnPassword();
        await Note(work, account, AccessEvents.PasswordChanged, cancel);
        var next = await Next(work, account, cancel);
        if (next.Step != SignInStep.SignedIn) await work.Commit(cancel);
        return next;
    }

    /// <summary>A code of the app, or one of the recovery codes.</summary>
    public async Task<SignInAnswer> Code(AccountId id, string stamp, string code, CancellationToken cancel)
    {
        await using var work = await storage.Begin(Actor.System, cancel);
        if (await Hold(work, id, stamp, cancel) is not { TwoFactorEnabled: true, MustChangePassword: false } account) return SignInAnswer.Refused;
        using var manager = managers.On(work);
        if (await AuthenticatorCodes.Accept(manager, account, code)) return await Admit(work, account, AccessEvents.SignedIn, cancel);
        if ((await manager.RedeemTwoFactorRecoveryCodeAsync(account, code.Trim())).Succeeded)
            return await Admit(work, account, AccessEvents.RecoveryCodeUsed, cancel);
        await Fail(work, account, cancel);
        return SignInAnswer.Refused;
    }

    /// <summary>The demo only: be this fictional person.</summary>
    public async Task<SignInAnswer> Be(AccountId id, CancellationToken cancel)
    {
        if (!options.Value.IsDemo) return SignInAnswer.Refused;
        await using var work = await storage.Begin(Actor.System, cancel);
        var account = await work.Query<Account>().FirstOrDefaultAsync(a => a.Id == id && a.Active, cancel);
        return account is null ? SignInAnswer.Refused : await Admit(work, account, AccessEvents.SignedIn, cancel);
    }

    private async Task<Account?> Find(string email, CancellationToken cancel)
    {
        var address = Account.Normal(email);
        await using var work = await storage.Read(Actor.System, cancel);
        return await work.Query<Account>().AsNoTracking().FirstOrDefaultAsync(a => a.NormalizedEmail == address, cancel);
    }

    // An update that changes nothing holds the row: guesses sent at the same moment are counted one after another.
    private static async Task<Account?> Hold(Work work, AccountId id, string stamp, CancellationToken cancel)
    {
        await work.Query<Account>().Where(a => a.Id == id).ExecuteUpdateAsync(set => set.SetProperty(a => a.AccessFailedCount, a => a.AccessFailedCount), cancel);
        var account = await work.Query<Account>().FirstOrDefaultAsync(a => a.Id == id, cancel);
        return account is { Active: true } && account.SecurityStamp == stamp && !account.IsLocked(work.Now) ? account : null;
    }

    private async Task<SignInAnswer> Next(Work work, Account account, CancellationToken cancel)
    {
        if (account.TwoFactorEnabled) return new(SignInStep.Code, account);
        if (account.Role.IsProfessional() && options.Value.RequireAuthenticator) return new(SignInStep.Authenticator, account);
        return await Admit(work, account, AccessEvents.SignedIn, cancel);
    }

    private static async Task<SignInAnswer> Admit(Work work, Account account, JournalKind kind, CancellationToken cancel)
    {
        account.Succeed();
        await Note(work, account, kind, cancel);
        await work.Commit(cancel);
        return new(SignInStep.SignedIn, account);
    }

    private static async Task<SignInAnswer> Fail(Work work, Account account, CancellationToken cancel)
    {
        var locked = account.Fail(work.Now);
        await Note(work, account, locked ? AccessEvents.LockedOut : AccessEvents.SignInFailed, cancel);
        await work.Commit(cancel);
        return SignInAnswer.Refused;
    }

    // Unknown, closed or locked: the attempt is kept, and counts for nobody.
    private static async Task<SignInAnswer> Ignore(Work work, Account? known, CancellationToken cancel)
    {
        var because = new Because(known?.AsActor ?? Actor.Anonymous, work.Now, AccessEvents.SignInFailed, null, null);
        await work.Note(because, known?.Id.Value ?? Guid.Empty, cancel: cancel);
        await work.Commit(cancel);
        return SignInAnswer.Refused;
    }

    // The journal names the account itself, which is not signed in yet while this work runs.
    private static Task Note(Work work, Account account, JournalKind kind, CancellationToken cancel) =>
        work.Note(new Because(account.AsActor, work.Now, kind, null, null), account.Id.Value, cancel: cancel);
}
