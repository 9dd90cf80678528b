using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Accounts;
using Samenkracht.Access.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Access.Officers;

/// <summary>De rol aandachtsfunctionaris: nobody gives it alone, not by a role, another organisation, or a new way into an account that has it (ADR 0094).</summary>
internal static class OfficerRole
{
    /// <summary>Describes an account; what would make it an attention officer waits for a second person.</summary>
    public static async Task Describe(Work work, Account account, NewAccount details, CancellationToken cancel)
    {
        var serves = account.Role == Role.AttentionOfficer && account.Organisation == details.Organisation;
        if (details.Role == Role.AttentionOfficer && !serves)
        {
            account.Describe(details with { Role = OfficerRequest.Meanwhile });
            await Ask(work, account, cancel);
            return;
        }
        await Withdraw(work, account.Id, work.Because(AccessEvents.OfficerWithdrawn), cancel);
        account.Describe(details);
    }

    /// <summary>Somebody gets a new way into the account: an attention officer is confirmed again.</summary>
    /// <returns>Whether it now waits.</returns>
    public static async Task<bool> Entrust(Work work, Account account, CancellationToken cancel)
    {
        if (account.Role != Role.AttentionOfficer) return false;
        account.AwaitConfirmation();
        await Ask(work, account, cancel);
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

    private static async Task Ask(Work work, Account account, CancellationToken cancel)
    {
        if (await Waiting(work, account.Id, cancel) is { } waiting)
        {
            if (waiting.Organisation == account.Organisation) return;
            waiting.Withdraw(work.Because(AccessEvents.OfficerWithdrawn));
            await work.Flush(cancel);
        }
        var because = work.Because(AccessEvents.OfficerAsked);
        work.Add(OfficerRequest.Ask(account, because));
        await work.Note(because, account.Id.Value, cancel: cancel);
    }
}
