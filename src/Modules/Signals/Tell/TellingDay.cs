using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Web.Day;

namespace Samenkracht.Signals.Tell;

/// <summary>Nog te vertellen op Mijn dag: for the contact person, of a household without one for its circle, and of a report without household for who took it up. What was
/// weighed by someone who left is for all who see it, until one of them puts their hand to it.</summary>
internal sealed class TellingDay : IDayItems
{
    private const int Most = 3;

    public async Task<IReadOnlyList<DayItem>> For(Work work, CancellationToken cancel)
    {
        if (!work.Actor.May(Permission.AssessSignals) && !work.Actor.May(Permission.WorkWithHouseholds)) return [];
        var me = work.Actor.Account;
        var rows = await new TellingQuery(ShowTelling.Open).Rows(work)
            .Where(r => r.Household == null ? r.Assessor == me || (r.Assessor == null && r.IsWeighed) : r.HouseholdName != null && (r.Coordinator == me || r.Coordinator == null))
            .Take(Most).ToListAsync(cancel);
        return [.. rows.Select(r => new DayItem(Direction.Personal, r.Title, r.Note ?? "er is iets gemeld: vertel het bij het eerste gesprek", $"/signalen/{r.Signal}/vertellen", r.DueOn) { Names = r.Names(work.Actor) })];
    }
}
