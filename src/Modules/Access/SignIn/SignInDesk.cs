using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Samenkracht.Access.Accounts;
using Samenkracht.Access.Contract;
using Samenkracht.Access.Sessions;
using Samenkracht.Access.Told;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Access.SignIn;

/// <summary>Aanmeldbalie: checks passwords and codes. Unknown, wrong, closed and locked get one and the same answer, in the same time.</summary>
internal sealed class SignInDesk(Storage storage, AccountManagers managers, IPasswordHasher<Account> hasher, IOptions<AccessOptions> options)
{
    private static readonly Account Nobody = Account.Open(new NewAccount("nobody@example.invalid", "-", Role.Resident));
    private static readonly string Decoy = new PasswordHasher<Account>().HashPassword(Nobody, Guid.NewGuid().ToString());

    public async Task<SignInAnswer> Password(string email, string password, Visit visit, CancellationToken cancel)
    {
        var known = await Find(email, cancel);
        // An unknown address costs as much time as a wrong password: the same hash here, the same writes below. No lock is held meanwhile.
        var right = hasher.VerifyHashedPassword(known ?? Nobody, known?.PasswordHash ?? Decoy, password) != PasswordVerificationResult.Failed;
        await using var work = await storage.Begin(Actor.System, cancel);
        var who = await Door.Hold(work, (known ?? Nobody).Id, (known ?? Nobody).SecurityStamp!, visit, cancel);
        if (who is null) return await Ignore(work, known, cancel);
        if (!right || known!.PasswordHash is null || who.Account.IsPasswordOver(work.Now)) return await Door.Fail(work, who, cancel);
        return who.Account.MustChangePassword ? new(SignInStep.OwnPassword, who.Account) : await Next(work, who, visit, cancel);
    }

    /// <summary>Replaces the temporary password by one that only its owner knows.</summary>
    public async Task<SignInAnswer> OwnPassword(HalfwayIn halfway, string password, Visit visit, CancellationToken cancel)
    {
        await using var work = await storage.Begin(Actor.System, cancel);
        if (await Door.Hold(work, halfway.Account, halfway.Stamp, visit, cancel) is not { Account: { MustChangePassword: true } account } who) return SignInAnswer.Refused;
        using var manager = managers.On(work);
        if (await manager.CheckPasswordAsync(account, password))
            return new(SignInStep.OwnPassword, account, ["Dit is het wachtwoord dat u kreeg. Kies een ander, dat alleen u kent."]);
        await manager.RemovePasswordAsync(account);
        var changed = await manager.AddPasswordAsync(account, password);
        if (!changed.Succeeded) return new(SignInStep.OwnPassword, account, [.. changed.Errors.Select(e => e.Description)]);
        account.HasOwnPassword();
        var told = await Door.Tell(work, account, AccessEvents.PasswordChanged, visit, session: null, cancel);
        // The next step looks for it there.
        await work.Flush(cancel);
        var next = await Next(work, who, visit, cancel, told.Id);
        if (next.Step != SignInStep.SignedIn) await work.Commit(cancel);
        return next with { Change = told.Id };
    }

    /// <summary>A code of the app, or one of the recovery codes.</summary>
    public async Task<SignInAnswer> Code(HalfwayIn halfway, string code, Visit visit, CancellationToken cancel)
    {
        await using var work = await storage.Begin(Actor.System, cancel);
        if (await Door.Hold(work, halfway.Account, halfway.Stamp, visit, cancel) is not { Account: { TwoFactorEnabled: true, MustChangePassword: false } account } who)
            return SignInAnswer.Refused;
        using var manager = managers.On(work);
        if (await AuthenticatorCodes.Accept(manager, account, code))
            return await Door.Admit(work, who, visit, SignInMethod.AuthenticatorCode, AccessEvents.SignedIn, cancel, halfway.Provider, halfway.Change);
        if ((await manager.RedeemTwoFactorRecoveryCodeAsync(account, code.Trim())).Succeeded)
            return await Door.Admit(work, who, visit, SignInMethod.RecoveryCode, AccessEvents.RecoveryCodeUsed, cancel, halfway.Provider, halfway.Change);
        return await Door.Fail(work, who, cancel);
    }

    /// <summary>The demo only: be this fictional person.</summary>
    public async Task<SignInAnswer> Be(AccountId id, Visit visit, CancellationToken cancel)
    {
        if (!options.Value.IsDemo) return SignInAnswer.Refused;
        await using var work = await storage.Begin(Actor.System, cancel);
        return await Door.Meet(work, id, visit, cancel) is { } who
            ? await Door.Admit(work, who, visit, SignInMethod.Demo, AccessEvents.SignedIn, cancel)
            : SignInAnswer.Refused;
    }

    private async Task<Account?> Find(string email, CancellationToken cancel)
    {
        var address = Account.Normal(email);
        await using var work = await storage.Read(Actor.System, cancel);
        return await work.Query<Account>().AsNoTracking().FirstOrDefaultAsync(a => a.NormalizedEmail == address, cancel);
    }

    private async Task<SignInAnswer> Next(Work work, AtDoor who, Visit visit, CancellationToken cancel, SignInChangeId? change = null) => SecondStep(who.Account) is { } step
        ? new(step, who.Account)
        : await Door.Admit(work, who, visit, SignInMethod.Password, AccessEvents.SignedIn, cancel, change: change);

    /// <summary>What someone owes who showed one thing so far; null when that is enough.</summary>
    public SignInStep? SecondStep(Account account) =>
        account.TwoFactorEnabled ? SignInStep.Code
        : account.Role.IsProfessional() && options.Value.RequireAuthenticator ? SignInStep.Authenticator
        : null;

    // Unknown, closed or locked: the attempt is kept, and counts for nobody.
    private static async Task<SignInAnswer> Ignore(Work work, Account? known, CancellationToken cancel)
    {
        var because = new Because(known?.AsActor ?? Actor.Anonymous, work.Now, AccessEvents.SignInFailed, null, null);
        await work.Note(because, known?.Id.Value ?? Guid.Empty, cancel: cancel);
        await work.Commit(cancel);
        return SignInAnswer.Refused;
    }
}
