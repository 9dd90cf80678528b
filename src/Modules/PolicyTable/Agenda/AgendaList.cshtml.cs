using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Time;
using Samenkracht.PolicyTable.Contract;
using Samenkracht.Web.Access;

namespace Samenkracht.PolicyTable.Agenda;

/// <summary>Beleidstafel: what is too late on top, then what is asked, then what was answered. For every signed-in role.</summary>
[Allow(Permission.SeePolicyTable)]
internal sealed class AgendaListModel(Storage storage) : SkPage
{
    public const int Size = 25;

    [BindProperty(SupportsGet = true, Name = "zoek")]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true, Name = "pagina")]
    public int Number { get; set; } = 1;

    [BindProperty(SupportsGet = true, Name = "open")]
    public int OpenNumber { get; set; } = 1;

    public int TotalOpen { get; private set; }
    public int TotalLate { get; private set; }

    public DateOnly Today { get; private set; }
    public IReadOnlyList<AgendaCard> Late { get; private set; } = [];
    public IReadOnlyList<AgendaCard> Asked { get; private set; } = [];
    public IReadOnlyList<AgendaCard> Answered { get; private set; } = [];
    public int TotalAnswered { get; private set; }

    public async Task OnGet()
    {
        await using var work = await storage.Read(Actor, Cancel);
        Today = Amsterdam.Date(work.Now);
        var matching = Matching(work);
        var unanswered = matching.Where(a => a.AnsweredAt == null);
        (TotalOpen, TotalLate) = (await unanswered.CountAsync(Cancel), await unanswered.CountAsync(a => a.AnswerBy < Today, Cancel));
        OpenNumber = Math.Clamp(OpenNumber, 1, Math.Max(1, (TotalOpen + Size - 1) / Size));
        // By day, so that what is late comes first, also over the pages.
        var open = await unanswered.OrderBy(a => a.AnswerBy).ThenBy(a => a.Id).Skip((OpenNumber - 1) * Size).Take(Size).ToListAsync(Cancel);
        Late = [.. open.Where(a => a.IsLate(Today))];
        Asked = [.. open.Where(a => !a.IsLate(Today))];
        var answered = matching.Where(a => a.AnsweredAt != null);
        TotalAnswered = await answered.CountAsync(Cancel);
        Number = Math.Clamp(Number, 1, Math.Max(1, (TotalAnswered + Size - 1) / Size));
        Answered = await answered.OrderByDescending(a => a.AnsweredAt).ThenBy(a => a.Id)
            .Skip((Number - 1) * Size).Take(Size).ToListAsync(Cancel);
    }

    private IQueryable<AgendaCard> Matching(Work work)
    {
        var words = SearchText.Of(Words);
        return words.Length == 0 ? work.Agenda : work.Agenda.Where(a => a.SearchText.Contains(words));
    }
}
