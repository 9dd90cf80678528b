using Samenkracht.Access.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Access.Providers;

/// <summary>Balie voor wie met een burgerservicenummer komt (docs/adr/0081): the account is that of the person with this number, made at the first time. Nothing of
/// the number stays, nor of the provider's own name for them, which may be the number too.</summary>
internal sealed class BsnDesk(AccountRegistry registry, IEnumerable<IResidentByBsn> residents)
{
    public async Task<(AccountId? Account, ProviderRefusal Refusal)> Account(Work work, ProviderWord word, CancellationToken cancel)
    {
        // Says nothing of who they are: it is asked before anyone is looked for.
        if (!word.IsAssured) return (null, ProviderRefusal.Assurance);
        if (word.Bsn is not { } number || residents.FirstOrDefault() is not { } slot || await slot.Find(work, number, cancel) is not { } resident) return (null, ProviderRefusal.NoPlan);
        if (resident.Account is { } known) return (known, default);
        var details = new NewAccount($"{Guid.NewGuid():N}@{Accounts.Account.NoAddress}", resident.Name, Role.Resident);
        if ((await registry.Open(work, details, password: null, cancel: cancel)).Account is not { } opened) return (null, ProviderRefusal.Answer);
        await work.Flush(cancel);
        await slot.Link(work, resident, opened, cancel);
        return (opened, default);
    }
}
