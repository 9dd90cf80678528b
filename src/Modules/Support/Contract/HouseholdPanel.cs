using Samenkracht.Kernel;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;

namespace Samenkracht.Support.Contract;

/// <summary>Schakel van de keten, from a signal to the answer.</summary>
public enum ChainLink
{
    [Label("Signaal")] Signal,
    [Label("Vraag")] Question,
    [Label("Plan")] Plan,
    [Label("Kwestie")] Issue,
    [Label("Beleidstafel")] PolicyTable,
    [Label("Antwoord")] Answer,
}

/// <summary>Stap in de ketenbalk: how far one household's story has come.</summary>
/// <param name="Value">A few words or a date, "12 aug"; null shows a dash.</param>
/// <param name="Detail">One line under it, "via school".</param>
/// <param name="State">As <c>sk-step</c> takes it: done, now or next.</param>
public sealed record ChainStep(ChainLink Link, string? Value, string Detail, string State, string? Url = null);

/// <summary>Paneel op de huishoudpagina.</summary>
/// <param name="Partial">Path of the partial view, "/Insight/Join/_Panel.cshtml"; null when the module only adds steps.</param>
/// <param name="Model">What the partial shows.</param>
/// <param name="Steps">Replace the page's own steps of the same link.</param>
public sealed record HouseholdPanel(string? Partial, object? Model, params IReadOnlyList<ChainStep> Steps);

/// <summary>Slot: a later module adds to the household page and to the resident's own view of it.</summary>
public interface IHouseholdPanel
{
    /// <summary>Place in the column, low first.</summary>
    int Order { get; }

    /// <summary>Null when there is nothing to show. The household was opened through its scope; the actor may be the resident.</summary>
    Task<HouseholdPanel?> For(Work work, HouseholdCard household, CancellationToken cancel);
}
