using Samenkracht.Kernel.Storage;

namespace Samenkracht.App.Hosting;

/// <summary>The database of a real installation.</summary>
internal static class OwnDatabase
{
    /// <summary>Makes or updates it.</summary>
    /// <exception cref="RefusedException">It is the demo's: fictional people must not stand between real ones.</exception>
    /// <exception cref="InvalidDataException">It is newer than this program, or not ours.</exception>
    public static async Task Prepare(Storage storage, CancellationToken cancel)
    {
        if (await DemoDatabase.Marker(storage, cancel) is { IsDemo: true })
            throw new RefusedException("Dit is een database van de demo. Kies een andere database voor echte gegevens.");
        await new Migrator(storage.Connection).Migrate(cancel);
        await DemoDatabase.Mark(storage, demo: false, cancel);
    }
}
