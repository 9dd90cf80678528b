using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Kernel.Records;

/// <summary>Resultaat: how a file ended, on which its term depends.</summary>
public enum KeptResult
{
    [Label("Hulp gegeven")] HelpGiven,
    [Label("Geen hulp gegeven")] NoHelp,
    [Label("Ingetrokken")] Withdrawn,
    [Label("Alleen een signaal")] OnlySignal,
    [Label("Gezamenlijk opgepakt")] Joint,
}

/// <summary>Bewaard deel: what of a file lies under one law, or a signal that became no question, closed.</summary>
/// <param name="Law">Null for a signal, and for a household of which nothing lies under a law.</param>
/// <param name="ClosedOn">The day on which the last of it was closed.</param>
/// <param name="ChangedOn">The day of the last change in it.</param>
public sealed record KeptPart(HouseholdId? Household, Guid? Signal, Law? Law, KeptResult Result, DateOnly ClosedOn, DateOnly ChangedOn);

/// <summary>Slot: what a module knows of how long something is still needed. Asked as the system, for a whole page of households at once.</summary>
public interface IKeptFiles
{
    /// <summary>Those of these households at which something of this module still runs: nothing of them goes.</summary>
    Task<IReadOnlyCollection<HouseholdId>> Running(Work work, IReadOnlyCollection<HouseholdId> households, CancellationToken cancel);

    /// <summary>What this module keeps of these households, by law.</summary>
    Task<IReadOnlyList<KeptPart>> Of(Work work, IReadOnlyCollection<HouseholdId> households, CancellationToken cancel);

    /// <summary>What this module keeps that belongs to no household, closed.</summary>
    /// <param name="only">The one with this id; null for all.</param>
    Task<IReadOnlyList<KeptPart>> Apart(Work work, Guid? only, CancellationToken cancel) => Task.FromResult<IReadOnlyList<KeptPart>>([]);

    /// <summary>Every household, from the one module that knows them.</summary>
    Task<IReadOnlyList<HouseholdId>> Households(Work work, CancellationToken cancel) => Task.FromResult<IReadOnlyList<HouseholdId>>([]);
}
