using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Contract;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Time;
using Samenkracht.Web.Day;

namespace Samenkracht.Access.Officers;

/// <summary>Mijn dag: somebody waits for one's yes to be an attention officer.</summary>
internal sealed class OfficerDay : IDayItems
{
    private const int Most = 5;

    public async Task<IReadOnlyList<DayItem>> For(Work work, CancellationToken cancel)
    {
        if (!work.Actor.May(Permission.ConfirmOfficers)) return [];
        var waiting = await work.Query<OfficerRequest>().Where(r => r.Answer == null).OrderBy(r => r.AskedAt).Take(Most).ToListAsync(cancel);
        if (waiting.Count == 0) return [];
        var served = await work.Accounts.Where(a => a.Role == Role.AttentionOfficer).Select(a => a.Organisation).Distinct().ToListAsync(cancel);
        var names = await work.AccountNames(waiting.Select(r => r.Account), cancel);
        var waits = await OfficerRole.Unconfirmed(work).ContainsAsync(work.Actor.Account!.Value, cancel);
        var mine = waiting.FindAll(r => r.WhyNot(work.Actor, names[r.Account].Role, served.Contains(r.Organisation), waits) is null);
        return [.. mine.Select(r => new DayItem(Direction.Rules, names[r.Account].Role == Role.PrivacyOfficer ? "Privacyfunctionaris bevestigen" : "Aandachtsfunctionaris bevestigen", names[r.Account].Name, "/aandachtsfunctionarissen", Amsterdam.Date(r.AskedAt), "wacht"))];
    }
}
