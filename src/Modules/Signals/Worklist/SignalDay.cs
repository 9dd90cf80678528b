using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Time;
using Samenkracht.Signals.Contract;
using Samenkracht.Web.Day;

namespace Samenkracht.Signals.Worklist;

/// <summary>Signalen op Mijn dag: the most urgent ones that nobody else took up.</summary>
internal sealed class SignalDay : IDayItems
{
    private const int Most = 5;

    public async Task<IReadOnlyList<DayItem>> For(Work work, CancellationToken cancel)
    {
        if (!work.Actor.May(Permission.AssessSignals) && !work.Actor.May(Permission.WorkOnIssues)) return [];
        var me = work.Actor.Account;
        var rows = await new WorklistQuery(Show.Open, null, Sorting.Urgent, null).Rows(work)
            .Where(r => r.ClaimedBy == null || r.ClaimedBy == me).Take(Most).ToListAsync(cancel);
        return [.. await Matches(work, cancel), .. rows.Select(Item)];
    }

    private static async Task<IEnumerable<DayItem>> Matches(Work work, CancellationToken cancel)
    {
        if (!work.Actor.May(Permission.HandleSafety)) return [];
        var unseen = await work.Query<SignalMatch>().Where(m => m.SeenAt == null).OrderBy(m => m.At).Take(Most).Select(m => new { m.Signal, m.At }).ToListAsync(cancel);
        return unseen.DistinctBy(m => m.Signal).Select(m => new DayItem(Direction.Personal, "Een signaal raakt aan een afgeschermd huishouden",
            "Alleen u leest dit.", $"/signalen/{m.Signal}", Amsterdam.Date(m.At), "veiligheid"));
    }

    private static DayItem Item(WorklistRow row) => new(
        row.Kind == SignalKind.Community ? Direction.Community : Direction.Personal,
        row.Title,
        SignalTelling.Line(
            SignalTelling.Via(row.Kind, row.ByRole, row.ByNeighbour, organisation: null),
            SignalTelling.People(row.PeopleFrom, row.PeopleTo), SignalTelling.Knows(row.Told)),
        $"/signalen/{row.Id}", row.DueOn, row.State == SignalState.Received ? "nieuw" : null);
}
