namespace Samenkracht.App.Papers;

/// <summary>Verbinding naar buiten: a setting that makes the program speak to another machine. Off until somebody sets it; a test compares this list with the code that opens connections.</summary>
/// <param name="Setting">As it stands in the configuration.</param>
/// <param name="To">With whom.</param>
/// <param name="Sends">What goes there, in Dutch.</param>
/// <param name="Gets">What comes back.</param>
/// <param name="Now">What is set, as far as it may stand on paper: a host, never a password. Null when it is off.</param>
/// <param name="Code">The files below src/ that open it.</param>
internal sealed record Outgoing(string Setting, string To, string Sends, string Gets, Func<IConfiguration, string?> Now, params string[] Code)
{
    public static IReadOnlyList<Outgoing> All { get; } =
    [
        new("SAMENKRACHT_DATABASE", "de database, als die PostgreSQL is en op een andere machine staat", "alles wat het programma bewaart; wat versleuteld ligt, gaat versleuteld",
            "hetzelfde", settings => settings["SAMENKRACHT_DATABASE"] is { } text && text.Contains("Host=", StringComparison.OrdinalIgnoreCase) ? "PostgreSQL" : null,
            "Kernel/Storage/DatabaseConnection.cs", "Kernel/Storage/Migrator.cs", "App/Hosting/DemoDatabase.cs"),
        new("Aanmelden:Aanbieders:{naam}:Adres", "de organisatie waar iemand zich aanmeldt, zoals een makelaar van DigiD of de eigen organisatie",
            "dat iemand zich hier aan- of afmeldt, en de sleutel van de gemeente daar; niets uit een dossier", "wie het is: een kenmerk, naam, e-mailadres en rollen; het burgerservicenummer alleen als dat is ingesteld",
            settings => Words(settings.GetSection("Aanmelden:Aanbieders").GetChildren().Select(one => $"{one["Naam"] ?? one.Key} ({Host(one["Adres"])})")),
            "Modules/Access/Providers/OidcHandler.cs", "Modules/Access/Providers/ProviderDocuments.cs", "Modules/Access/Providers/ProviderSchemes.cs", "Modules/Access/Providers/UserInfo.cs"),
        new("Logboek:Adres", "waar de gemeente haar logboeken van verwerkingen verzamelt (Logboek Dataverwerkingen, OTLP)",
            "per verwerking: wanneer, waarvoor en van welk huishouden, onder een pseudoniem; geen namen, geen teksten, en niet wie het deed", "alleen dat het is aangekomen",
            settings => settings["Logboek:Adres"] is { Length: > 0 } address ? Host(address) : null, "App/Hosting/Collector.cs", "App/Hosting/ProcessingExport.cs"),
        new("OTEL_EXPORTER_OTLP_ENDPOINT", "waar wie het programma beheert, storingen en snelheid bekijkt",
            "welke pagina's en vragen aan de database hoe lang duurden: webadressen, met daarin nummers van dossiers, en vragen zonder de waarden; geen namen en geen teksten", "niets",
            settings => settings["OTEL_EXPORTER_OTLP_ENDPOINT"] is { Length: > 0 } address ? Host(address) : null, "App/Hosting/Telemetry.cs"),
    ];

    /// <summary>For the register, the DPIA and the processor's annex.</summary>
    public static string Table(IConfiguration? settings) => PaperText.Table("| instelling | met wie | wat er heen gaat | wat er terugkomt | nu |",
        All.Select(one => (string[])[$"`{one.Setting}`", one.To, one.Sends, one.Gets, settings is not null && one.Now(settings) is { } set ? $"aan: {set}" : "uit"]));

    /// <summary>For a resident: only what leaves the house about them.</summary>
    public static string Plain(IConfiguration? settings)
    {
        var told = new List<string>();
        if (settings is not null && By("Aanmelden").Now(settings) is { } providers) told.Add($"Meldt u zich aan met {providers}? Dan weet die organisatie dat u zich hier aanmeldt. Verder gaat er niets heen.");
        if (settings is not null && By("Logboek").Now(settings) is { } collector) told.Add($"Wij houden bij dat wij gegevens gebruiken, wanneer en waarvoor. Dat gaat naar een logboek bij {collector}. Uw naam staat daar niet in.");
        if (settings is not null && By("OTEL").Now(settings) is { } telemetry) told.Add($"Hoe snel het programma werkt, gaat naar {telemetry}. Daar staan geen namen in, wel nummers van dossiers.");
        if (settings is not null && By("SAMENKRACHT_DATABASE").Now(settings) is { } database) told.Add($"Uw gegevens staan in een database ({database}). Die kan op een andere computer staan.");
        if (told.Count == 0) told.Add("Het programma stuurt uw gegevens niet naar andere computers. Wie het programma voor ons draait, staat hieronder.");
        told.Add($"Wie het programma voor ons draait, en waar uw gegevens staan: {PaperSubject.Gap("verwerker en plaats; blijft alles binnen Europa, ook bij de verbindingen hierboven?")}.");
        return PaperText.List(told);
    }

    private static Outgoing By(string setting) => All.First(one => one.Setting.StartsWith(setting, StringComparison.Ordinal));

    private static string? Words(IEnumerable<string> some) => some.ToList() is { Count: > 0 } list ? string.Join(", ", list) : null;

    // Without what may stand in an address: a name, a key.
    private static string Host(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var found) && found.Host.Length > 0 ? found.Host : PaperSubject.Gap("adres");
}
