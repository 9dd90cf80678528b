using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;
using Samenkracht.Support.Consent;
using Samenkracht.Web.Day;

namespace Samenkracht.Support.Letters;

/// <summary>Mijn dag van de inwoner: a letter that was not opened yet, and a question about agreeing that was not answered.</summary>
internal sealed class LettersDay : IDayItems
{
    private const int Most = 3;

    public async Task<IReadOnlyList<DayItem>> For(Work work, CancellationToken cancel)
    {
        if (!work.Actor.May(Permission.DecideForOneself)) return [];
        var (self, answers) = (work.Self, work.Query<ConsentAnswer>());
        var letters = await work.Query<Letter>().Where(l => l.SentAt != null && l.ReadAt == null && self.Any(p => p.Id == l.About)).OrderByDescending(l => l.SentAt).Take(Most)
            .Select(l => new { l.Id, l.Subject, l.Kind, l.ObjectionUntil }).ToListAsync(cancel);
        var asked = await work.Query<ConsentRequest>().Where(r => r.EndedAt == null && self.Any(p => p.Id == r.About) && !answers.Any(a => a.Request == r.Id)).OrderBy(r => r.AskedAt).Take(Most)
            .Select(r => r.What).ToListAsync(cancel);
        return
        [
            .. letters.Select(l => new DayItem(Direction.Rules, l.Subject, l.Kind.Label(), $"/mijn/brieven/{l.Id}", Tag: "nieuw")),
            .. asked.Select(what => new DayItem(Direction.Personal, $"Vindt u dit goed? {what}", "Zeg ja of nee", "/mijn/instemming", Tag: "vraag")),
        ];
    }
}
