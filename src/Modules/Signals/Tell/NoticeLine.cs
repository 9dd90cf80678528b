using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Contract;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;

namespace Samenkracht.Signals.Tell;

/// <summary>Regel van wat er over het vertellen is vastgelegd, with who wrote it and to whom it was told, as far as the actor sees them.</summary>
internal sealed record NoticeLine(Notice Notice, string By, IReadOnlyList<string> People)
{
    public static async Task<IReadOnlyList<NoticeLine>> Of(Work work, DutyToTell duty, CancellationToken cancel)
    {
        var notices = await work.Query<Notice>().AsNoTracking().Where(n => n.Duty == duty.Id).OrderByDescending(n => n.At).ToListAsync(cancel);
        if (notices.Count == 0) return [];
        var ids = notices.Select(n => n.Id).ToArray();
        var people = (await (from told in work.Query<NoticePerson>()
                             join person in work.People on told.Person equals person.Id
                             where ids.Contains(told.Notice)
                             orderby person.Name
                             select new { told.Notice, person.Name }).ToListAsync(cancel)).ToLookup(p => p.Notice, p => p.Name);
        var names = await work.AccountNames(notices.Select(n => n.Account), cancel);
        return [.. notices.Select(n => new NoticeLine(n, names.GetValueOrDefault(n.Account)?.Name ?? "een collega", [.. people[n.Id]]))];
    }
}
