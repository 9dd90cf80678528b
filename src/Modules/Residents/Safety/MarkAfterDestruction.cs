using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Records;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;

namespace Samenkracht.Residents.Safety;

/// <summary>Takes back that something of a household is shielded, when the last of it was destroyed: the attention officer then sees that household no longer.</summary>
internal sealed class MarkAfterDestruction(IEnumerable<IShieldedItems> shielded) : IHandle<FileDestroyed>
{
    public async Task Handle(FileDestroyed happened, Work work, CancellationToken cancel)
    {
        if (happened.File.Household is { } id && await work.Query<Household>().AnyAsync(h => h.Id == id && h.HasSafetyItems, cancel))
            await Households.LeaveSafetyItems(work, id, shielded, cancel);
    }
}
