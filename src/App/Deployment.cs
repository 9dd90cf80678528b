using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.App;

/// <summary>What this process runs on.</summary>
/// <param name="Database">Where the municipality's data lives.</param>
/// <param name="KeyFolder">The keys of cookies and of the journal; whoever loses them cannot read the journal any more.</param>
/// <param name="IsDemo">The fictional municipality, on plain http on this machine only.</param>
public sealed record Deployment(DatabaseConnection Database, string KeyFolder, bool IsDemo)
{
    private const string Adopted = "Invoering:Vastgesteld", Reachable = "Veiligheid:Bereikbaar";

    /// <summary>The day from which real people may be in it, because the municipality adopted its papers (docs/adr/0109); null while it did not.</summary>
    public DateOnly? InUseFrom { get; private init; }

    /// <summary>As whom the schema is made, when the application signs in to PostgreSQL as another.</summary>
    private const string Owner = "SAMENKRACHT_DATABASE_OWNER";

    private const string NoDatabase = "Geen database. Zet SAMENKRACHT_DATABASE op een verbinding met PostgreSQL (Host=…) of op een SQLite-bestand (Data Source=…).";

    /// <summary>Where the demo keeps its data: <c>var/</c> in the checkout (the launcher says where), or in the working directory.</summary>
    public static string Var => Environment.GetEnvironmentVariable("SAMENKRACHT_VAR") is { Length: > 0 } folder ? folder : Path.GetFullPath("var");

    public static Deployment Demo(string? database) =>
        new(DatabaseConnection.Parse(database ?? Path.Combine(Var, "demo.db")), OwnKeys(), IsDemo: true);

    /// <summary><c>appsettings.json</c> of the working directory, under the environment.</summary>
    public static IConfigurationRoot Settings() => new ConfigurationBuilder()
        .AddJsonFile(Path.GetFullPath("appsettings.json"), optional: true)
        .AddEnvironmentVariables()
        .Build();

    /// <exception cref="RefusedException">The configuration is not enough to run real data on.</exception>
    public static Deployment Serve(IConfiguration configuration)
    {
        var database = configuration["SAMENKRACHT_DATABASE"] ?? throw new RefusedException(NoDatabase);
        var keys = configuration["SAMENKRACHT_KEYS"];
        if (keys is null || !System.IO.Directory.Exists(keys)) throw new RefusedException(
            "Geen sleutelmap. Zet SAMENKRACHT_KEYS op een bestaande map die alleen dit programma kan lezen en die in uw back-up zit.");
        var inUseFrom = Day(configuration[Adopted]);
        if (inUseFrom is not null && string.IsNullOrWhiteSpace(configuration[Reachable])) throw new RefusedException(
            $"{Adopted} is gezet, en er is geen nummer waarop de aandachtsfunctionaris of een vervanger dag en nacht bereikbaar is. Zet het in {Reachable}.");
        return new(DatabaseConnection.Parse(database, configuration[Owner]), Path.GetFullPath(keys), IsDemo: false) { InUseFrom = inUseFrom };
    }

    private static DateOnly? Day(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new RefusedException($"{Adopted} is '{text}'. Schrijf de dag waarop uw gemeente de papieren voor de invoering heeft vastgesteld, zoals 2027-01-31, of laat het weg.");

    /// <summary>The database of a command without pages: the one given, the installation's, or one under <c>var/</c> to try things out on.</summary>
    public static Deployment Of(string? database)
    {
        var settings = Settings();
        var text = database ?? settings["SAMENKRACHT_DATABASE"] ?? Path.Combine(Var, "samenkracht.db");
        return new(DatabaseConnection.Parse(text, database is null ? settings[Owner] : null), settings["SAMENKRACHT_KEYS"] ?? OwnKeys(), IsDemo: false);
    }

    /// <summary>A file beside the keys about this database; a folder may hold the keys of more than one.</summary>
    public string BesideKeys(string name) =>
        Path.Combine(KeyFolder, $"{name}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Database.Place)).AsSpan(0, 4))}.json");

    private static string OwnKeys()
    {
        var keys = System.IO.Directory.CreateDirectory(Path.Combine(Var, "keys")).FullName;
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(keys, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return keys;
    }
}
