using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Samenkracht.Access.Accounts;
using Samenkracht.Access.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Access.SignIn;

/// <summary>A fictional person whom one can be in the demo.</summary>
internal sealed record DemoPerson(AccountId Id, string Name, Role Role);

/// <summary>Demopersonen: one of each role. Outside the demo there are none.</summary>
internal sealed class DemoPersons(Storage storage, IOptions<AccessOptions> options)
{
    public async Task<IReadOnlyList<DemoPerson>> All(CancellationToken cancel)
    {
        if (!options.Value.IsDemo) return [];
        await using var work = await storage.Read(Actor.System, cancel);
        // The first by address: the demo gives whom it tells about the first one of their role.
        var persons = await work.Query<Account>().Where(a => a.Active).OrderBy(a => a.NormalizedEmail)
            .Select(a => new DemoPerson(a.Id, a.Name, a.Role)).ToListAsync(cancel);
        return [.. persons.DistinctBy(p => p.Role).OrderBy(p => p.Role)];
    }
}
