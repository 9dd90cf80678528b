using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Contract;
using Samenkracht.Insight.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Time;
using Samenkracht.PolicyTable.Contract;
using Samenkracht.Web.Access;
using Samenkracht.Web.Design;

namespace Samenkracht.PolicyTable.Agenda;

/// <summary>Op de agenda zetten: one question to one table, with an owner and a day.</summary>
[Allow(Permission.PutOnAgenda)]
internal sealed class PutModel(Storage storage, WorkingDays days) : SkPage
{
    private const int UsualTerm = 30;

    public IssueCard Issue { get; private set; } = null!;
    public IReadOnlyList<Option> Owners { get; private set; } = [];

    [BindProperty]
    public AgendaForm Input { get; set; } = new();

    public async Task<IActionResult> OnGet(IssueId issue)
    {
        await using var work = await storage.Read(Actor, Cancel);
        if (!await Find(work, issue)) return NotFound();
        Input.AnswerBy = days.Add(Amsterdam.Date(work.Now), UsualTerm);
        return Page();
    }

    public async Task<IActionResult> OnPost(IssueId issue)
    {
        await using var work = await storage.Begin(Actor, Cancel);
        if (!await Find(work, issue)) return NotFound();
        if (Draft(work) is not { } draft) return Page();
        var because = work.Because(PolicyTableEvents.PutOnAgenda);
        var item = AgendaItem.Put(because, issue, draft, OnceId<AgendaItemId>());
        work.Add(item);
        await work.Note(because, item.Id.Value, payload: new { issue, draft }, cancel: Cancel);
        if (!await Saved(work)) return Page();
        return Done($"/beleidstafel/{item.Id}", "De vraag staat op de agenda.");
    }

    private AgendaDraft? Draft(Work work)
    {
        if (Input.Table is { } table && table.HasOwnName() && string.IsNullOrWhiteSpace(Input.TableName)) Refuse("Input.TableName", "Schrijf op welke organisatie dit is.");
        if (Input.AnswerBy <= Amsterdam.Date(work.Now)) Refuse("Input.AnswerBy", "Kies een dag na vandaag.");
        if (!Owners.Any(o => o.Value == Input.Owner)) Refuse("Input.Owner", "Kies wie het antwoord voorbereidt.");
        if (!ModelState.IsValid || !Id.TryParse<AccountId>(Input.Owner, out var owner)) return null;
        return new AgendaDraft(Input.Table!.Value, Input.TableName, Input.Question, owner, Input.AnswerBy!.Value);
    }

    private async Task<bool> Find(Work work, IssueId id)
    {
        if (await work.Issues.FirstOrDefaultAsync(i => i.Id == id, Cancel) is not { } card) return false;
        Issue = card;
        var answering = Roles.OfAccounts.Where(r => Permissions.Of(r).Contains(Permission.GiveAnswers)).ToList();
        Owners = [.. (await work.Accounts.Where(a => answering.Contains(a.Role)).OrderBy(a => a.Name).ToListAsync(Cancel))
            .Select(a => new Option(a.Id.ToString(), a.Name, a.Function))];
        return true;
    }
}

internal sealed class AgendaForm
{
    [Required(ErrorMessage = "Schrijf de vraag op."), StringLength(AgendaItem.MaxQuestion)]
    public string Question { get; set; } = "";

    [Required(ErrorMessage = "Kies wie erover gaat.")]
    public DecidingTable? Table { get; set; }

    [StringLength(AgendaItem.MaxTableName)]
    public string? TableName { get; set; }

    [Required(ErrorMessage = "Kies wie het antwoord voorbereidt.")]
    public string Owner { get; set; } = "";

    [Required(ErrorMessage = "Kies een datum.")]
    public DateOnly? AnswerBy { get; set; }
}
