using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Accounts;
using Samenkracht.Access.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Access.Officers;

/// <summary>De rol aandachtsfunctionaris: nobody gives it alone, not by a role, another organisation, or a new way into an account that has it (ADR 0094), and not by making the
/// privacy officer who says yes (ADR 0099).</summary>
internal static class OfficerRole
{
    /// <summary>Describes an account; what would make it an attention officer waits for a second person.</summary>
    /// <param name="by">Whose doing it is, where the work is the system's.</param>
    public static async Task Describe(Work work, Account account, NewAccount details, CancellationToken cancel, Actor? by = null)
    {
        var serves = account.Role == Role.AttentionOfficer && account.Organisation == details.Organisation;
        if (details.Role == Role.AttentionOfficer && !serves)
        {
            account.Describe(details with { Role = OfficerRequest.Meanwhile });
            await Ask(work, account, by, cancel);
            return;
        }
        var (before, at) = (account.Role, account.Organisation);
        account.Describe(details);
        if (details.Role == Role.PrivacyOfficer && before == Role.PrivacyOfficer && at == details.Organisation) return;
        await Withdraw(work, account.Id, Why(work, by, AccessEvents.OfficerWithdrawn), cancel);
        if (details.Role == Role.PrivacyOfficer) await Beside(work, account, cancel, by);
    }

    /// <summary>A privacy officer beside others waits for the yes of one of them, or of an attention officer. The first one has nobody to wait for.</summary>
    /// <param name="by">Whose doing it is, where the work is the system's.</param>
    /// <returns>Whether it now waits.</returns>
    public static async Task<bool> Beside(Work work, Account account, CancellationToken cancel, Actor? by = null)
    {
        var unconfirmed = Unconfirmed(work);
        if (!await work.Query<Account>().AnyAsync(a => a.Id != account.Id && a.Active && (a.Role == Role.AttentionOfficer || (a.Role == Role.PrivacyOfficer && !unconfirmed.Contains(a.Id))), cancel)) return false;
        await work.Flush(cancel);
        await Ask(work, account, by, cancel);
        return true;
    }

    /// <summary>Who has no yes yet, or was told no.</summary>
    public static IQueryable<AccountId> Unconfirmed(Work work)
    {
        var all = work.Query<OfficerRequest>();
        return all.Where(r => (r.Answer == null || r.Answer == OfficerAnswer.Refused) && !all.Any(later => later.Account == r.Account && later.Answer == OfficerAnswer.Confirmed && later.AskedAt > r.AskedAt))
            .Select(r => r.Account);
    }

    /// <summary>Somebody gets a new way into the account: an attention officer is confirmed again, and a privacy officer beside others.</summary>
    /// <param name="by">Whose doing it is, where the work is the system's.</param>
    /// <returns>Whether it now waits.</returns>
    public static async Task<bool> Entrust(Work work, Account account, CancellationToken cancel, Actor? by = null)
    {
        if (account.Role == Role.PrivacyOfficer) return await Beside(work, account, cancel, by);
        if (account.Role != Role.AttentionOfficer) return false;
        account.AwaitConfirmation();
        await Ask(work, account, by, cancel);
        return true;
    }

    public static Task<OfficerRequest?> Waiting(Work work, AccountId account, CancellationToken cancel) =>
        work.Query<OfficerRequest>().FirstOrDefaultAsync(r => r.Account == account && r.Answer == null, cancel);

    /// <summary>The provider says at each sign-in who someone is: what was refused once, it does not ask again.</summary>
    public static Task<bool> WasRefused(Work work, AccountId account, CancellationToken cancel) =>
        work.Query<OfficerRequest>().AnyAsync(r => r.Account == account && r.Answer == OfficerAnswer.Refused, cancel);

    public static async Task Withdraw(Work work, AccountId account, Because because, CancellationToken cancel)
    {
        if (await Waiting(work, account, cancel) is not { } waiting) return;
        waiting.Withdraw(because);
        await work.Note(because, account.Value, cancel: cancel);
    }

    private static Because Why(Work work, Actor? by, JournalKind kind) => new(by ?? work.Actor, work.Now, kind, null, null);

    private static async Task Ask(Work work, Account account, Actor? by, CancellationToken cancel)
    {
        if (await Waiting(work, account.Id, cancel) is { } waiting)
        {
            if (waiting.Organisation == account.Organisation) return;
            waiting.Withdraw(Why(work, by, AccessEvents.OfficerWithdrawn));
            await work.Flush(cancel);
        }
        var because = Why(work, by, AccessEvents.OfficerAsked);
        work.Add(OfficerRequest.Ask(account, because));
        await work.Note(because, account.Id.Value, cancel: cancel);
    }
}
