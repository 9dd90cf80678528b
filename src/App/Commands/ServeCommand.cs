using System.CommandLine;
using Samenkracht.App.Hosting;
using Samenkracht.Kernel.Storage;
using Samenkracht.Records.Contract;

namespace Samenkracht.App.Commands;

/// <summary><c>serve</c>: an installation of one's own, configured by <c>appsettings.json</c> in the working directory and the environment.</summary>
internal static class ServeCommand
{
    private const string ServerPrefix = "ASPNETCORE_";

    public static Command Create()
    {
        var command = new Command("serve", "Start uw eigen installatie. Instellingen: SAMENKRACHT_DATABASE, SAMENKRACHT_KEYS en ASPNETCORE_URLS, of appsettings.json.");
        command.SetAction((_, cancel) => Run(cancel));
        return command;
    }

    private static async Task<int> Run(CancellationToken cancel)
    {
        var settings = Deployment.Settings();
        var deployment = Deployment.Serve(settings);
        await using var site = Site.Build(deployment, builder => builder.Configuration.AddConfiguration(settings).AddInMemoryCollection(OfTheServer(settings)));
        await OwnDatabase.Prepare(site.Services.GetRequiredService<Storage>(), cancel);
        await KeptDestructions.RefuseWhatCameBack(deployment, site.Services.GetRequiredService<Forgetting>(), cancel);
        return await Serving.Run(site, () =>
        {
            if (HttpsOnly.Warning(site.Configuration, site.Urls) is { } warning) Console.Error.WriteLine(warning);
            return Task.CompletedTask;
        }, cancel);
    }

    // What the web server reads from the environment without its prefix may stand in appsettings.json under the same name.
    private static Dictionary<string, string?> OfTheServer(IConfiguration settings) => settings.AsEnumerable()
        .Where(setting => setting.Key.StartsWith(ServerPrefix, StringComparison.OrdinalIgnoreCase))
        .ToDictionary(setting => setting.Key[ServerPrefix.Length..], setting => setting.Value);
}
