using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Contract;
using Samenkracht.Insight.Contract;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Time;
using Samenkracht.PolicyTable.Contract;
using Samenkracht.Web.Access;

namespace Samenkracht.PolicyTable.Agenda;

/// <summary>Agendapunt: the question, by when, and the answer once it is there.</summary>
[Allow(Permission.SeePolicyTable)]
internal sealed class ItemModel(Storage storage) : SkPage
{
    public AgendaCard Card { get; private set; } = null!;
    public DateOnly Today { get; private set; }
    public OpinionCount Said { get; private set; } = new(0, 0);
    public Disclosure Disclosure => Disclosure.For(Actor);

    /// <summary>Only for those who answer: they need to know whom to ask.</summary>
    public string? Owner { get; private set; }

    /// <summary>What they said with it, without who; only for those who answer.</summary>
    public IReadOnlyList<string> Words { get; private set; } = [];

    [BindProperty]
    public AnswerForm Input { get; set; } = new();

    public bool MayAnswer => Actor.May(Permission.GiveAnswers) && Card.AnsweredAt is null;

    public async Task<IActionResult> OnGet(AgendaItemId item)
    {
        await using var work = await storage.Read(Actor, Cancel);
        return await Show(work, item) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPost(AgendaItemId item)
    {
        if (!Actor.May(Permission.GiveAnswers)) return Forbid();
        await using var work = await storage.Begin(Actor, Cancel);
        if (!await Show(work, item)) return NotFound();
        if (Card.AnsweredAt is not null) return Done($"/beleidstafel/{item}", "Er is al een antwoord gegeven.");
        if (!ModelState.IsValid) return Page();
        var because = work.Because(PolicyTableEvents.Answered);
        var row = await work.Query<AgendaItem>().SingleAsync(i => i.Id == item, Cancel);
        work.Add(row.Answer(because, Input.Decision!.Value, Input.Text));
        await work.Note(because, item.Value, payload: new { Input.Decision, Input.Text }, cancel: Cancel);
        try
        {
            if (!await Saved(work)) return Page();
        }
        catch (UniqueConflictException)
        {
            return Done($"/beleidstafel/{item}", "Een collega heeft net geantwoord.");
        }
        return Done($"/beleidstafel/{item}", "Het antwoord is gegeven. Wie meedeed en erom vroeg, leest het nu ook.");
    }

    private async Task<bool> Show(Work work, AgendaItemId item)
    {
        if (await work.Agenda.FirstOrDefaultAsync(a => a.Id == item, Cancel) is not { } card) return false;
        (Card, Today) = (card, Amsterdam.Date(work.Now));
        if (card.AnsweredAt is not null) Said = (await Opinions.Count(work, [item], Cancel)).GetValueOrDefault(item) ?? Said;
        if (!Actor.May(Permission.GiveAnswers)) return true;
        Words = await Opinions.Words(work, item, Cancel);
        var owner = await work.Query<AgendaItem>().Where(i => i.Id == item).Select(i => i.Owner).SingleAsync(Cancel);
        Owner = (await work.AccountNames([owner], Cancel)).GetValueOrDefault(owner)?.Name;
        return true;
    }
}

internal sealed class AnswerForm
{
    [Required(ErrorMessage = "Kies wat het besluit is.")]
    public Decision? Decision { get; set; }

    [Required(ErrorMessage = "Schrijf het antwoord op."), StringLength(Answer.MaxText)]
    public string Text { get; set; } = "";
}
