using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.PolicyTable.Agenda;

namespace Samenkracht.PolicyTable.Closing;

/// <summary>Agendapunten van wie weggaat: those without an answer go to who has the same role, in the same organisation, and prepares the fewest; or else to who comes nearest to that.</summary>
internal sealed class LeavingAgendaItems : IAccountClosing
{
    public async Task<ClosingForecast> Foresee(Work work, AccountId account, CancellationToken cancel)
    {
        var count = await Open(work, account).CountAsync(cancel);
        if (count == 0) return new([]);
        var items = count == 1 ? "1 agendapunt" : $"{count} agendapunten";
        return new([await Next(work, account, cancel) is { } next
            ? $"{items} zonder antwoord {(count == 1 ? "gaat" : "gaan")} naar {next.Name}."
            : $"{items} zonder antwoord {(count == 1 ? "houdt" : "houden")} deze naam: niemand anders geeft hier antwoord."]);
    }

    public async Task Close(Work work, AccountClosing closing, CancellationToken cancel)
    {
        if (await Next(work, closing.Account, cancel) is not { } next) return;
        foreach (var item in await Open(work, closing.Account).ToListAsync(cancel))
        {
            item.HandTo(next.Id);
            await work.Note(closing.Because(work, PolicyTableEvents.Handed), item.Id.Value, cancel: cancel);
        }
    }

    private static async Task<AccountCard?> Next(Work work, AccountId leaver, CancellationToken cancel)
    {
        var left = await work.Accounts.SingleAsync(a => a.Id == leaver, cancel);
        var (role, organisation) = (left.Role, left.Organisation);
        var answering = Roles.OfAccounts.Where(role => Permissions.Of(role).Contains(Permission.GiveAnswers)).ToArray();
        var open = Open(work);
        return await work.Accounts.Where(a => answering.Contains(a.Role) && a.Id != leaver)
            .OrderBy(a => a.Role == role ? 0 : 1).ThenBy(a => a.Organisation == organisation ? 0 : 1).ThenBy(a => open.Count(i => i.Owner == a.Id)).ThenBy(a => a.Name).FirstOrDefaultAsync(cancel);
    }

    private static IQueryable<AgendaItem> Open(Work work)
    {
        var answers = work.Query<Answer>();
        return work.Query<AgendaItem>().Where(i => !answers.Any(a => a.Item == i.Id));
    }

    private static IQueryable<AgendaItem> Open(Work work, AccountId account) => Open(work).Where(i => i.Owner == account);
}
