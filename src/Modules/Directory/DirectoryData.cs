using Samenkracht.Kernel;
using Samenkracht.Kernel.Accountability;

namespace Samenkracht.Directory;

/// <summary>Wat deze module bewaart over mensen: alleen wie voor een gemeenschap spreekt.</summary>
internal static class DirectoryData
{
    // Whoever speaks for a church or a patients' association may be known by it: what they believe or suffer from can be guessed.
    public static readonly StoredData Community = StoredData.In("community", Purpose.CollectiveInsight, DataSubject.Contacts)
        .Special("contactpersoon van een gemeenschap: naam, telefoon, e-mail", "contact_name", "contact_phone", "contact_email")
        .Plain("id", "name", "search_text", "kind", "linkable", "wijk_code", "text", "version");

    public static readonly StoredData Activity = StoredData.In("activity", Purpose.CollectiveInsight, DataSubject.Nobody)
        .Plain("id", "community", "name", "when_text", "place", "wijk_code");
}
