using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Records;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Time;
using Samenkracht.Web.Design;

namespace Samenkracht.Records.Listing;

/// <summary>Puts a granted request on the archivist's list, in the transaction in which it was granted.</summary>
internal sealed class ListGranted : IHandle<ProposedDestruction>
{
    private const string Why = "who grants a request has no sight of the archivist's list";

    public async Task Handle(ProposedDestruction happened, Work work, CancellationToken cancel)
    {
        var key = DestructionLine.KeyOf(happened.File);
        // A request goes before a term: what stood there for its term is taken over.
        var counts = await work.Beyond(Why, async () =>
        {
            var open = await work.Unscoped<DestructionLine>(Why).Where(l => l.FileKey == key && l.DoneAt == null).ToListAsync(cancel);
            if (open.Any(l => l.Request is not null || l.Declaration is not null)) return null;
            open.ForEach(work.Remove);
            await work.Flush(cancel);
            return await work.WouldDestroy(happened.File, cancel);
        });
        if (counts is null) return;
        var today = Amsterdam.Date(work.Now);
        var line = DestructionLine.Propose(happened.File, happened.Ground, $"{happened.Ground.Label()}, toegewezen{(happened.By is { } by ? $": weg uiterlijk {DutchDate.Full(by)}" : "")}", today, today, happened.Request, work.Now);
        line.Count(counts);
        work.Add(line);
        // A line of the request: who may not see that, reads in no timeline that it was granted.
        await work.Note(work.Because(RecordEvents.Proposed), happened.Request, happened.File.Household, new { Line = line.Id.Value }, cancel);
    }
}
