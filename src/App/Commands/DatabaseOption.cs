using System.CommandLine;

namespace Samenkracht.App.Commands;

internal static class DatabaseOption
{
    public static Option<string?> Create() => new("--database")
    {
        Description = "SQLite-bestand of PostgreSQL-verbinding (Host=…). Zonder: SAMENKRACHT_DATABASE.",
        HelpName = "verbinding",
    };
}
