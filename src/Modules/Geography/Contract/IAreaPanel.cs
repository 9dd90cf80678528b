using Samenkracht.Kernel.Storage;

namespace Samenkracht.Geography.Contract;

/// <summary>Paneel op de gebiedspagina.</summary>
/// <param name="Partial">Path of the partial view, "/Insight/Issues/_AreaPanel.cshtml".</param>
/// <param name="Model">What the partial shows.</param>
public sealed record AreaPanel(string Partial, object Model);

/// <summary>Slot: a later module adds to the page of a wijk or buurt, such as its communities or collective issues.</summary>
public interface IAreaPanel
{
    /// <summary>Place in the column, low first.</summary>
    int Order { get; }

    /// <summary>Null when there is nothing to show, or when the work's actor may not see it.</summary>
    Task<AreaPanel?> For(Work work, AreaCard area, CancellationToken cancel);
}
