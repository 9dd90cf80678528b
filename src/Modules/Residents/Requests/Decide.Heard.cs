using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;
using Samenkracht.Web.Design;

namespace Samenkracht.Residents.Requests;

/// <summary>Gehoord: what the child and the other parent say of a request, on the page that answers it: one form around all, so that nothing typed is lost.</summary>
internal sealed partial class DecideModel
{
    /// <summary>Who else has authority over the child for whom a parent asks.</summary>
    public IReadOnlyList<HeardVoice> Others { get; private set; } = [];

    public IReadOnlyList<Option> OtherOptions => [.. Others.Select(o => new Option(o.Row.Person.ToString(), o.Name))];

    [BindProperty]
    public PersonId? Parent { get; set; }

    [BindProperty]
    public VoiceSays? Says { get; set; }

    public IReadOnlyList<Option> ParentSays { get; } = OptionsOf(RequestVoice.Choices(VoiceKind.Parent));

    /// <summary>The child for whom a parent asks, where it is heard too.</summary>
    public HeardVoice? Child { get; private set; }

    public bool HearsChild => Asked.HearsChild(Asker.BirthDate);

    public bool AgeKnown => Asker.BirthDate is not null;

    public IReadOnlyList<Option> ChildMaySay => OptionsOf(RequestVoice.Choices(VoiceKind.Child, AgeKnown));

    [BindProperty]
    public VoiceSays? ChildSays { get; set; }

    /// <summary>What the child said, or why it was not heard.</summary>
    [BindProperty, StringLength(PersonRequest.MostWords)]
    public string? ChildWords { get; set; }

    /// <summary>The child objects to what could be undone: that is weighed, and does not stop it.</summary>
    public bool WeighsChild => HearsChild && !Asked.CannotBeUndone && Child?.Row.Says == VoiceSays.Objects;

    /// <summary>Who decides on this kind reads what the child said; who only sees that it was asked does not.</summary>
    public bool ReadsChild => Asked.Decides(Actor);

    /// <summary>The other parent was asked: neither parent reads it.</summary>
    public async Task<IActionResult> OnPostParent()
    {
        await using var work = await storage.Begin(Actor, Cancel);
        if (!await Load(work)) return NotFound();
        if (!Asked.IsOpen) return await Closed();
        if (!MayDecide) return NotFound();
        var other = Others.Count == 1 ? Others[0] : Others.FirstOrDefault(o => o.Row.Person == Parent);
        if (other is null) Refuse(nameof(Parent), "Kies wie u sprak.");
        if (!ParentSays.Any(o => o.Value == Says?.ToString())) Refuse(nameof(Says), "Kies wat deze ouder zei.");
        return ModelState.IsValid ? await Heard(work, other!.Row, Says!.Value, null) : await Shown();
    }

    /// <summary>The child was asked: no parent reads it.</summary>
    public async Task<IActionResult> OnPostChild()
    {
        await using var work = await storage.Begin(Actor, Cancel);
        if (!await Load(work)) return NotFound();
        if (!Asked.IsOpen) return await Closed();
        if (!MayDecide || Child is null) return NotFound();
        if (!ChildMaySay.Any(o => o.Value == ChildSays?.ToString())) Refuse(nameof(ChildSays), "Kies wat het kind vindt.");
        else if (ChildSays == VoiceSays.NotHeard && string.IsNullOrWhiteSpace(ChildWords)) Refuse(nameof(ChildWords), "Schrijf op waarom het kind niet kon of niet wilde.");
        return ModelState.IsValid ? await Heard(work, Child.Row, ChildSays!.Value, ChildWords) : await Shown();
    }

    // Nothing of what was said stands in the journal: its payload is read by more people than who handles the request.
    private async Task<IActionResult> Heard(Work work, RequestVoice voice, VoiceSays says, string? words)
    {
        var because = work.Because(ResidentEvents.RequestHeard);
        voice.Say(says, words, because);
        work.Expect(Asked, Version);
        await work.Note(because, Asked.Id.Value, Asked.Household, new { Title = Asked.Kind.Label() }, Cancel);
        if (!await Saved(work)) return await Shown();
        if (voice.Kind == VoiceKind.Parent)
        {
            (Parent, Says) = (null, null);
            Forget(nameof(Parent), nameof(Says));
        }
        return await Kept($"/verzoeken/{Id}", "Dit staat erbij.");
    }

    private string? NewChildWords => Typing(ChildWords) is { } words && words != Typing(Child?.Row.Words) ? words : null;

    /// <summary>Why this cannot be granted for the child's sake; null when it can.</summary>
    private string? StopsChild() =>
        !HearsChild ? null
        : Child?.Row.IsHeard(AgeKnown) != true ? "Het kind is nog niet gehoord. Leg eerst vast wat het kind vindt. Nee antwoorden kan altijd."
        : Asked.CannotBeUndone && Child.Row.Says == VoiceSays.Objects ? "Het kind is het er niet mee eens. Dan gaat er niets weg."
        : null;
}
