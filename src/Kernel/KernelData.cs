using Samenkracht.Kernel.Accountability;
using Samenkracht.Kernel.Keys;

namespace Samenkracht.Kernel;

/// <summary>Wat de kern bewaart over mensen.</summary>
internal static class KernelData
{
    public static readonly StoredData Installation = StoredData.In("installation", Purpose.Administration, DataSubject.Nobody).Plain("id", "is_demo", "created_at", "filled_at");

    public static readonly StoredData JournalKey = StoredData.In("journal_key", Purpose.Administration, DataSubject.Residents)
        .Plain("household", "part", "wrapped");

    public static readonly StoredData DataKey = StoredData.In("data_key", Purpose.Administration, DataSubject.Nobody).Plain("id", "use", "wrapped", "made_at");

    public static readonly StoredData JournalLine = StoredData.In("journal_line", Purpose.Administration, DataSubject.Residents)
        .Sensitive("wat er met een dossier gebeurde, wanneer, waarvoor en onder welke wet", "at", "kind", "purpose", "law", "household", "subject")
        .Ordinary("wie dat deed: account, functie en organisatie", "actor_role", "account", "organisation")
        .FreeText("wat er is gewijzigd, versleuteld per huishouden", "payload")
        .Plain("seq");

    public static readonly StoredData JournalSeal = StoredData.In("journal_seal", Purpose.Administration, DataSubject.Nobody).Plain("position", "line_seq", "digest", "hash");

    public static readonly StoredData ReadLine = StoredData.In("read_line", Purpose.Administration, DataSubject.Residents)
        .Sensitive("welk dossier is bekeken, wanneer, hoe, waarvoor en op welke grond", "at", "event", "outcome", "household", "subject", "what", "data", "purpose", "basis", "laws")
        .Ordinary("wie keek: account, functie, organisatie en aanmelding", "account", "role", "organisation", "session")
        .Plain("seq", "trace");

    public static readonly StoredData ReadSeal = StoredData.In("read_seal", Purpose.Administration, DataSubject.Nobody).Plain("position", "line_seq", "digest", "hash");

    public static readonly StoredData ProcessingLine = StoredData.In("processing_line", Purpose.Administration, DataSubject.Residents)
        .Sensitive("dat gegevens zijn verwerkt: wanneer, waarvoor en van welk huishouden, onder een pseudoniem", "at", "name", "started_at", "ended_at", "activity", "data_subject", "data_subject_type")
        .Plain("seq", "trace_id", "span_id", "parent_span_id", "status", "foreign_trace_id", "foreign_span_id", "foreign_processor", "version");

    public static readonly StoredData ProcessingSeal = StoredData.In("processing_seal", Purpose.Administration, DataSubject.Nobody).Plain("position", "line_seq", "digest", "hash");

    public static readonly StoredData ProcessingKey = StoredData.In("processing_key", Purpose.Administration, DataSubject.Nobody).Plain("id", "wrapped");

    public static readonly StoredData ProcessingExport = StoredData.In("processing_export", Purpose.Administration, DataSubject.Nobody).Plain("id", "position", "at");

    public static readonly Term ReadLogKept = LogTerms.Of("Wie in een dossier keek (inzagelog; NEN 7513: ten minste 5 jaar), blijft bewaard", "Inzagelog",
        "het programma wist geen regel van deze keten; de gemeente sluit het logboek af en vernietigt het, volgens haar selectielijst", least: 5);

    public static readonly Term ProcessingLogKept = LogTerms.Of("Dat gegevens zijn verwerkt (logboek dataverwerkingen, onder een pseudoniem), blijft bewaard", "Verwerkingslog",
        "het programma wist geen regel van deze keten; de gemeente doet dat, ook bij de ontvanger als het daarheen gaat");

    public static readonly Term JournalKept = new("Wat er in een dossier is gewijzigd (journaal), is niet meer te lezen", _ => "zodra het huishouden is vernietigd", Purpose.Administration,
        Afterwards: "het programma vernietigt dan de sleutel; dat er iets gebeurde, wanneer en door welk account, blijft staan");

    public static readonly Term KeyLasts = new("Een sleutel waarmee gegevens over mensen worden versleuteld, wordt vervangen na", Secrets.KeyLasts, Purpose.Administration);
}
