using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Storage;
using Claim = Microsoft.AspNetCore.Identity.IdentityUserClaim<Samenkracht.Kernel.AccountId>;
using Login = Microsoft.AspNetCore.Identity.IdentityUserLogin<Samenkracht.Kernel.AccountId>;
using Passkey = Microsoft.AspNetCore.Identity.IdentityUserPasskey<Samenkracht.Kernel.AccountId>;
using Token = Microsoft.AspNetCore.Identity.IdentityUserToken<Samenkracht.Kernel.AccountId>;

namespace Samenkracht.Access.Accounts;

/// <summary>Identity's own store on our transaction: it never saves by itself, so that every change has its journal line and one commit.</summary>
internal sealed class AccountStore : UserOnlyStore<Account, SamenkrachtContext, AccountId, Claim, Login, Token, Passkey>
{
    private readonly IDataProtector secrets;

    public AccountStore(SamenkrachtContext context, IDataProtectionProvider protection) : base(context)
    {
        AutoSaveChanges = false;
        secrets = protection.CreateProtector("Samenkracht.Access.Tokens");
    }

    public override AccountId ConvertIdFromString(string? id) => Id.TryParse<AccountId>(id, out var read) ? read : default;

    // Of a form that was sent twice the first account has this id, and was found by its address just now.
    public override async Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken = default) => Context.Set<Account>().Local.FindEntry(user.Id) is null
        ? await base.CreateAsync(user, cancellationToken)
        : IdentityResult.Failed(new DutchIdentityErrors().DuplicateEmail(user.Email!));

    // The account is tracked and its row version guards it; attaching it anew would forget what was changed before.
    public override Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken = default) => Task.FromResult(IdentityResult.Success);

    // The key of an authenticator app and the recovery codes are as good as a password: not readable in a copy of the database.
    public override async Task<string?> GetTokenAsync(Account user, string loginProvider, string name, CancellationToken cancellationToken) =>
        await base.GetTokenAsync(user, loginProvider, name, cancellationToken) is { } kept ? secrets.Unprotect(kept) : null;

    public override Task SetTokenAsync(Account user, string loginProvider, string name, string? value, CancellationToken cancellationToken) =>
        base.SetTokenAsync(user, loginProvider, name, value is null ? null : secrets.Protect(value), cancellationToken);
}

/// <summary>Identity's manager for the accounts of one unit of work.</summary>
internal sealed class AccountManagers(IServiceProvider services, IDataProtectionProvider protection)
{
    public UserManager<Account> On(Work work) =>
        ActivatorUtilities.CreateInstance<UserManager<Account>>(services, new AccountStore(work.Context, protection));
}
