using Samenkracht.Kernel;

namespace Samenkracht.Records;

/// <summary>Gebeurtenissen: what the journal keeps of copies and of destruction.</summary>
internal static class RecordEvents
{
    public static readonly JournalKind CopyMade = new("copy.made", "Kopie van gegevens gemaakt", Purpose.DataRights);
    public static readonly JournalKind Listed = new("destruction.listed", "Vernietigingslijst gemaakt", Purpose.Administration);
    public static readonly JournalKind Proposed = new("destruction.proposed", "Toegewezen verzoek op de vernietigingslijst gezet", Purpose.DataRights);
    public static readonly JournalKind Approved = new("destruction.approved", "Vernietiging goedgekeurd", Purpose.Administration);
    public static readonly JournalKind TakenBack = new("destruction.taken-back", "Goedkeuring van vernietiging ingetrokken", Purpose.Administration);
    public static readonly JournalKind Destroyed = new("destruction.carried-out", "Vernietigd", Purpose.Administration);
    public static readonly JournalKind DestroyedAgain = new("destruction.repeated", "Opnieuw vernietigd na het terugzetten van een reservekopie", Purpose.Administration);
    public static readonly JournalKind Held = new("destruction.held", "Vernietiging aangehouden", Purpose.Administration);
    public static readonly JournalKind Released = new("destruction.released", "Aanhouding opgeheven", Purpose.Administration);
}
