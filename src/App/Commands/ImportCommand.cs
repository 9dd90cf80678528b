using System.CommandLine;
using Samenkracht.App.Hosting;
using Samenkracht.Geography.Contract;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.App.Commands;

/// <summary><c>import areas</c>: boundaries and key figures of CBS.</summary>
internal static class ImportCommand
{
    public static Command Create() => new("import", "Lees gegevens in.") { Areas() };

    private static Command Areas()
    {
        var boundaries = new Option<string>("--boundaries") { Description = "Grenzen van CBS: GeoJSON in WGS84.", HelpName = "bestand", Required = true };
        var figures = new Option<string?>("--figures") { Description = "Kerncijfers van CBS: CSV.", HelpName = "bestand" };
        var year = new Option<int>("--year") { Description = "Het jaar van de grenzen en de cijfers.", HelpName = "jaar", Required = true };
        var municipality = new Option<string?>("--municipality") { Description = "Alleen deze gemeente (GM0402). Zonder: alles in de bestanden.", HelpName = "code" };
        var database = DatabaseOption.Create();
        var command = new Command("areas", "Lees wijken en buurten in.") { boundaries, figures, year, municipality, database };
        command.SetAction((given, cancel) => Run(
            new AreaImportRequest(given.GetRequiredValue(boundaries), given.GetValue(figures), given.GetRequiredValue(year), given.GetValue(municipality)),
            given.GetValue(database), cancel));
        return command;
    }

    private static async Task<int> Run(AreaImportRequest request, string? database, CancellationToken cancel)
    {
        var deployment = Deployment.Of(database);
        await using var services = Services.For(deployment);
        var storage = services.GetRequiredService<Storage>();
        await new Migrator(storage.Connection).Migrate(cancel);
        await DemoDatabase.Mark(storage, demo: false, cancel);
        var report = await AreaImport.Run(storage, Actor.System, request, cancel);
        report.WriteTo(report.Succeeded ? Console.Out : Console.Error);
        return report.Succeeded ? CommandLine.Good : CommandLine.BadInput;
    }
}
