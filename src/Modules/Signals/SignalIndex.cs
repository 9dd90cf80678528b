using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel.Keys;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Signals;

/// <summary>Waaraan een signaal wordt gevonden: the keyed hashes of its words, under the newest key.</summary>
internal sealed class SignalIndex : IReseal
{
    public async Task<int> Reseal(Work work, CancellationToken cancel)
    {
        var signals = await work.Query<Signal>().Where(s => s.SearchText != "").ToListAsync(cancel);
        foreach (var signal in signals) signal.KeepFindable(work.Secrets);
        return signals.Count;
    }
}
