using Samenkracht.Demo.People;
using Samenkracht.Directory.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Signals;
using Samenkracht.Signals.Contract;
using Samenkracht.Signals.Raise;
using Samenkracht.Support.Contract;

namespace Samenkracht.Demo.Life;

/// <summary>Signals as they came in, and how they were assessed.</summary>
sealed class Signalling(RaiseSignal raise, Staff staff)
{
    /// <summary>A signal that brought a household its first question: given two days before, taken up and assessed at <paramref name="at"/>.</summary>
    public async Task Brought(Work work, HouseholdId household, Actor assessor, Theme theme, CommunityId? channel, DateTimeOffset at, Random random, CancellationToken cancel)
    {
        var reporter = random.Next(3) switch { 0 => Actor.Anonymous, 1 => Names.Pick(staff.Partners, random), _ => assessor };
        var signal = await Raise(work, reporter, new NewSignal(SignalKind.Concern, Words.Of(theme).Signal, "Een huishouden in de buurt", Urgency.FewDays, Told.Yes, theme), null, at.AddDays(-2), cancel);
        work.Live(assessor, at);
        signal.CameThrough(channel);
        await work.Flush(cancel);
        var question = await Questions.Ask(work, new NewQuestion(household, Words.LawOf(theme), theme, Words.Of(theme).Question, FromSignal: signal.Id.Value, ViaCommunity: channel), cancel);
        await work.Flush(cancel);
        await Conclude(work, signal, Decision.AsQuestion(household, question), Words.LawOf(theme), household, cancel);
    }

    /// <summary>A signal that waits on the worklist.</summary>
    public async Task<Signal> Raise(Work work, Actor reporter, NewSignal said, string? contact, DateTimeOffset at, CancellationToken cancel)
    {
        work.Live(RaiseSignal.Speaker(reporter, said.Kind), at);
        return await raise.Run(work, new SealedForm(Id.New<SignalId>(), SignalCode.New(), at), said, contact, cancel);
    }

    public static async Task Conclude(Work work, Signal signal, Decision decision, Law? law, HouseholdId? household, CancellationToken cancel)
    {
        var because = work.Because(SignalEvents.Assessed, law, decision.Reason);
        work.Add(signal.Assess(decision, because));
        await work.Note(because, signal.Id.Value, household, new { decision.Outcome, decision.Contribution, decision.HandedTo }, cancel);
    }
}
