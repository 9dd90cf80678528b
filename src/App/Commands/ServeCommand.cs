using System.CommandLine;
using Samenkracht.App.Hosting;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.App.Commands;

/// <summary><c>serve</c>: an installation of one's own, configured by <c>appsettings.json</c> in the working directory and the environment.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var command = new Command("serve", "Start uw eigen installatie. Instellingen: SAMENKRACHT_DATABASE, SAMENKRACHT_KEYS en ASPNETCORE_URLS, of appsettings.json.");
        command.SetAction((_, cancel) => Run(cancel));
        return command;
    }

    private static async Task<int> Run(CancellationToken cancel)
    {
        var settings = Deployment.Settings();
        await using var site = Site.Build(Deployment.Serve(settings), builder => builder.Configuration.AddConfiguration(settings));
        await OwnDatabase.Prepare(site.Services.GetRequiredService<Storage>(), cancel);
        return await Serving.Run(site, () => Task.CompletedTask, cancel);
    }
}
