using Samenkracht.Kernel.Storage;
using Samenkracht.Signals.Contract;

namespace Samenkracht.Signals.Follow;

/// <summary>All contributors to the feedback as one.</summary>
internal static class FeedbackSlot
{
    extension(IEnumerable<ISignalFeedback> contributors)
    {
        public async Task<IReadOnlyList<SignalFeedbackLine>> LinesFor(Work work, IReadOnlyCollection<SignalId> signals, CancellationToken cancel)
        {
            var lines = new List<SignalFeedbackLine>();
            if (signals.Count == 0) return lines;
            foreach (var contributor in contributors) lines.AddRange(await contributor.For(work, signals, cancel));
            return [.. lines.OrderBy(l => l.At)];
        }

        public async Task<bool> Reply(Work work, SignalId signal, Guid question, bool yes, string? words, CancellationToken cancel)
        {
            foreach (var contributor in contributors)
                if (await contributor.Reply(work, signal, question, yes, words, cancel)) return true;
            return false;
        }
    }
}
