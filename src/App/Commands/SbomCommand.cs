using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Samenkracht.App.Papers;

namespace Samenkracht.App.Commands;

/// <summary><c>sbom</c>: the list of parts, as CycloneDX, from the lock files of a checkout. Needs no database and no network.</summary>
internal static class SbomCommand
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var root = new Option<string>("--bron") { Description = "De map met de broncode. Zonder deze optie: de huidige map.", HelpName = "map", DefaultValueFactory = _ => "." };
        var command = new Command("sbom", "Schrijf de lijst van onderdelen (SBOM, CycloneDX) uit de lockbestanden.") { root };
        command.SetAction(given =>
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(PartsList.Document(PartsList.Of(given.GetRequiredValue(root))), Readable));
            return CommandLine.Good;
        });
        return command;
    }
}
