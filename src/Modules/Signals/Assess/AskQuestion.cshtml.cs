using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Directory.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;
using Samenkracht.Signals.Contract;
using Samenkracht.Signals.Tell;
using Samenkracht.Support.Contract;
using Samenkracht.Web.Access;
using Samenkracht.Web.Design;

namespace Samenkracht.Signals.Assess;

/// <summary>Vraag van een huishouden: a known one, or a new one after the possible duplicates were shown.</summary>
[Allow(Permission.AssessSignals), EnableRateLimiting("search")]
internal sealed class AskQuestion(Storage storage, ReadLog reads) : AssessPage(storage, reads)
{
    [BindProperty]
    public QuestionForm Input { get; set; } = new();

    public IReadOnlyList<PossibleDuplicate> Duplicates { get; private set; } = [];

    public IReadOnlyList<Option> Channels { get; private set; } = [];

    /// <summary>The households that may be meant, and that it is none of them.</summary>
    public IReadOnlyList<Option> Choices =>
        [.. Duplicates.Select(Choice), new Option(QuestionForm.NewHousehold, "Geen van deze: maak een nieuw huishouden")];

    public Task<IActionResult> OnPost() => Conclude(Input.Law, "De vraag is gesteld. Het huishouden staat bij uw huishoudens als u in de kring zit.", Decide);

    protected override bool Fits(Signal signal) => signal.Kind != SignalKind.Community;

    protected override async Task Prepare(Work work)
    {
        if (HttpMethods.IsGet(Request.Method)) Input = QuestionForm.From(Signal);
        Channels = [.. (await work.LinkableCommunities.ToListAsync(Cancel)).OrderBy(c => c.Name).Select(c => new Option(c.Id.ToString(), c.Name))];
        if (Input.Channel is { } channel && !Channels.Any(c => c.Value == channel.ToString())) Refuse("Input.Channel", "Kies een gemeenschap uit de lijst.");
        if (!Input.NamesSomeone) return;
        Duplicates = await work.PossibleDuplicates(Input.Address, Input.Names, Cancel);
        // To learn that someone is involved is a look as well; of a signal about safety it stays out of the portal.
        await Reads.Looked(Actor, [.. Duplicates.Select(d => d.Household)],
            Looking.Involvement("Misschien hetzelfde huishouden", Signal.Safety == SafetyMark.Shielded ? Purpose.Safety : Purpose.Support), Cancel);
    }

    private async Task<Decision?> Decide(Work work)
    {
        if (await Household(work) is not { } household) return null;
        Signal.CameThrough(Input.Channel);
        await work.Flush(Cancel);
        var question = await Questions.Ask(work, new NewQuestion(household, Input.Law, Input.Theme!.Value, Input.Text!.Trim(),
            Duties.AudienceOf(Signal, await Duties.Of(work, Id, Cancel), Input.Law), Signal.Safety, Id.Value, Input.Channel), Cancel);
        return Decision.AsQuestion(household, question);
    }

    private async Task<HouseholdId?> Household(Work work)
    {
        if (Duplicates.Any(d => d.Household.ToString() == Input.Household)) return Duplicates.First(d => d.Household.ToString() == Input.Household).Household;
        if (!Input.NamesSomeone) Refuse("Input.Name", "Vul een naam of een adres in. Dan zien wij of het huishouden al bekend is.");
        else if (Duplicates.Count > 0 && Input.Household != QuestionForm.NewHousehold)
            Refuse("Input.Household", "Misschien is dit huishouden al bekend. Kies of het een van deze is.");
        else return await Opened(work);
        return null;
    }

    // What the signal touched, its household touches: visits and post wait, whatever address was typed here.
    private async Task<HouseholdId> Opened(Work work)
    {
        var household = await Households.Open(work, Input.AsHousehold(Signal.Safety) with { From = Id.Value }, Cancel);
        const string Kept = "kept for the attention officer; nothing of it is shown here";
        var touched = await work.Beyond(Kept, () => work.Unscoped<SignalMatch>(Kept).Where(m => m.Signal == Id).Select(m => m.Household).ToListAsync(Cancel));
        await HiddenMatches.Hold(work, household, touched, Cancel);
        return household;
    }

    // Outside the circle: that someone is involved and whom to call, and nothing more.
    private static Option Choice(PossibleDuplicate found)
    {
        var contact = found.Contact is { } call ? SignalTelling.Line($"bel {call.Name}", call.Organisation, call.Phone) : null;
        return found.Card is { } card
            ? new(found.Household.ToString(), card.Name, SignalTelling.Line(found.Why.Label(), card.AddressLine))
            : new(found.Household.ToString(), "Een huishouden dat al bekend is", SignalTelling.Line(found.Why.Label(), contact));
    }
}
