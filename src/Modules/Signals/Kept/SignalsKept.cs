using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Records;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Time;
using Samenkracht.Signals.Contract;
using Samenkracht.Signals.Tell;

namespace Samenkracht.Signals.Kept;

/// <summary>Hoe lang nog nodig: a household of which someone still has to be told keeps everything (AVG art. 14); a signal that became no question has a term of its own; one that did goes with the household.</summary>
internal sealed class SignalsKept : IKeptFiles
{
    public async Task<IReadOnlyCollection<HouseholdId>> Running(Work work, IReadOnlyCollection<HouseholdId> households, CancellationToken cancel)
    {
        var asked = households.Select(h => (HouseholdId?)h).ToArray();
        return await work.Query<DutyToTell>().Where(d => asked.Contains(d.Household) && (d.State == DutyState.Open || d.State == DutyState.Withheld)).Select(d => d.Household!.Value).ToListAsync(cancel);
    }

    public Task<IReadOnlyList<KeptPart>> Of(Work work, IReadOnlyCollection<HouseholdId> households, CancellationToken cancel) => Task.FromResult<IReadOnlyList<KeptPart>>([]);

    public async Task<IReadOnlyList<KeptPart>> Apart(Work work, Guid? only, CancellationToken cancel)
    {
        var wanted = only is { } id ? new SignalId(id) : (SignalId?)null;
        var signals = await (from signal in work.Query<Signal>()
                             join assessment in work.Query<Assessment>() on signal.Id equals assessment.Signal into assessments
                             from assessment in assessments.DefaultIfEmpty()
                             where (wanted == null || signal.Id == wanted)
                                 && (signal.State == SignalState.Expired || (signal.State == SignalState.Assessed && assessment.Household == null))
                             select new { signal.Id, signal.State, signal.ReceivedAt, signal.ExpiresOn, Outcome = (Outcome?)assessment.Outcome, At = (DateTimeOffset?)assessment.At }).ToListAsync(cancel);
        return [.. signals.Select(s => Part(s.Id, s.State, s.Outcome, s.At is { } at ? Amsterdam.Date(at) : s.ExpiresOn ?? Amsterdam.Date(s.ReceivedAt)))];
    }

    private static KeptPart Part(SignalId id, SignalState state, Outcome? outcome, DateOnly closed) => new(null, id.Value, null,
        state == SignalState.Expired ? KeptResult.Withdrawn : outcome == Outcome.Contributed ? KeptResult.Joint : KeptResult.OnlySignal, closed, closed);
}
