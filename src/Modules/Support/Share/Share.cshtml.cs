using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;
using Samenkracht.Support.Ask;
using Samenkracht.Support.Consent;
using Samenkracht.Support.Plans;
using Samenkracht.Web.Access;
using Samenkracht.Web.Design;

namespace Samenkracht.Support.Share;

/// <summary>Delen met een andere wet: who is in the circle for another law reads a question, or a goal with its agreements; with a reason that the resident reads.</summary>
[Allow(Permission.WorkWithHouseholds)]
internal sealed class ShareModel(Storage storage, ReadLog reads) : HouseholdPage
{
    private const int MostWords = 500;

    /// <summary>The question or goal.</summary>
    [BindProperty(SupportsGet = true, Name = "item")]
    public Guid Item { get; set; }

    [BindProperty]
    public List<Law> With { get; set; } = [];

    [BindProperty, Required(ErrorMessage = "Schrijf op waarom de ander dit moet weten."), StringLength(MostWords)]
    public string? Reason { get; set; }

    /// <summary>Why it may be shared although the resident said no.</summary>
    [BindProperty]
    public SharingGround? Ground { get; set; }

    /// <summary>What the residents answered when they were asked about sharing this with another law.</summary>
    public IReadOnlyList<ConsentView> Answers { get; private set; } = [];

    public bool IsRefused => Answers.Any(a => a.State == ConsentState.Refused);

    public string Text { get; private set; } = "";

    public Law Law { get; private set; }

    /// <summary>The other laws, each with who would read along.</summary>
    public IReadOnlyList<Option> Others { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        await using var work = await storage.Read(Actor, Cancel);
        if (!await Look(work, reads, "Delen met een andere wet") || await Load(work) is not { } item) return NotFound();
        (With, Version) = ([.. Laws.Of(item.SharedWith)], item.Version);
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        await using var work = await storage.Begin(Actor, Cancel);
        if (!await Find(work) || await Load(work) is not { } item) return NotFound();
        if (With.Any(law => !Others.Any(o => o.Value == law.ToString()))) Refuse(nameof(With), "Kies een wet uit de lijst.");
        // What was shared before is not shared anew.
        var refused = Answers.Where(a => a.State == ConsentState.Refused && With.Contains(a.Request.ToLaw!.Value) && (item.SharedWith & a.Request.ToLaw.Value.Bit()) == 0).ToList();
        if (refused.Count > 0 && Ground is null) Refuse(nameof(Ground), "De bewoner zei nee. Deel het niet, of kies welke reden in de wet er is. De bewoner leest dat.");
        if (!ModelState.IsValid) return Page();
        var because = work.Because(SupportEvents.Shared, Law, Reason);
        await item.Share(work, With, Version, Cancel);
        foreach (var no in refused) work.Add(LawfulSharing.Of(no.Request.Id, Ground!.Value, Reason!, because));
        await work.Note(because, Item, Id, new { Title = Text, With, Ground = refused.Count > 0 ? Ground : null }, Cancel);
        return await Saved(work) ? Done(HouseholdUrl, With.Count == 0 ? "Dit wordt niet meer gedeeld." : "Gedeeld. De bewoner leest met wie en waarom.") : Page();
    }

    // Of one's own laws: what another shares with me is not mine to pass on. Nothing of the safety compartment: that is told in person.
    private async Task<Shareable?> Load(Work work)
    {
        var laws = await work.LawsIn(Id, Cancel);
        if (await Shareable.Find(work, Id, Item, Cancel) is not { } item || !laws.Contains(item.Law)) return null;
        (Text, Law) = (item.Text, item.Law);
        Answers = await ConsentView.Of(work, work.Query<ConsentRequest>().Where(r => r.Household == Id && r.Kind == ConsentKind.Sharing && r.Law == item.Law && r.EndedAt == null
            && (item.About == null || r.About == item.About)).OrderByDescending(r => r.AskedAt), Cancel);
        var circle = await work.Circle(Id, cancel: Cancel);
        Others = [.. Enum.GetValues<Law>().Where(law => law != item.Law).Select(law => new Option(law.ToString(), law.Label(), Readers(circle, law)))];
        return item;
    }

    private static string Readers(IReadOnlyList<CircleCard> circle, Law law)
    {
        var names = circle.Where(m => m.Until is null && m.Laws.Contains(law)).Select(m => m.Who.Name).ToList();
        return names.Count == 0 ? "nu niemand" : string.Join(", ", names);
    }
}

/// <summary>Wat gedeeld kan worden: a question, or a goal with its agreements.</summary>
internal sealed record Shareable(string Text, Law Law, PersonId? About, int SharedWith, int Version, Question? Question, Goal? Goal)
{
    public static async Task<Shareable?> Find(Work work, HouseholdId household, Guid id, CancellationToken cancel)
    {
        if (await work.Query<Question>().FirstOrDefaultAsync(q => q.Household == household && q.Id == new Contract.QuestionId(id) && q.Safety == SafetyMark.None, cancel) is { } question)
            return new(question.Text, question.Law, question.About, question.SharedWith, question.Version, question, null);
        return await work.Query<Goal>().InCurrentPlan(work).FirstOrDefaultAsync(g => g.Household == household && g.Id == new Contract.GoalId(id) && g.Safety == SafetyMark.None, cancel) is { } goal
            ? new(goal.Text, goal.Law, goal.About, goal.SharedWith, goal.Version, null, goal)
            : null;
    }

    public async Task Share(Work work, IReadOnlyList<Law> with, int version, CancellationToken cancel)
    {
        if (Question is not null)
        {
            Question.Share(with);
            work.Expect(Question, version);
            return;
        }
        var goal = Goal!;
        // An agreement that one does not see (its author's own) goes along: it stays its author's for anyone else.
        goal.Share(with, await work.Query<PlanAction>().Where(a => a.Goal == goal.Id).ToListAsync(cancel));
        work.Expect(goal, version);
    }
}
