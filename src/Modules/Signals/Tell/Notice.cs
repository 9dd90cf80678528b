using Samenkracht.Kernel;
using Samenkracht.Residents.Contract;

namespace Samenkracht.Signals.Tell;

/// <summary>Hoe het is verteld.</summary>
internal enum Manner
{
    [Label("In een gesprek")] InPerson,
    [Label("Aan de telefoon")] ByPhone,
    [Label("Met een brief")] ByLetter,
}

/// <summary>Wat over de melder is gezegd. A person who reports is protected as well (UAVG art. 41.1.i): by name only with their yes.</summary>
internal enum SourceShown
{
    [Label("Niet wie het meldde")] Nobody,
    [Label("Alleen uit welke hoek het kwam")] Function,
    [Label("De naam, want de melder vindt dat goed")] Name,
}

/// <summary>Grond om nu niet te vertellen.</summary>
internal enum Ground
{
    /// <summary>UAVG art. 41.1.i: the protection of the data subject, or of someone else.</summary>
    [Label("Gevaar voor iemand")] Danger,
    /// <summary>AVG art. 14.5.d.</summary>
    [Label("Beroepsgeheim")] Secrecy,
    /// <summary>AVG art. 14.5.b: it would make what the report is for impossible.</summary>
    [Label("Vertellen maakt hulp onmogelijk")] Purpose,
    /// <summary>AVG art. 14.5.b: it cannot be done, or not yet.</summary>
    [Label("Wij kunnen de persoon nog niet bereiken")] Unreachable,
}

/// <summary>What was told: when, how, to whom, in which words, and what of the source.</summary>
/// <param name="Knew">They knew it from the reporter (AVG art. 14.5.a).</param>
/// <param name="Shown">What of the source may be read; null for <see cref="SourceShown.Nobody"/>.</param>
internal sealed record Telling(DateOnly On, Manner Manner, string Words, SourceShown Source, string? Shown, bool Knew = false)
{
    /// <summary>Where it was safe to tell; of the safety compartment alone.</summary>
    public string? Place { get; init; }
}

internal sealed record Withholding(Ground Ground, string Reason, DateOnly ReviewOn)
{
    /// <summary>What is put off is weighed again before it is forgotten.</summary>
    public const int MostDays = 92;
}

/// <summary>Mededeling: how the duty to tell was met or put off, once. Only ever added.</summary>
internal sealed class Notice
{
    private Notice() { }

    public Guid Id { get; private init; }
    public Guid Duty { get; private init; }
    public DutyState State { get; private init; }
    public AccountId Account { get; private init; }
    public DateTimeOffset At { get; private init; }
    public DateOnly? ToldOn { get; private init; }
    public Manner? Manner { get; private init; }
    public string? Words { get; private init; }
    public string? Place { get; private init; }
    public SourceShown? Source { get; private init; }
    public string? SourceShown { get; private init; }
    public Ground? Ground { get; private init; }
    public string? Reason { get; private init; }
    public DateOnly? ReviewOn { get; private init; }

    internal static Notice Of(DutyToTell duty, Telling telling, Because because) => new()
    {
        Id = Guid.NewGuid(),
        Duty = duty.Id,
        State = telling.Knew ? DutyState.Known : DutyState.Told,
        Account = By(because),
        At = because.At,
        ToldOn = telling.On,
        Manner = telling.Manner,
        Words = telling.Words,
        Place = telling.Place,
        Source = telling.Source,
        SourceShown = telling.Source == Tell.SourceShown.Nobody ? null : telling.Shown ?? throw new InvalidOperationException("A source that may be read has words."),
    };

    internal static Notice Of(DutyToTell duty, Withholding withholding, Because because) => new()
    {
        Id = Guid.NewGuid(),
        Duty = duty.Id,
        State = DutyState.Withheld,
        Account = By(because),
        At = because.At,
        Ground = withholding.Ground,
        Reason = withholding.Reason,
        ReviewOn = withholding.ReviewOn,
    };

    internal static Notice OfNobody(DutyToTell duty, string reason, Because because) => new()
    {
        Id = Guid.NewGuid(),
        Duty = duty.Id,
        State = DutyState.NobodyFound,
        Account = By(because),
        At = because.At,
        Reason = reason,
    };

    private static AccountId By(Because because) => because.Actor.Account ?? throw new InvalidOperationException("Someone with an account tells.");
}

/// <summary>Wie het is verteld. Told to one parent is not told to the other: each reads at Mijn Samenkracht what they were told themselves.</summary>
internal sealed class NoticePerson
{
    public required Guid Notice { get; init; }
    public required PersonId Person { get; init; }
}
