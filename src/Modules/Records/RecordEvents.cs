using Samenkracht.Kernel;

namespace Samenkracht.Records;

/// <summary>Gebeurtenissen: what the journal keeps of copies and of destruction.</summary>
internal static class RecordEvents
{
    public static readonly JournalKind CopyMade = new("copy.made", "Kopie van gegevens gemaakt", Purpose.Support);
}
