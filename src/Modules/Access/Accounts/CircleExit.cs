using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Contract;
using Samenkracht.Access.Organisations;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Access.Accounts;

/// <summary>Wie niet meer in een kring kan: by another role or organisation one leaves all circles, and passes on what one carried, as when the account closes.</summary>
internal sealed class CircleExit(IEnumerable<IAccountClosing> modules)
{
    /// <summary>Before the account is described anew. False when something has nobody else: then it must be closed, where a successor is chosen.</summary>
    /// <param name="work">The system's, since who changes accounts sees no household.</param>
    /// <param name="by">Whose doing it is.</param>
    public async Task<bool> Leave(Work work, Account account, Role role, OrganisationId? organisation, Actor by, CancellationToken cancel)
    {
        if (!await CanJoin(work, account.Role, account.Organisation, cancel) || await CanJoin(work, role, organisation, cancel)) return true;
        foreach (var module in modules)
            if ((await module.Foresee(work, account.Id, cancel)).NeedsSuccessor) return false;
        var closing = new AccountClosing(account.Id, null, by, "andere rol of organisatie");
        foreach (var module in modules) await module.Close(work, closing, cancel);
        return true;
    }

    private static async Task<bool> CanJoin(Work work, Role role, OrganisationId? organisation, CancellationToken cancel) =>
        role.MayJoinCircle() && (await work.Query<Organisation>().FirstOrDefaultAsync(o => o.Id == organisation, cancel))?.Kind.MayJoinCircle() != false;
}
