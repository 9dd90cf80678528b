using Samenkracht.Demo;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.App.Hosting;

/// <summary>Fills the demo municipality, once. <c>/health/ready</c> says no until it is done.</summary>
internal static class DemoFilling
{
    public static async Task Fill(IServiceProvider services, CancellationToken cancel)
    {
        var storage = services.GetRequiredService<Storage>();
        if (await IsFilled(storage, cancel)) return;
        using var told = services.GetRequiredService<WhileFilling>().Begin();
        await using var scope = services.CreateAsyncScope();
        await Municipality.Fill(scope.ServiceProvider, cancel);
        await MarkFilled(storage, cancel);
    }

    /// <summary>From here on the demo is ready.</summary>
    public static async Task MarkFilled(Storage storage, CancellationToken cancel)
    {
        await using var work = await storage.Begin(Actor.System, cancel);
        var because = work.Because(Installation.Filled);
        (await Installation.Find(work, cancel))!.MarkFilled(because);
        await work.Note(because, Guid.Empty, cancel: cancel);
        await work.Commit(cancel);
    }

    private static async Task<bool> IsFilled(Storage storage, CancellationToken cancel)
    {
        await using var work = await storage.Read(Actor.System, cancel);
        return (await Installation.Find(work, cancel))!.FilledAt is not null;
    }
}
