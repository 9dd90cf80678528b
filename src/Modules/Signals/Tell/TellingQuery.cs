using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Time;
using Samenkracht.Residents.Contract;
using Samenkracht.Signals.Contract;
using Samenkracht.Support.Contract;
using Samenkracht.Web.Day;

namespace Samenkracht.Signals.Tell;

/// <summary>Wat er te vertellen is.</summary>
internal enum ShowTelling
{
    [Label("Nog te vertellen")] Open,
    [Label("Te laat")] Late,
    [Label("Uitgesteld")] Withheld,
}

/// <summary>Regel van wat nog verteld moet worden. Of a household its name and nothing of the report; before that the signal as its own list shows it.</summary>
internal sealed record TellingRow
{
    public required SignalId Signal { get; init; }
    public required DutyState State { get; init; }
    public required DateOnly DueOn { get; init; }
    public required Theme? Theme { get; init; }
    public required string? About { get; init; }
    public required HouseholdId? Household { get; init; }
    public required string? HouseholdName { get; init; }
    /// <summary>Of the household or of the report.</summary>
    public required SafetyMark Safety { get; init; }
    public required AccountId? Coordinator { get; init; }
    /// <summary>Who looks into the signal, or weighed it.</summary>
    public required AccountId? Assessor { get; init; }
    /// <summary>The signal was weighed: it is on no worklist any more.</summary>
    public required bool IsWeighed { get; init; }

    public string Title => HouseholdName is { } name ? $"Vertellen aan: {name}" : $"Vertellen: {Theme?.Label().ToLowerInvariant() ?? "zorg om iemand"}";

    /// <summary>The household that it names, if it does: that goes to the log of looks.</summary>
    public NamedHousehold? Names(Actor by) => HouseholdName is null || Household is not { } household ? null : new(household, HouseholdFile.PurposeOf(by, Safety));

    public string? Note => State == DutyState.Withheld ? "uitgesteld: kijk er opnieuw naar" : IsLeft ? "nog niemand vertelt dit" : null;

    /// <summary>Weighed by someone who left.</summary>
    public bool IsLeft => Household is null && IsWeighed && Assessor is null;
}

/// <summary>The duties of a list, the first due on top, all in the database.</summary>
internal sealed record TellingQuery(ShowTelling Show)
{
    public IQueryable<TellingRow> Rows(Work work) =>
        from duty in Shown(work).OrderBy(d => d.DueOn).ThenBy(d => d.Id)
        join seen in work.Query<Signal>() on duty.Signal equals seen.Id into signals
        from signal in signals.DefaultIfEmpty()
        join open in work.Query<SignalClaim>().Where(c => c.ReleasedAt == null) on duty.Signal equals open.Signal into claims
        from claim in claims.DefaultIfEmpty()
        join known in work.Households on duty.Household equals known.Id into households
        from household in households.DefaultIfEmpty()
        select new TellingRow
        {
            Signal = duty.Signal,
            State = duty.State,
            DueOn = duty.DueOn,
            // Of a household's report what it was about is for its page alone.
            Theme = duty.Household == null ? signal.Theme : null,
            About = duty.Household == null ? signal.About : null,
            Household = duty.Household,
            HouseholdName = household.Name,
            Safety = duty.Safety == SafetyMark.Shielded || (SafetyMark?)household.Safety == SafetyMark.Shielded ? SafetyMark.Shielded : SafetyMark.None,
            Coordinator = household.Coordinator,
            Assessor = duty.Assessor ?? (AccountId?)claim.Account,
            IsWeighed = duty.Controller != null,
        };

    public Task<int> Count(Work work, CancellationToken cancel) => Shown(work).CountAsync(cancel);

    private IQueryable<DutyToTell> Shown(Work work)
    {
        var today = Amsterdam.Date(work.Now);
        var open = work.Query<DutyToTell>().Where(d => d.State == DutyState.Open || d.State == DutyState.Withheld);
        return Show switch
        {
            ShowTelling.Late => open.Where(d => d.DueOn < today),
            ShowTelling.Withheld => open.Where(d => d.State == DutyState.Withheld),
            // What was put off comes back on its day.
            _ => open.Where(d => d.State == DutyState.Open || d.DueOn <= today),
        };
    }
}
