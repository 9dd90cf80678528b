using System.CommandLine;
using Samenkracht.App.Hosting;
using Samenkracht.Kernel.Storage;
using Samenkracht.Records.Contract;

namespace Samenkracht.App.Commands;

/// <summary><c>forget-again</c>: after a backup was put back, destroys what had been destroyed since.</summary>
internal static class ForgetAgainCommand
{
    public static Command Create()
    {
        var list = new Argument<string?>("bestand") { Description = "De lijst van wat is vernietigd. Zonder bestand: die in de sleutelmap.", Arity = ArgumentArity.ZeroOrOne };
        var database = DatabaseOption.Create();
        var command = new Command("forget-again", "Vernietig opnieuw wat een teruggezette reservekopie terugbracht.") { list, database };
        command.SetAction((given, cancel) => Run(given.GetValue(list), given.GetValue(database), cancel));
        return command;
    }

    private static async Task<int> Run(string? list, string? database, CancellationToken cancel)
    {
        var deployment = Deployment.Of(database);
        var file = list ?? KeptDestructions.FileOf(deployment);
        if (!File.Exists(file)) throw new RefusedException($"{file} is er niet. Noem het bestand met wat is vernietigd (vernietigd-….json, uit de sleutelmap).");
        var kept = KeptDestructions.Read(file);
        await using var services = Services.For(deployment);
        if (await new Migrator(services.GetRequiredService<Storage>().Connection).State(cancel) is not SchemaState.Current)
            throw new RefusedException("Deze database is leeg, niet van Samenkracht of van een andere versie.");
        var again = await services.GetRequiredService<Forgetting>().Again(kept, cancel);
        Console.Out.WriteLine(again == 0 ? $"Van de {kept.Count} vernietigde dossiers is er geen terug." : $"Opnieuw vernietigd: {again} van de {kept.Count} dossiers op de lijst.");
        return CommandLine.Good;
    }
}
