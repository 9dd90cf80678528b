using Samenkracht.Kernel;

namespace Samenkracht.Directory;

internal static class DirectoryEvents
{
    public static readonly JournalKind CommunityEntered = new("directory.community-entered", "Gemeenschap opgenomen", Purpose.CollectiveInsight);
    public static readonly JournalKind CommunityChanged = new("directory.community-changed", "Gemeenschap gewijzigd", Purpose.CollectiveInsight);
    public static readonly JournalKind ActivityPlanned = new("directory.activity-planned", "Activiteit opgenomen", Purpose.CollectiveInsight);
    public static readonly JournalKind ActivityRemoved = new("directory.activity-removed", "Activiteit verwijderd", Purpose.CollectiveInsight);
}
