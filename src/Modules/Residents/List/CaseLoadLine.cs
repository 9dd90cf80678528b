using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Contract;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Time;
using Samenkracht.Residents.Circles;

namespace Samenkracht.Residents.List;

/// <summary>Werk van een teamlid: number and weeks, no contents and no household.</summary>
internal sealed record CaseLoadLine(string Who, int Coordinates, int Deputises, int MeanWeeks)
{
    private const string Why = "A team lead sees number and weeks of the own team, never which household.";

    public static Task<IReadOnlyList<CaseLoadLine>> OfTeam(Work work, CancellationToken cancel) => work.Beyond(Why, () => Counted(work, cancel));

    private static async Task<IReadOnlyList<CaseLoadLine>> Counted(Work work, CancellationToken cancel)
    {
        if (work.Actor.Team is not { } team) return [];
        var colleagues = await work.Accounts.Where(a => a.Team == team).OrderBy(a => a.Name).Select(a => new { a.Id, a.Name }).ToListAsync(cancel);
        var ids = colleagues.Select(c => c.Id).ToArray();
        // One more than the list shows would tell that there is a hidden one.
        var open = work.Unscoped<Household>(Why).Where(h => h.Safety == SafetyMark.None);
        var running = work.Unscoped<SupportPeriod>(Why).Where(s => s.EndedAt == null && open.Any(h => h.Id == s.Household));
        // Who coordinates or deputises is in the circle now: said so, the database looks them up by account instead of reading all circles of all years.
        var members = work.Unscoped<CircleMember>(Why).Where(m => ids.Contains(m.Account) && m.Until == null);
        var coordinates = (await (from period in running
                                  join member in members on period.Coordinator equals member.Id
                                  select new { member.Account, period.StartedAt }).ToListAsync(cancel)).ToLookup(p => p.Account, p => p.StartedAt);
        var deputises = (await (from period in running
                                join member in members on period.Deputy equals member.Id
                                group period by member.Account into those
                                select new { those.Key, Count = those.Count() }).ToListAsync(cancel)).ToDictionary(d => d.Key, d => d.Count);
        return [.. colleagues.Select(c => new CaseLoadLine(c.Name, coordinates[c.Id].Count(), deputises.GetValueOrDefault(c.Id), Mean(coordinates[c.Id], work.Now)))];
    }

    /// <summary>"12 weken"</summary>
    public static string Weeks(DateTimeOffset since, DateOnly today)
    {
        var weeks = (today.DayNumber - Amsterdam.Date(since).DayNumber) / 7;
        return weeks switch { 0 => "deze week", 1 => "1 week", _ => $"{weeks} weken" };
    }

    private static int Mean(IEnumerable<DateTimeOffset> starts, DateTimeOffset now) =>
        (int)starts.Select(s => (now - s).TotalDays / 7).DefaultIfEmpty().Average();
}
