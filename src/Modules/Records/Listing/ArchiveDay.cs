using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Web.Day;

namespace Samenkracht.Records.Listing;

/// <summary>Mijn dag: that the archivist's list waits for approval, as one item however long it is. What is held asks for nothing.</summary>
internal sealed class ArchiveDay : IDayItems
{
    public async Task<IReadOnlyList<DayItem>> For(Work work, CancellationToken cancel)
    {
        if (!work.Actor.May(Permission.ApproveDestruction)) return [];
        var holds = work.Query<RetentionHold>().Where(h => h.ReleasedAt == null);
        var waiting = work.Query<DestructionLine>().Where(l => l.DoneAt == null && l.Declaration == null && !holds.Any(h => l.Household != null ? h.Household == l.Household : h.Signal == l.Signal));
        var (lines, asked) = (await waiting.CountAsync(cancel), await waiting.CountAsync(l => l.Request != null, cancel));
        return lines == 0 ? [] : [new(Direction.Rules, "Vernietigingslijst goedkeuren", $"{ArchiveListModel.Words(lines)}{(asked > 0 ? $", {asked:N0} op verzoek" : "")}", "/archief", Tag: "archief")];
    }
}
