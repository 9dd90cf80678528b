namespace Samenkracht.Geography.Import;

/// <summary>What an import did, per kind of row.</summary>
sealed record AreaImportCounts(Written Municipalities, Written Wijken, Written Buurten, Written Figures)
{
    public bool AnyWritten => new[] { Municipalities, Wijken, Buurten, Figures }.Any(w => w.Added + w.Changed > 0);
}
