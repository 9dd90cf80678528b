using Samenkracht.Demo.City;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.App.Hosting;

/// <summary>Fills the demo municipality, once. <c>/health/ready</c> says no until it is done.</summary>
internal static class DemoFilling
{
    public static async Task Fill(IServiceProvider services, CancellationToken cancel)
    {
        await using var work = await services.GetRequiredService<Storage>().Begin(Actor.System, cancel);
        var installation = (await Installation.Find(work, cancel))!;
        if (installation.FilledAt is not null) return;
        await CityAreas.Import(work, cancel);
        var because = work.Because(Installation.Filled);
        installation.MarkFilled(because);
        await work.Note(because, Guid.Empty, cancel: cancel);
        await work.Commit(cancel);
    }
}
