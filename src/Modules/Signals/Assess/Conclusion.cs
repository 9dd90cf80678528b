using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Contract;
using Samenkracht.Kernel.Storage;
using Samenkracht.Signals.Contract;

namespace Samenkracht.Signals.Assess;

/// <summary>Wat er is gedaan: an assessment as colleagues read it.</summary>
internal sealed record Conclusion(string Name, DateTimeOffset At, Outcome Outcome, string? HandedTo, string? Reason, Feedback Feedback)
{
    public static async Task<Conclusion?> Of(Work work, SignalId signal, CancellationToken cancel)
    {
        if (await work.Query<Assessment>().AsNoTracking().FirstOrDefaultAsync(a => a.Signal == signal, cancel) is not { } made) return null;
        var names = await work.AccountNames([made.Account], cancel);
        return new(names.GetValueOrDefault(made.Account)?.Name ?? "Een collega", made.At, made.Outcome, made.HandedTo, made.Reason, made.Feedback);
    }
}
