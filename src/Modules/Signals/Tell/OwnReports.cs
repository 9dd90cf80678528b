using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;
using Samenkracht.Signals.Contract;
using Samenkracht.Support.Contract;

namespace Samenkracht.Signals.Tell;

/// <summary>Wat over mij is gemeld: what this person was told, in the words in which they were, and what was done with it as far as that stood when they were told.</summary>
internal sealed record OwnReport
{
    public required SignalId Signal { get; init; }
    public required DateOnly ToldOn { get; init; }
    public required Manner Manner { get; init; }
    public required DutyState State { get; init; }
    public required string Words { get; init; }
    public required string? SourceShown { get; init; }
    public required AccountId Account { get; init; }
    /// <summary>Null when nobody had weighed it yet when it was told: what came later is told by someone, or not at all.</summary>
    public required Outcome? Outcome { get; init; }
    public required bool IsConcluded { get; init; }
    public required QuestionId? Question { get; init; }

    /// <summary>What was done with it, for whom it is about.</summary>
    public string Done => Outcome is { } stood ? Reads(stood) : IsConcluded ? Later : "Wij bekijken dit nog.";

    /// <summary>Of what was decided after it was told, and as long as what parents see is frozen.</summary>
    public const string Later = "De beoordeling is klaar.";

    /// <summary>Never to whom it went: if only some receivers were named, the ones that are not would be known by that (docs/adr/0080).</summary>
    public static string Reads(Outcome outcome) => outcome switch
    {
        Signals.Outcome.Question => "Wij maakten er een vraag van. Daar werken wij samen met u aan.",
        Signals.Outcome.Contributed => "Dit speelt bij meer mensen. Wij pakken het samen op, zonder uw naam.",
        Signals.Outcome.HandedOver => "Wij gaven het door aan een andere organisatie.",
        _ => "Wij hebben het bekeken. Er was niets nodig.",
    };
}

internal static class OwnReports
{
    private const string Why = "A resident reads what they were told themselves, and never a row of the duty: that it was put off must not show.";

    /// <summary>What this person was told, the latest first: how many, and a page of it.</summary>
    /// <param name="person">Of the actor's own door, see <c>work.Self</c>.</param>
    /// <param name="household">Theirs.</param>
    public static Task<(int Total, IReadOnlyList<OwnReport> Reports)> Of(Work work, PersonId person, HouseholdId household, int skip, int take, CancellationToken cancel) => work.Beyond(Why, async () =>
    {
        var told = Told(work, person, household, work.Unscoped<DutyToTell>(Why));
        var total = await told.CountAsync(cancel);
        return (total, (IReadOnlyList<OwnReport>)await told.OrderByDescending(r => r.ToldOn).ThenBy(r => r.Signal).Skip(skip).Take(take).ToListAsync(cancel));
    });

    /// <summary>The same as far as who works here sees what was told: under their own law, not what a colleague told under another.</summary>
    public static Task<List<OwnReport>> SeenBy(Work work, PersonId person, HouseholdId household, CancellationToken cancel) =>
        work.Beyond(Why, () => Told(work, person, household, work.Query<DutyToTell>()).OrderByDescending(r => r.ToldOn).ThenBy(r => r.Signal).ToListAsync(cancel));

    // What came to lie in the safety compartment after it was told, is gone from here: a login can be forced.
    private static IQueryable<OwnReport> Told(Work work, PersonId person, HouseholdId household, IQueryable<DutyToTell> duties)
    {
        var (hidden, frozen) = (work.HiddenQuestions, work.FrozenHouseholds);
        return from who in work.Unscoped<NoticePerson>(Why)
               join notice in work.Unscoped<Notice>(Why) on who.Notice equals notice.Id
               join duty in duties on notice.Duty equals duty.Id
               join signal in work.Unscoped<Signal>(Why) on duty.Signal equals signal.Id
               join assessed in work.Unscoped<Assessment>(Why) on signal.Id equals assessed.Signal into assessments
               from assessment in assessments.DefaultIfEmpty()
               let stood = assessment.At <= notice.At && (assessment.Outcome != Outcome.HandedOver || !frozen.Any(f => f == household || f == duty.Household))
               where who.Person == person && duty.Safety == SafetyMark.None && signal.Safety == SafetyMark.None && !hidden.Any(q => q == duty.Question)
                   && (notice.State == DutyState.Told || notice.State == DutyState.Known)
               select new OwnReport
               {
                   Signal = signal.Id,
                   ToldOn = notice.ToldOn!.Value,
                   Manner = notice.Manner!.Value,
                   State = notice.State,
                   Words = notice.Words!,
                   SourceShown = notice.SourceShown,
                   Account = notice.Account,
                   Outcome = stood ? (Outcome?)assessment.Outcome : null,
                   IsConcluded = assessment != null,
                   Question = stood ? assessment.Question : null,
               };
    }
}
