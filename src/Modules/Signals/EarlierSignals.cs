using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;

namespace Samenkracht.Signals;

/// <summary>Eerdere signalen: what was said of someone before they were hidden reaches the attention officer as well, and nobody else notices.</summary>
internal sealed class EarlierSignals : IHandle<HouseholdHidden>
{
    private const string Why = "A signal of before that names who is hidden now is told to the attention officer; who hid them learns nothing.";

    public Task Handle(HouseholdHidden happened, Work work, CancellationToken cancel) => happened.Wholes.Count == 0 ? Task.CompletedTask : work.Beyond(Why, async () =>
    {
        var known = (await work.Unscoped<SignalMatch>(Why).Where(m => m.Household == happened.Household).Select(m => m.Signal).ToListAsync(cancel)).ToHashSet();
        foreach (var signal in await Holding(work, happened.Wholes, cancel))
            if (signal.Id.Value != happened.From && known.Add(signal.Id) && HiddenMatches.Mentions($"{signal.About} {signal.Text}", happened.Wholes))
                work.Add(new SignalMatch { Signal = signal.Id, Household = happened.Household, At = work.Now });
        await work.Flush(cancel);
        return true;
    });

    // By the words of the index, so that few are opened; a postcode may be written as one word or as two.
    private static async Task<List<Signal>> Holding(Work work, IEnumerable<string> wholes, CancellationToken cancel)
    {
        var found = new List<Signal>();
        foreach (var spelling in wholes.SelectMany(Spellings).Distinct())
        {
            var signals = work.Unscoped<Signal>(Why).AsNoTracking().Where(s => s.Kind != Contract.SignalKind.Community && s.SearchText != "");
            foreach (var word in work.Secrets.Words(spelling, Signal.SearchPlace)) signals = signals.Where(s => s.SearchText.Contains(word));
            found.AddRange(await signals.ToListAsync(cancel));
        }
        return found;
    }

    private static string[] Spellings(string whole) =>
        whole is [>= '0' and <= '9', _, _, _, >= 'a' and <= 'z', >= 'a' and <= 'z', ' ', ..] ? [whole, $"{whole[..4]} {whole[4..]}"] : [whole];
}
