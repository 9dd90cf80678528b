using System.CommandLine;
using Samenkracht.App.Hosting;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.App.Commands;

/// <summary><c>demo</c>: the fictional municipality, on this machine only.</summary>
internal static class DemoCommand
{
    public static Command Create()
    {
        var port = new Option<int>("--port") { Description = "Poort op deze machine, van 0 tot en met 65535; 0 kiest een vrije.", HelpName = "nummer", DefaultValueFactory = _ => 5080 };
        var database = new Option<string?>("--database") { Description = "SQLite-bestand of PostgreSQL-verbinding (Host=…). Zonder: var/demo.db.", HelpName = "verbinding" };
        var reset = new Option<bool>("--reset") { Description = "Begin opnieuw; alleen bij een database die de demo zelf heeft gemaakt." };
        port.Validators.Add(given =>
        {
            if (given.GetValue(port) is < 0 or > 65535) given.AddError("Geen poort.");
        });
        var command = new Command("demo", "Start de demogemeente op deze machine.") { port, database, reset };
        command.SetAction((given, cancel) => Run(given.GetValue(port), given.GetValue(database), given.GetValue(reset), cancel));
        return command;
    }

    private static async Task<int> Run(int port, string? database, bool reset, CancellationToken cancel)
    {
        await using var site = Site.Build(Deployment.Demo(database), builder => builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenOnThisMachine(port)));
        var storage = site.Services.GetRequiredService<Storage>();
        await DemoDatabase.Prepare(storage, reset, cancel);
        return await Serving.Run(site, () => DemoFilling.Fill(site.Services, cancel), cancel);
    }
}
