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

    public static readonly StoredData JournalSeal = StoredData.In("journal_seal", Purpose.Administration, DataSubject.Nobody).Plain("position", "line_seq", "hash");

    public static readonly StoredData ReadLine = StoredData.In("read_line", Purpose.Administration, DataSubject.Residents)
        .Sensitive("welk dossier is bekeken, wanneer en waarvoor", "at", "household", "what", "purpose")
        .Ordinary("wie keek: account, functie en organisatie", "account", "role", "organisation")
        .Plain("seq");

    public static readonly Term KeyLasts = new("Een sleutel waarmee burgerservicenummers worden versleuteld, wordt vervangen na", Secrets.KeyLasts, Purpose.Administration);
}
