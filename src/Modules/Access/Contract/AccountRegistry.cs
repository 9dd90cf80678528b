using Samenkracht.Access.Accounts;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Access.Contract;

/// <summary>Accounts maken: for the pages of the administrator, the command line and the demo.</summary>
public sealed class AccountRegistry
{
    private readonly AccountManagers managers;

    internal AccountRegistry(AccountManagers managers) => this.managers = managers;

    /// <summary>Opens an account inside the work; nothing is kept before its commit.</summary>
    /// <param name="work">Writing work of the system or of who may manage accounts.</param>
    /// <param name="details">Who it is for.</param>
    /// <param name="password">Null: nobody can sign in with a password yet (the demo).</param>
    /// <param name="passwordIsTemporary">Asks for an own password at the first sign-in.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>The account, or in Dutch why it was refused.</returns>
    public async Task<Opened> Open(Work work, NewAccount details, string? password, bool passwordIsTemporary = false, CancellationToken cancel = default)
    {
        using var manager = managers.On(work);
        var account = Account.Open(details);
        if (passwordIsTemporary) account.AskNewPassword();
        var result = password is null ? await manager.CreateAsync(account) : await manager.CreateAsync(account, password);
        if (!result.Succeeded) return new Opened(null, [.. result.Errors.Select(e => e.Description).Distinct()]);
        await work.Note(work.Because(AccessEvents.AccountCreated), account.Id.Value, payload: new { role = details.Role.ToString() }, cancel: cancel);
        return new Opened(account.Id, []);
    }
}

/// <summary>What came of opening an account.</summary>
/// <param name="Account">Null when it was refused.</param>
/// <param name="Refusals">Why, in Dutch.</param>
public sealed record Opened(AccountId? Account, IReadOnlyList<string> Refusals);
