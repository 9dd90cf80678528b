using Microsoft.EntityFrameworkCore;
using Samenkracht.Directory.Contract;
using Samenkracht.Geography.Contract;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Time;
using Samenkracht.Residents.Contract;
using Samenkracht.Support.Contract;

namespace Samenkracht.Signals.Contract;

/// <summary>Signaal voor de scan: a buurt, a theme, a day and perhaps the club it came through. Nothing else about anyone.</summary>
/// <param name="Buurt">Null when unknown.</param>
public sealed record ScanSignal(AreaCode? Buurt, Theme Theme, DateOnly Day, CommunityId? Via);

/// <summary>The signals of a period, as a scan may know them.</summary>
/// <param name="Placed">Those that became a household's question, each household once in a while per theme.</param>
/// <param name="Others">How many have no household, so that nobody can say where they belong.</param>
public sealed record ScanSignals(IReadOnlyList<ScanSignal> Placed, int Others);

/// <summary>Bron van de scan over signalen. Only for the system.</summary>
public static class SignalSource
{
    /// <summary>Several people who worry about one household are not several households.</summary>
    private const int SameForDays = 30;

    /// <summary>Without what lies in the safety compartment, also as a number: not the signal, nor one that became a question there.</summary>
    /// <exception cref="InvalidOperationException">Someone else than the system asks.</exception>
    public static async Task<ScanSignals> Read(Work work, DateOnly since, DateOnly until, CancellationToken cancel = default)
    {
        if (!work.Actor.IsSystem) throw new InvalidOperationException("Only the system reads all signals.");
        var (from, to) = (Amsterdam.StartOf(since), Amsterdam.StartOf(until.AddDays(1)));
        var (assessments, countable) = (work.Query<Assessment>(), work.CountableQuestions);
        var received = work.Query<Signal>().Where(s => s.ReceivedAt >= from && s.ReceivedAt < to && s.Safety == SafetyMark.None
            && !assessments.Any(a => a.Signal == s.Id && a.Question != null && !countable.Any(q => q == a.Question)));
        var rows = await (from signal in received
                          join assessed in assessments on signal.Id equals assessed.Signal
                          join question in work.Questions on assessed.Question equals question.Id
                          join household in work.Households on question.Household equals household.Id
                          orderby signal.ReceivedAt, signal.Id
                          select new { question.Household, household.Buurt, question.Theme, signal.ReceivedAt, Via = signal.ChannelCommunity }).ToListAsync(cancel);
        var placed = new List<ScanSignal>();
        foreach (var same in rows.GroupBy(r => (r.Household, r.Theme)))
        {
            DateOnly? counted = null;
            foreach (var row in same)
            {
                var day = Amsterdam.Date(row.ReceivedAt);
                if (counted?.AddDays(SameForDays) > day) continue;
                placed.Add(new ScanSignal(row.Buurt, row.Theme, day, row.Via));
                counted = day;
            }
        }
        return new ScanSignals(placed, await received.CountAsync(cancel) - rows.Count);
    }
}
