using Samenkracht.Demo.People;
using Samenkracht.Directory.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Time;
using Samenkracht.Residents.People;
using Samenkracht.Signals;
using Samenkracht.Signals.Contract;
using Samenkracht.Signals.Raise;
using Samenkracht.Signals.Tell;
using Samenkracht.Support.Contract;

namespace Samenkracht.Demo.Life;

/// <summary>Signals as they came in, and how they were assessed.</summary>
sealed class Signalling(RaiseSignal raise, Staff staff)
{
    /// <summary>A signal that brought a household its first question: given two days before, taken up and assessed at <paramref name="at"/>.</summary>
    /// <param name="told">The day after, someone told the household of it; otherwise that is still to be done.</param>
    public async Task Brought(Work work, HouseholdId household, Actor assessor, Theme theme, CommunityId? channel, DateTimeOffset at, bool told, Random random, CancellationToken cancel)
    {
        var reporter = random.Next(3) switch { 0 => Actor.Anonymous, 1 => Names.Pick(staff.Partners, random), _ => assessor };
        var signal = await Raise(work, reporter, new NewSignal(SignalKind.Concern, Words.Of(theme).Signal, "Een huishouden in de buurt", Urgency.FewDays, Told.Yes, theme), null, at.AddDays(-2), cancel);
        work.Live(assessor, at);
        signal.CameThrough(channel);
        await work.Flush(cancel);
        var question = await Questions.Ask(work, new NewQuestion(household, Words.LawOf(theme), theme, Words.Of(theme).Question, told ? Audience.Circle : Audience.Professionals,
            FromSignal: signal.Id.Value, ViaCommunity: channel), cancel);
        await work.Flush(cancel);
        await Conclude(work, signal, Decision.AsQuestion(household, question), Words.LawOf(theme), cancel);
        if (told) await Tell(work, signal, household, theme, assessor, at.AddDays(1), cancel);
    }

    /// <summary>A signal that waits on the worklist.</summary>
    public async Task<Signal> Raise(Work work, Actor reporter, NewSignal said, string? contact, DateTimeOffset at, CancellationToken cancel)
    {
        work.Live(RaiseSignal.Speaker(reporter, said.Kind), at);
        return await raise.Run(work, new SealedForm(Id.New<SignalId>(), SignalCode.New(), at), said, contact, cancel);
    }

    public static async Task Conclude(Work work, Signal signal, Decision decision, Law? law, CancellationToken cancel)
    {
        var because = work.Because(SignalEvents.Assessed, law, decision.Reason);
        work.Add(signal.Assess(decision, because));
        await work.Note(because, signal.Id.Value, payload: new { decision.Outcome, decision.Contribution, decision.HandedTo }, cancel: cancel);
        await Duties.Follow(work, signal, decision, because, cancel);
    }

    /// <summary>The report names nobody and no address.</summary>
    public static async Task FindNobody(Work work, Signal signal, CancellationToken cancel)
    {
        var because = work.Because(SignalEvents.NobodyFound);
        work.Add((await Duties.Of(work, signal.Id, cancel))!.FindNobody("Er staat geen naam en geen adres in.", because));
        await work.Note(because, signal.Id.Value, cancel: cancel);
    }

    private static async Task Tell(Work work, Signal signal, HouseholdId household, Theme theme, Actor by, DateTimeOffset at, CancellationToken cancel)
    {
        work.Live(by, at);
        var because = work.Because(SignalEvents.Told, Words.LawOf(theme));
        var telling = new Telling(Amsterdam.Date(at), Manner.InPerson, $"Iemand maakt zich zorgen en meldde: “{Words.Of(theme).Signal}” Wij willen graag samen kijken wat kan helpen.", SourceShown.Nobody, null)
        {
            Place = signal.Safety == SafetyMark.Shielded ? "op school, in de kamer van de mentor" : null,
        };
        var notice = (await Duties.Of(work, signal.Id, cancel))!.Tell(telling, all: true, because);
        work.Add(notice);
        work.Add(new NoticePerson { Notice = notice.Id, Person = work.Context.Set<Person>().Local.First(p => p.Household == household).Id });
        await work.Note(because, signal.Id.Value, payload: new { notice.Manner, notice.ToldOn, notice.Source }, cancel: cancel);
    }
}
