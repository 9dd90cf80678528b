using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Records;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Time;
using Samenkracht.Records.Listing;

namespace Samenkracht.Records.Retention;

/// <summary>Nachtelijke lijst: looks which files are past their term and puts them on the archivist's list. It destroys nothing.</summary>
/// <remarks>A household goes as a whole once every part of it is past its term; before that, what lies under one law goes alone. Whatever still runs keeps everything.</remarks>
internal sealed class NightlyList(Storage storage, IEnumerable<IKeptFiles> sources, RetentionRules rules)
{
    private const int PageSize = 500;

    /// <summary>Makes the list of this night, once whatever the number of nodes.</summary>
    /// <returns>How many lines stand on it that were not there before; null when this night's list was made already.</returns>
    public async Task<int?> Make(CancellationToken cancel = default)
    {
        await using var work = await storage.Begin(Actor.System, cancel);
        var night = Amsterdam.Date(work.Now);
        if (await work.Query<RetentionNight>().AnyAsync(n => n.Night == night, cancel)) return null;
        var open = await work.Query<DestructionLine>().Where(l => l.DoneAt == null).ToListAsync(cancel);
        var due = await Due(work, night, cancel);
        // What runs again, or was asked for in the meantime, no longer stands there; what was approved is looked at once more when it is carried out.
        foreach (var line in open.Where(l => l.Ground == DestructionGround.Term && l.Declaration is null && !due.ContainsKey(l.FileKey))) work.Remove(line);
        var found = 0;
        foreach (var (key, proposal) in due.Where(d => open.All(l => l.FileKey != d.Key)))
        {
            var line = DestructionLine.Propose(proposal.File, DestructionGround.Term, proposal.Rule, proposal.CountedFrom, proposal.DueOn, request: null, work.Now);
            line.Count(await work.WouldDestroy(proposal.File, cancel));
            work.Add(line);
            found++;
        }
        work.Add(new RetentionNight { Night = night, At = work.Now, Found = found });
        await work.Note(work.Because(RecordEvents.Listed), Guid.Empty, payload: new { night, found }, cancel: cancel);
        await work.Commit(cancel);
        return found;
    }

    /// <summary>Whether this file is due now: asked again in the transaction that destroys it.</summary>
    public async Task<bool> IsStillDue(Work work, DestructionLine line, CancellationToken cancel)
    {
        if (line.Ground != DestructionGround.Term) return true;
        var today = Amsterdam.Date(work.Now);
        if (line.Household is { } household) return Proposals(await Parts(work, [household], cancel), today).ContainsKey(line.FileKey);
        foreach (var source in sources)
            foreach (var part in await source.Apart(work, line.Signal, cancel))
                if (Proposal.Of(rules, part).DueOn <= today) return true;
        return false;
    }

    private async Task<IReadOnlyDictionary<string, Proposal>> Due(Work work, DateOnly today, CancellationToken cancel)
    {
        var due = new Dictionary<string, Proposal>();
        foreach (var source in sources)
        {
            foreach (var page in (await source.Households(work, cancel)).Chunk(PageSize))
                foreach (var (key, proposal) in Proposals(await Parts(work, page, cancel), today)) due[key] = proposal;
            foreach (var proposal in (await source.Apart(work, only: null, cancel)).Select(part => Proposal.Of(rules, part)).Where(p => p.DueOn <= today)) due[proposal.Key] = proposal;
        }
        return due;
    }

    private async Task<IReadOnlyList<KeptPart>> Parts(Work work, IReadOnlyCollection<HouseholdId> households, CancellationToken cancel)
    {
        var running = new HashSet<HouseholdId>();
        foreach (var source in sources) running.UnionWith(await source.Running(work, households, cancel));
        var quiet = households.Except(running).ToArray();
        var parts = new List<KeptPart>();
        if (quiet.Length > 0)
            foreach (var source in sources) parts.AddRange(await source.Of(work, quiet, cancel));
        return parts;
    }

    private Dictionary<string, Proposal> Proposals(IReadOnlyList<KeptPart> parts, DateOnly today)
    {
        var due = new Dictionary<string, Proposal>();
        foreach (var household in parts.GroupBy(p => p.Household))
        {
            // Last first, and a law before the household itself.
            var proposals = household.Select(part => Proposal.Of(rules, part)).OrderByDescending(p => p.DueOn).ThenBy(p => p.File.Law is null).ToList();
            if (proposals.All(p => p.DueOn <= today)) due[proposals[0].Whole.Key] = proposals[0].Whole;
            else foreach (var past in proposals.Where(p => p.DueOn <= today && p.File.Law is not null)) due[past.Key] = past;
        }
        return due;
    }
}

/// <summary>Voorstel: a file that is past its term, by which rule.</summary>
internal sealed record Proposal(DestroyedFile File, string Rule, DateOnly CountedFrom, DateOnly DueOn)
{
    public string Key => DestructionLine.KeyOf(File);

    public static Proposal Of(RetentionRules rules, KeptPart part)
    {
        var term = rules.Of(part);
        var what = part.Law?.Label() ?? (part.Signal is null ? "Huishouden zonder hulpvraag" : "Signaal");
        return new(new DestroyedFile(part.Household, part.Law, Signal: part.Signal), $"{what}, {part.Result.Label().ToLowerInvariant()}: {term}", term.From(part), term.Ends(part));
    }

    /// <summary>The whole household, by the rule of the last of its parts.</summary>
    public Proposal Whole => this with { File = new DestroyedFile(File.Household) };
}
