using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Accounts;
using Samenkracht.Access.Officers;
using Samenkracht.Access.Organisations;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Access.Contract;

/// <summary>Accounts maken: for the pages of the administrator, the command line and the demo.</summary>
public sealed class AccountRegistry
{
    private readonly AccountManagers managers;

    internal AccountRegistry(AccountManagers managers) => this.managers = managers;

    /// <summary>Opens an account inside the work; nothing is kept before its commit.</summary>
    /// <param name="work">Writing work of the system: only that sees which addresses are taken (ADR 0103).</param>
    /// <param name="details">Who it is for.</param>
    /// <param name="password">Null: nobody can sign in with a password yet (the demo).</param>
    /// <param name="passwordIsTemporary">Asks for an own password at the first sign-in.</param>
    /// <param name="id">Of the form that opens it, so that it counts once.</param>
    /// <param name="by">Who manages accounts and does this, whose attention officer waits for a second person (ADR 0094), and whose further privacy officer too (ADR 0099); null when nobody does.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>The account, or in Dutch why it was refused.</returns>
    public async Task<Opened> Open(Work work, NewAccount details, string? password, bool passwordIsTemporary = false, AccountId? id = null, Actor? by = null, CancellationToken cancel = default)
    {
        using var manager = managers.On(work);
        by ??= work.Actor;
        var waits = details.Role == Role.AttentionOfficer && !by.IsSystem;
        var account = Account.Open(waits ? details with { Role = OfficerRequest.Meanwhile } : details, id);
        if (passwordIsTemporary) account.AskNewPassword(work.Now);
        var result = password is null ? await manager.CreateAsync(account) : await manager.CreateAsync(account, password);
        if (!result.Succeeded) return new Opened(null, [.. result.Errors.Select(e => e.Description).Distinct()]);
        await work.Note(new Because(by, work.Now, AccessEvents.AccountCreated, null, null), account.Id.Value, payload: new { role = account.Role.ToString() }, cancel: cancel);
        if (waits) await OfficerRole.Describe(work, account, details, cancel, by);
        else if (details.Role == Role.PrivacyOfficer && !by.IsSystem) await OfficerRole.Beside(work, account, cancel, by);
        return new Opened(account.Id, []);
    }

    /// <summary>The first account of an installation. Its municipality is founded with it; an administrator gives it its name on a page.</summary>
    /// <returns>As <see cref="Open"/>.</returns>
    public async Task<Opened> OpenAdministrator(Work work, string email, string name, string password, CancellationToken cancel = default)
    {
        var municipality = await work.Query<Organisation>().FirstOrDefaultAsync(o => o.Kind == OrganisationKind.Municipality, cancel);
        if (municipality is null)
        {
            municipality = Organisation.Found("Gemeente", OrganisationKind.Municipality, phone: null);
            work.Add(municipality);
            await work.Note(work.Because(AccessEvents.OrganisationSaved), municipality.Id.Value, cancel: cancel);
        }
        return await Open(work, new NewAccount(email, name, Role.Administrator, "beheerder", municipality.Id), password, cancel: cancel);
    }
}

/// <summary>What came of opening an account.</summary>
/// <param name="Account">Null when it was refused.</param>
/// <param name="Refusals">Why, in Dutch.</param>
public sealed record Opened(AccountId? Account, IReadOnlyList<string> Refusals);
