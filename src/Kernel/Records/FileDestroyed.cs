namespace Samenkracht.Kernel.Records;

/// <summary>Of a file, or of a part of it, nothing is left: what followed from it goes in the same transaction.</summary>
public sealed record FileDestroyed(DestroyedFile File);
