using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Time;
using Samenkracht.Residents;
using Samenkracht.Residents.Beside;
using Samenkracht.Residents.Contract;
using Samenkracht.Support;
using Samenkracht.Support.Consent;
using Samenkracht.Support.Converse;
using Samenkracht.Support.Letters;

namespace Samenkracht.Demo.Life;

/// <summary>What the family of the resident was asked and written: agreed and refused, a decision, a letter that was not opened yet, and a draft.</summary>
sealed class Writing(Work work, Staff staff, DateTimeOffset now)
{
    private Actor Worker => staff[Role.TeamMember];

    public async Task Live(HouseholdId family, CancellationToken cancel)
    {
        var farida = (await work.People.FirstAsync(p => p.Household == family && p.Relation == Relation.Resident, cancel)).Id;
        await Ask(family, farida, new WantedConsent(ConsentKind.Help, Law.Wmo, staff[Role.Volunteer].Organisation!.Value, null, "Een maatje dat meegaat naar de sportclub", "Dan gaat Ilias er niet alleen heen."), 70, true, null, cancel);
        await Ask(family, farida, new WantedConsent(ConsentKind.Sharing, Law.Wgs, staff[Role.Partner].Organisation!.Value, Law.Jeugdwet, "Dat er schulden zijn", "Dan begrijpt de verpleegkundige waarom de kinderen soms niet meedoen."), 44, false, "Dat wil ik zelf vertellen.", cancel);
        await Ask(family, farida, new WantedConsent(ConsentKind.Sharing, Law.Jeugdwet, Worker.Organisation!.Value, Law.Wgs, "Welke dagen de kinderen opvang hebben", "Dan kan de budgetkring op een dag dat u kunt."), 4, null, null, cancel);
        await Write(family, farida, new LetterText(LetterKind.Letter, Law.Wmo, "Wat wij hebben afgesproken", "Beste Farida,\n\nWij hebben samen drie doelen gekozen. Ze staan in uw plan. Klopt er iets niet, zeg het dan gerust.\n\nMet vriendelijke groet,\nNoor van Vliet", null, null), 78, readAfter: 2, cancel);
        await Write(family, farida, new LetterText(LetterKind.Decision, Law.Wmo, "Besluit over hulp bij de administratie", "Beste Farida,\n\nU vroeg om hulp bij uw administratie. Wij hebben met u gekeken wat u zelf kunt en wat uw zus kan doen. Voor de rest krijgt u hulp van de gemeente. De hulp begint op de eerste maandag van volgende maand.",
            "u krijgt een half jaar lang elke week een uur hulp bij uw administratie", "WMO-2026-0412"), 12, readAfter: null, cancel);
        await Write(family, farida, new LetterText(LetterKind.Letter, Law.Jeugdwet, "Gesprek op school", "Beste Farida,\n\nDe school wil graag met u praten.", null, null), daysAgo: null, readAfter: null, cancel);
    }

    /// <summary>What was said at the kitchen table and at school, and an invitation that nobody answered yet.</summary>
    public async Task Talk(HouseholdId family, CancellationToken cancel)
    {
        var people = await work.People.Where(p => p.Household == family).ToDictionaryAsync(p => p.Name, cancel);
        await Keep(family, Law.Wmo, people["Farida Haddou"], "Farida vertelt dat de post zich opstapelt. Zij wil zelf leren hoe het moet, met haar zus erbij.", Audience.Circle, 61, cancel);
        await Keep(family, Law.Jeugdwet, people["Ilias Haddou"], "Ilias mist zijn oude school. Voetbal is het leukste van de week.", audience: null, 33, cancel);
        await Keep(family, Law.Jeugdwet, null, "Met school afgesproken wie belt als de kinderen te laat zijn.", Audience.Professionals, 12, cancel);
        work.Live(staff[Role.Resident], now.AddDays(-2));
        var because = work.Because(ResidentEvents.Invited);
        var invitation = Invitation.Ask(family, people["Farida Haddou"].Id, "mijn buurvrouw Ans", BesideKind.Friend, Parts.Plan | Parts.Letters, now.AddDays(60), work.Secrets, because);
        work.Add(invitation);
        await work.Note(because, invitation.Id.Value, family, cancel: cancel);
    }

    private async Task Keep(HouseholdId family, Law law, PersonCard? about, string text, Audience? audience, int daysAgo, CancellationToken cancel)
    {
        work.Live(Worker, now.AddDays(-daysAgo));
        var today = Amsterdam.Date(work.Now);
        var because = work.Because(SupportEvents.ConversationKept, law);
        var kept = Conversation.Keep(new NewConversation(family, law, today, text, about, audience), Worker.Organisation!.Value, today, because);
        work.Add(kept);
        await work.Note(because, kept.Id.Value, family, new { kept.HeldOn, kept.Audience }, cancel);
        await work.Flush(cancel);
    }

    private async Task Ask(HouseholdId family, PersonId whom, WantedConsent wanted, int daysAgo, bool? agrees, string? words, CancellationToken cancel)
    {
        work.Live(Worker, now.AddDays(-daysAgo));
        var asked = work.Because(SupportEvents.ConsentAsked, wanted.Law);
        var request = ConsentRequest.Ask(family, whom, wanted, Worker.Organisation!.Value, asked);
        work.Add(request);
        await work.Note(asked, request.Id.Value, family, new { Title = request.What, request.Kind, request.WithOrganisation, request.ToLaw }, cancel);
        await work.Flush(cancel);
        if (agrees is not { } answer) return;
        work.Live(staff[Role.Resident], now.AddDays(3 - daysAgo));
        var because = work.Because(answer ? SupportEvents.ConsentGiven : SupportEvents.ConsentRefused, wanted.Law);
        work.Add(request.Answer(whom, answer, words, spoken: false, because));
        await work.Note(because, request.Id.Value, family, new { Title = request.What, words }, cancel);
    }

    private async Task Write(HouseholdId family, PersonId to, LetterText text, int? daysAgo, int? readAfter, CancellationToken cancel)
    {
        work.Live(Worker, now.AddDays(-(daysAgo ?? 1)));
        var because = work.Because(daysAgo is null ? SupportEvents.LetterDrafted : text.Kind == LetterKind.Decision ? SupportEvents.DecisionSent : SupportEvents.LetterSent, text.Law);
        var letter = Letter.Draft(family, to, SafetyMark.None, text, Worker.Organisation!.Value, because);
        if (daysAgo is not null) letter.Send(because, Staff.Mandate);
        work.Add(letter);
        await work.Note(because, letter.Id.Value, family, new { Title = letter.Subject, letter.Kind, letter.ObjectionUntil }, cancel);
        await work.Flush(cancel);
        if (readAfter is not { } days) return;
        work.Live(staff[Role.Resident], now.AddDays(days - daysAgo!.Value));
        var read = work.Because(SupportEvents.LetterRead, text.Law);
        letter.Open(read);
        await work.Note(read, letter.Id.Value, family, new { Title = letter.Subject }, cancel);
    }
}
