namespace Samenkracht.Kernel.Processing;

/// <summary>Stand van de export: up to which seal the collector has confirmed. The export follows the chain, so that a line that commits late is not passed over.</summary>
internal sealed class ProcessingExport
{
    public int Id { get; init; } = 1;
    public long Position { get; set; }
    public DateTimeOffset At { get; set; }
}
