using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Organisations;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Keys;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Access.Accounts;

/// <summary>Accounts and the tables of ASP.NET Core Identity, schema version 3 (passkeys), without its roles: ours are in code.</summary>
internal static class AccountTables
{
    public static void Map(ModelMap map) => map
        .IsSubject("account")
        .GoesWith("account_claim", "account", "user_id").GoesWith("account_login", "account", "user_id")
        .GoesWith("account_token", "account", "user_id").GoesWith("account_passkey", "account", "user_id")
        .Scoped<Account>(Own<Account>(actor => a => a.Id == actor), t =>
        {
            t.ToTable("account").HasKey(a => a.Id);
            t.Ignore(a => a.AsActor);
            t.Ignore(a => a.HasAddress);
            // A hash that is guessed at without end by who has the database and not the keys, is none to them.
            t.Sealed(a => a.PasswordHash);
            foreach (var name in (string[])[nameof(Account.UserName), nameof(Account.NormalizedUserName), nameof(Account.Email), nameof(Account.NormalizedEmail),
                nameof(Account.SecurityStamp), nameof(Account.ConcurrencyStamp)]) t.Property(name).IsRequired();
            t.HasOne<Organisation>().WithMany().HasForeignKey(a => a.Organisation);
            t.HasOne<Team>().WithMany().HasForeignKey(a => a.Team);
        })
        .Scoped<AccountName>(Visible, t => t.HasNoKey().ToView("account_card", "sight"))
        .Scoped<IdentityUserClaim<AccountId>>(Own<IdentityUserClaim<AccountId>>(actor => c => c.UserId == actor), t => t.ToTable("account_claim").HasKey(c => c.Id))
        .Scoped<IdentityUserLogin<AccountId>>(Own<IdentityUserLogin<AccountId>>(actor => l => l.UserId == actor),
            t => t.ToTable("account_login").HasKey(l => new { l.LoginProvider, l.ProviderKey }))
        .Scoped<IdentityUserToken<AccountId>>(Own<IdentityUserToken<AccountId>>(actor => c => c.UserId == actor),
            t => t.ToTable("account_token").HasKey(c => new { c.UserId, c.LoginProvider, c.Name }))
        .Scoped<IdentityUserPasskey<AccountId>>(Own<IdentityUserPasskey<AccountId>>(actor => p => p.UserId == actor), t =>
        {
            t.ToTable("account_passkey").HasKey(p => p.CredentialId);
            t.OwnsOne(p => p.Data).ToJson("data");
        });

    // Residents and their families are in nobody's list: only the administrator manages their accounts.
    private static IQueryable<AccountName> Visible(IQueryable<AccountName> all, Work work)
    {
        var actor = work.Actor;
        if (actor.IsSystem || actor.May(Permission.ManageAccounts)) return all;
        if (actor.Role.IsProfessional()) return all.Where(a => (a.Role != Role.Resident && a.Role != Role.Supporter) || a.Id == actor.Account);
        return all.Where(a => a.Id == actor.Account);
    }

    private static Scope<T> Own<T>(Func<AccountId, System.Linq.Expressions.Expression<Func<T, bool>>> of) where T : class =>
        (all, work) => work.Actor.IsSystem ? all : all.Where(of(work.Actor.Account ?? default));
}
