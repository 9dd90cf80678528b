using System.CommandLine;
using Samenkracht.App.Hosting;
using Samenkracht.Insight.Contract;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.App.Commands;

/// <summary><c>scan-again</c>: does a scan that was kept once more, and says whether every finding is the same.</summary>
internal static class ScanAgainCommand
{
    public static Command Create()
    {
        var run = new Argument<string>("nummer") { Description = "Het nummer van de scan of van een bevinding, zoals het op de pagina staat." };
        var database = DatabaseOption.Create();
        var command = new Command("scan-again", "Doe een bewaarde scan over, en zie of elke bevinding gelijk is. Er verandert niets.") { run, database };
        command.SetAction((given, cancel) => Run(given.GetValue(run)!, given.GetValue(database), cancel));
        return command;
    }

    private static async Task<int> Run(string run, string? database, CancellationToken cancel)
    {
        await using var services = Services.For(Deployment.Of(database));
        if (await new Migrator(services.GetRequiredService<Storage>().Connection).State(cancel) is SchemaState.Empty or SchemaState.Foreign)
            throw new RefusedException("In deze database staat geen scan. Noem de goede met --database; die van de demo is var/demo.db.");
        var report = await ScanAgain.Run(services.GetRequiredService<Storage>(), run, cancel);
        foreach (var line in report.Lines) (report.IsSame ? Console.Out : Console.Error).WriteLine(line);
        return report.IsSame ? CommandLine.Good : CommandLine.BadInput;
    }
}
