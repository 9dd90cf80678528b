using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Accounts;
using Samenkracht.Access.Told;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Access.Sessions;

internal static class SessionTables
{
    public static void Map(ModelMap map) => map
        .GoesWith("account_session", "account").GoesWith("sign_in_change", "account").GoesWith("known_device", "account")
        .Stays("a hash of a question that a browser answered, gone within a day", "spent_challenge")
        .Scoped<AccountSession>(
            (all, work) => work.Actor.IsSystem ? all : all.Where(s => s.Account == work.Actor.Account),
            t =>
            {
                t.ToTable("account_session").HasKey(s => s.Id);
                t.HasOne<Account>().WithMany().HasForeignKey(s => s.Account);
            })
        .Scoped<SignInChange>(
            (all, work) => work.Actor.IsSystem ? all : all.Where(c => c.Account == work.Actor.Account),
            t =>
            {
                t.ToTable("sign_in_change").HasKey(c => c.Id);
                t.Ignore(c => c.Dutch);
                t.HasOne<Account>().WithMany().HasForeignKey(c => c.Account);
            })
        // What guards the door is nobody's to read.
        .Scoped<KnownDevice>(SystemOnly, t =>
        {
            t.ToTable("known_device").HasKey(d => d.Id);
            t.HasOne<Account>().WithMany().HasForeignKey(d => d.Account);
        })
        .Scoped<SpentChallenge>(SystemOnly, t => t.ToTable("spent_challenge").HasKey(c => c.Hash));

    private static IQueryable<T> SystemOnly<T>(IQueryable<T> all, Work work) => work.Actor.IsSystem ? all : all.Where(_ => false);
}
