using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Time;
using Samenkracht.Signals.Contract;
using Samenkracht.Support.Contract;

namespace Samenkracht.Signals.Tell;

/// <summary>Stand van de mededelingsplicht.</summary>
internal enum DutyState
{
    [Label("Nog te vertellen")] Open,
    [Label("Verteld")] Told,
    [Label("Wist het al")] Known,
    [Label("Nu niet vertellen")] Withheld,
    [Label("Niet te herleiden tot iemand")] NobodyFound,
    [Label("Gewist")] Lapsed,
}

/// <summary>Mededelingsplicht: whoever is reported by another is told of it (AVG art. 14), at the first talk and within a month. One per concern,
/// from the day it came in, also while nobody weighed it; what is done about it are rows of their own (<see cref="Notice"/>).</summary>
/// <remarks>With a household it is of that circle, under the law of its question: who looks after the report loses it to who looks after the people.</remarks>
internal sealed class DutyToTell : IVersioned
{
    private DutyToTell() { }

    public Guid Id { get; private set; }
    public SignalId Signal { get; private set; }
    public SignalKind SignalKind { get; private set; }
    public HouseholdId? Household { get; private set; }
    public QuestionId? Question { get; private set; }
    public Law? Law { get; private set; }
    public OrganisationId? Controller { get; private set; }
    /// <summary>Who weighed the signal, and tells as long as there is no contact person who does. Null again when that account closed, until a colleague puts their hand to it.</summary>
    public AccountId? Assessor { get; private set; }
    public SafetyMark Safety { get; private set; }
    public DutyState State { get; private set; }
    /// <summary>The last day to tell; of what is put off, the day to look at it again.</summary>
    public DateOnly DueOn { get; private set; }
    public int Version { get; private set; }

    public bool IsOpen => State is DutyState.Open or DutyState.Withheld;

    public bool IsMet => State is DutyState.Told or DutyState.Known;

    /// <summary>A day a month later (AVG art. 14.3.a). That a term may end on the next working day (Regulation 1182/71, art. 3.4) excuses who is late; it is not a plan.</summary>
    public static DateOnly TellBy(DateTimeOffset received) => Amsterdam.Date(received).AddMonths(1);

    /// <summary>Null for what is not about someone else: who asks for themselves knows, and a community names nobody.</summary>
    public static DutyToTell? Of(Signal signal) => signal.Kind != SignalKind.Concern ? null : new()
    {
        Id = Guid.NewGuid(),
        Signal = signal.Id,
        SignalKind = signal.Kind,
        Safety = signal.Safety,
        DueOn = TellBy(signal.ReceivedAt),
    };

    /// <summary>What the assessment makes of it. Handing over is a disclosure: who is told by then, is told in time (AVG art. 14.3.c).</summary>
    public void Follow(Decision decision, Law? law, Because because)
    {
        (Assessor, Controller) = (because.Actor.Account, because.Actor.Organisation);
        if (decision.Outcome == Outcome.HandedOver && State == DutyState.Open) DueOn = Earlier(DueOn, Amsterdam.Date(because.At));
        if (decision.Household is not { } household) return;
        (Household, Question, Law) = (household, decision.Question, law ?? throw new InvalidOperationException("A question has its law."));
        // Whom nobody could trace, was found.
        if (State == DutyState.NobodyFound) State = DutyState.Open;
    }

    public void Shield() => Safety = SafetyMark.Shielded;

    /// <summary>Who would tell it leaves.</summary>
    public void Leave() => Assessor = null;

    // Who tells a part of it, or puts it off, sees to the rest. Before it is weighed, who took the signal up does.
    private void TakeUp(Because because)
    {
        if (Household is null && Controller is not null) Assessor ??= because.Actor.Account;
    }

    /// <summary>They were told, or someone made sure that they knew it from the reporter.</summary>
    /// <param name="all">Everyone whom it is about knows now; otherwise it stays open for the others.</param>
    public Notice Tell(Telling telling, bool all, Because because)
    {
        if (State == DutyState.Lapsed) throw new InvalidOperationException("Of what was erased nothing can be told.");
        if (Safety == SafetyMark.Shielded && (telling.Manner != Manner.InPerson || telling.Place is null))
            throw new InvalidOperationException("What lies in the safety compartment is told in person, where that is safe.");
        if (all) State = telling.Knew ? DutyState.Known : DutyState.Told;
        TakeUp(because);
        return Notice.Of(this, telling, because);
    }

    /// <summary>Not now, with a ground in law, and a day on which it is weighed again.</summary>
    public Notice Withhold(Withholding withholding, Because because)
    {
        if (!IsOpen) throw new InvalidOperationException($"What is {State} cannot be put off.");
        (State, DueOn) = (DutyState.Withheld, withholding.ReviewOn);
        TakeUp(because);
        return Notice.Of(this, withholding, because);
    }

    /// <summary>Nobody can be traced from it, and nobody has to find out who it is in order to tell (AVG art. 11.1).</summary>
    public Notice FindNobody(string reason, Because because)
    {
        if (!IsOpen || Household is not null) throw new InvalidOperationException("Someone who was found can be told.");
        State = DutyState.NobodyFound;
        return Notice.OfNobody(this, reason, because);
    }

    /// <summary>The report was erased: nothing of anyone is kept any more.</summary>
    public void Lapse() => State = IsOpen ? DutyState.Lapsed : State;

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
