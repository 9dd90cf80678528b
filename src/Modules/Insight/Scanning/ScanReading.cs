using Microsoft.EntityFrameworkCore;
using Samenkracht.Geography.Contract;
using Samenkracht.Kernel.Storage;
using Samenkracht.Signals.Contract;
using Samenkracht.Support.Contract;

namespace Samenkracht.Insight.Scanning;

/// <summary>From the database to the input of a scan, in a fixed number of queries.</summary>
internal static class ScanReading
{
    public static Task<ScanInput> Read(Work work, ScanSettings settings, CancellationToken cancel) => settings.Kind switch
    {
        ScanKind.Households => Households(work, settings, cancel),
        ScanKind.Areas => Areas(work, settings, cancel),
        _ => Signals(work, settings, cancel),
    };

    private static async Task<ScanInput> Households(Work work, ScanSettings settings, CancellationToken cancel)
    {
        var known = await ScanSource.Read(work, cancel);
        return await Placed(work, [.. known.Where(h => h.Buurt is not null).Select(h => Row(h, settings))], known.Count(h => h.Buurt is null), cancel);
    }

    private static async Task<ScanInput> Signals(Work work, ScanSettings settings, CancellationToken cancel)
    {
        var signals = await SignalSource.Read(work, settings.Since, settings.Until, cancel);
        var rows = signals.Placed.Where(s => s.Buurt is not null)
            .Select(s => new ScanRow(s.Buurt!.Value, [new(s.Theme, s.Day)], s.Via is { } via ? [via] : [])).ToList();
        return await Placed(work, rows, signals.Others + signals.Placed.Count - rows.Count, cancel);
    }

    /// <summary>All buurten with a population of the municipality where most of the households live: also those where nobody asked anything.</summary>
    private static async Task<ScanInput> Areas(Work work, ScanSettings settings, CancellationToken cancel)
    {
        var known = await ScanSource.Read(work, cancel);
        var homes = known.Select(h => h.Buurt).OfType<AreaCode>().GroupBy(b => b.Municipality).MaxBy(m => m.Count());
        if (homes is null) return ScanInput.Of([], [], known.Count);
        var buurten = await work.CurrentAreas.Where(a => a.Municipality == homes.Key && a.Kind == AreaKind.Buurt).Select(a => a.Code).ToListAsync(cancel);
        var drawn = await work.Places(buurten, cancel);
        var (counted, people) = await People(work, buurten, cancel);
        var places = drawn.Where(p => people.GetValueOrDefault(p.Key) > 0).Select(p => Place(p.Key, p.Value, people[p.Key])).ToList();
        var taken = places.Select(p => p.Buurt).ToHashSet();
        var rows = known.Where(h => h.Buurt is { } buurt && taken.Contains(buurt)).Select(h => Row(h, settings)).ToList();
        return ScanInput.Of(places, rows, known.Count - rows.Count, counted, buurten.Count - places.Count);
    }

    // Cases are households, so households are the better measure; not every file of CBS has them.
    private static async Task<(CbsUnit Counted, IReadOnlyDictionary<AreaCode, double> People)> People(Work work, List<AreaCode> buurten, CancellationToken cancel)
    {
        var households = await work.NewestFigures(KeyFigure.Households, buurten, cancel);
        return households.Count > 0
            ? (CbsUnit.Households, households)
            : (CbsUnit.Inhabitants, await work.NewestFigures(KeyFigure.Inhabitants, buurten, cancel));
    }

    private static async Task<ScanInput> Placed(Work work, List<ScanRow> rows, int unplaced, CancellationToken cancel)
    {
        var places = await work.Places([.. rows.Select(r => r.Buurt).Distinct()], cancel);
        var placed = rows.Where(r => places.ContainsKey(r.Buurt)).ToList();
        return ScanInput.Of(places.Select(p => Place(p.Key, p.Value)), placed, unplaced + rows.Count - placed.Count);
    }

    // Of a household the month of its first question per theme is enough to say since when.
    private static ScanRow Row(ScanHousehold household, ScanSettings settings) => new(household.Buurt!.Value,
        [.. household.Questions.Where(q => q.AskedOn >= settings.Since && q.AskedOn <= settings.Until)
            .GroupBy(q => q.Theme).Select(q => new AskedAbout(q.Key, MonthOf(q.Min(of => of.AskedOn))))],
        household.Communities);

    private static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);

    private static ScanPlace Place(AreaCode buurt, AreaPlace at, double? population = null) =>
        new(buurt, (int)Math.Round(at.X), (int)Math.Round(at.Y), (int?)population);
}
