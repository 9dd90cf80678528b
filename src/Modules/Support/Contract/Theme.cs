using Samenkracht.Kernel;

namespace Samenkracht.Support.Contract;

/// <summary>Thema: what a question is about, in the words of the team.</summary>
public enum Theme
{
    [Label("Geld en schulden")] Money,
    [Label("Betalingsachterstanden")] Arrears,
    [Label("Werk en dagbesteding")] Work,
    [Label("Wonen")] Housing,
    [Label("Eenzaamheid")] Loneliness,
    [Label("Relaties en scheiding")] Relations,
    [Label("Opvoeden")] Upbringing,
    [Label("School en leren")] School,
    [Label("Taal en lezen")] Language,
    [Label("Mantelzorg")] CareLoad,
    [Label("Gezondheid")] Health,
    [Label("Veiligheid thuis")] Safety,
    [Label("Verslaving")] Addiction,
    [Label("Seksualiteit")] Sexuality,
}

public static class Themes
{
    /// <summary>Whether the scan may look around communities: never for arrears, violence and abuse, addiction and sexuality (ADR 0006).</summary>
    public static bool MayBeScannedByCommunity(this Theme theme) =>
        theme is not (Theme.Arrears or Theme.Safety or Theme.Addiction or Theme.Sexuality);
}
