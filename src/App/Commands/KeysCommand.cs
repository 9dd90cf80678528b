using System.CommandLine;
using Samenkracht.App.Hosting;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Keys;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.App.Commands;

/// <summary><c>keys rotate</c>: makes new data keys and puts what is kept sealed under them.</summary>
internal static class KeysCommand
{
    public static readonly JournalKind Rotated = new("keys.rotated", "Gegevenssleutels vernieuwd", Purpose.Administration);

    public static Command Create()
    {
        var database = DatabaseOption.Create();
        var rotate = new Command("rotate", "Maak nieuwe sleutels en versleutel alles opnieuw.") { database };
        rotate.SetAction((given, cancel) => Rotate(given.GetValue(database), cancel));
        return new Command("keys", "Sleutels van versleutelde gegevens.") { rotate };
    }

    private static async Task<int> Rotate(string? database, CancellationToken cancel)
    {
        await using var services = Services.For(Deployment.Of(database));
        var storage = services.GetRequiredService<Storage>();
        if (await new Migrator(storage.Connection).State(cancel) is not SchemaState.Current)
            throw new RefusedException("Deze database is leeg, niet van Samenkracht of van een andere versie.");
        Console.Out.WriteLine($"Nieuwe sleutels gemaakt. Opnieuw versleuteld: {await Rotate(storage, services.GetServices<IReseal>(), cancel)}.");
        return CommandLine.Good;
    }

    /// <summary>The keys first, so that each node can read what is sealed with them; then in one transaction all of it, or nothing.</summary>
    internal static async Task<int> Rotate(Storage storage, IEnumerable<IReseal> modules, CancellationToken cancel)
    {
        await storage.RenewKeys(cancel);
        await using var work = await storage.Begin(Actor.System, cancel);
        var resealed = await work.ResealColumns(cancel);
        foreach (var module in modules) resealed += await module.Reseal(work, cancel);
        await work.Note(work.Because(Rotated), Guid.Empty, payload: new { resealed }, cancel: cancel);
        await work.Commit(cancel);
        return resealed;
    }
}
