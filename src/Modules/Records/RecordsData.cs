using Samenkracht.Kernel;
using Samenkracht.Kernel.Accountability;
using Samenkracht.Records.Retention;

namespace Samenkracht.Records;

/// <summary>Wat deze module bewaart over mensen: of wie weg is alleen nummers.</summary>
internal static class RecordsData
{
    /// <summary>Nothing goes by itself: what has passed stands on the archivist's list.</summary>
    public static readonly IReadOnlyList<Term> Kept = [.. RetentionRules.From(null).All.Select(rule => new Term(
        $"{rule.Kind} ({rule.Result.Label().ToLowerInvariant()}): na goedkeuring door de archivaris vernietigd",
        settings => $"{RetentionRules.From(settings).All.First(now => now.Kind == rule.Kind && now.Result == rule.Result).Term}",
        rule.Kind == "Signaal" ? Purpose.SignalHandling : Purpose.Support, $"Bewaartermijnen:{rule.Kind}:{RetentionRules.NameOf(rule.Result)}", EndsData: true))];

    public static readonly StoredData RetentionHold = StoredData.In("retention_hold", Purpose.Administration, DataSubject.Residents)
        .FreeText("waarom een dossier niet vernietigd mag worden", "reason")
        .Ordinary("de grond daarvan, wie het aanhield en wanneer", "ground", "held_at", "held_by", "released_at", "released_by")
        .Plain("id", "household", "signal", "version");

    public static readonly StoredData Declaration = StoredData.In("declaration", Purpose.Administration, DataSubject.Accounts)
        .Ordinary("welke archivaris vernietiging goedkeurde, en wanneer", "approved_at", "approved_by")
        .Plain("id", "carry_out_from");

    public static readonly StoredData Destruction = StoredData.In("destruction", Purpose.Administration, DataSubject.Residents)
        .Ordinary("welk dossier weg mag of weg is, volgens welke regel, en hoeveel gegevens dat zijn", "household", "law", "person", "signal", "file_key", "ground", "rule", "counted_from", "due_on",
            "row_count", "counts", "proposed_at", "done_at", "settled_at")
        .Plain("id", "request", "declaration", "version");

    public static readonly StoredData Tombstone = StoredData.In("tombstone", Purpose.Administration, DataSubject.Residents)
        .Ordinary("dat een dossier is vernietigd, wanneer en volgens welke regel", "kind", "destroyed_on", "rule")
        .Plain("id", "destruction");

    public static readonly StoredData RetentionNight = StoredData.In("retention_night", Purpose.Administration, DataSubject.Nobody).Plain("night", "at", "found");
}
