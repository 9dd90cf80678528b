using System.Data.Common;
using System.Reflection;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Journal;
using Samenkracht.Kernel.Logs;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Time;

namespace Samenkracht.Kernel.Processing;

/// <summary>Logboek dataverwerkingen: a line for each data subject of each look and each change, committed with it (docs/adr/0051).</summary>
public sealed class ProcessingLog
{
    private static readonly string Program = typeof(ProcessingLog).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    private readonly LogDatabase logs;
    private readonly Pseudonyms pseudonyms;
    private readonly TimeProvider clock;

    internal ProcessingLog(LogDatabase logs, Pseudonyms pseudonyms, TimeProvider clock) => (this.logs, this.pseudonyms, this.clock) = (logs, pseudonyms, clock);

    /// <summary>Says of what a request had written that it broke afterwards. For who hears of an error that nobody caught.</summary>
    public async Task Failed(Origin origin, CancellationToken cancel = default)
    {
        if (origin.Done.Count == 0) return;
        var at = Amsterdam.UtcNow(clock);
        await logs.Write(Actor.System, [], [.. origin.Done.Select(line => line.Failed(origin, at))], cancel);
    }

    /// <inheritdoc cref="Storage.Storage.Release"/>
    internal void Release() => logs.Release();

    /// <summary>The lines of a look. More than one data subject is one action with one below it for each.</summary>
    internal async Task<IReadOnlyList<ProcessingLine>> Of(Actor actor, Origin origin, IReadOnlyCollection<LookedUpon> seen, Looking look, CancellationToken cancel)
    {
        var (name, activity, at) = ($"look.{look.Event.ToString().ToLowerInvariant()}", Activity(look.Purpose, actor.Role), Amsterdam.UtcNow(clock));
        var lines = new List<ProcessingLine>();
        if (seen.Count > 1) lines.Add(ProcessingLine.Of(new(name, activity, null), origin, at, Program));
        var parent = lines.FirstOrDefault()?.SpanId;
        foreach (var (household, signal, entered) in seen)
        {
            var subject = (household ?? entered) is { } home ? await pseudonyms.Of(DataSubjectCode.Household, home.Value, cancel) : await pseudonyms.Of(DataSubjectCode.Signal, signal!.Value, cancel);
            lines.Add(ProcessingLine.Of(new(name, activity, subject, parent), origin, at, Program));
        }
        return lines;
    }

    /// <summary>The line of a change; null for one that handles nobody's data, such as an import of wijken.</summary>
    internal async Task<ProcessingLine?> Of(JournalLine line, Origin origin, CancellationToken cancel)
    {
        DataSubjectCode? subject = null;
        if (line.Household is { } household) subject = await pseudonyms.Of(DataSubjectCode.Household, household.Value, cancel);
        else if (line.Purpose == Purpose.SignalHandling) subject = await pseudonyms.Of(DataSubjectCode.Signal, line.Subject, cancel);
        // A scan reads all households and no one in particular: one line without a data subject.
        else if (line.Purpose != Purpose.CollectiveInsight) return null;
        return ProcessingLine.Of(new(line.Kind, Activity(line.Purpose, line.ActorRole), subject), origin, line.At, Program);
    }

    /// <summary>In the transaction of the change itself.</summary>
    internal Task Write(DbTransaction transaction, IReadOnlyList<ProcessingLine> lines, CancellationToken cancel) =>
        logs.Write(transaction.Connection!, transaction, lines, cancel);

    internal Task Write(Actor actor, IReadOnlyList<ProcessingLine> lines, CancellationToken cancel) => logs.Write(actor, [], lines, cancel);

    // That the attention officer is there at all lies in the safety compartment.
    private static string Activity(Purpose purpose, Role role) => (role == Role.AttentionOfficer ? Purpose.Safety : purpose).Activity();
}
