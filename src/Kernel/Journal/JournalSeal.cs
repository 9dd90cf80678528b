namespace Samenkracht.Kernel.Journal;

/// <summary>Zegel: the place of a committed line in the chain. <see cref="Hash"/> covers the line and the seal before it.</summary>
internal sealed class JournalSeal
{
    public long Position { get; init; }
    public long LineSeq { get; init; }
    public byte[] Hash { get; init; } = [];
}
