using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Contract;
using Samenkracht.Directory.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Signals;

/// <summary>Names for the ids on a page of signals, each kind in one query.</summary>
internal sealed class SignalNames
{
    private readonly Dictionary<OrganisationId, string> organisations = [];
    private readonly Dictionary<CommunityId, CommunityCard> communities = [];
    private IReadOnlyDictionary<AccountId, AccountCard> accounts = new Dictionary<AccountId, AccountCard>();

    private SignalNames() { }

    public static SignalNames None { get; } = new();

    public static async Task<SignalNames> Of(
        Work work, IEnumerable<AccountId?> accounts, IEnumerable<OrganisationId?> organisations, IEnumerable<CommunityId?> communities, CancellationToken cancel)
    {
        var names = new SignalNames { accounts = await work.AccountNames(accounts.OfType<AccountId>(), cancel) };
        var (employers, speakers) = (organisations.OfType<OrganisationId>().Distinct().ToArray(), communities.OfType<CommunityId>().Distinct().ToArray());
        if (employers.Length > 0)
            foreach (var card in await work.Organisations.Where(o => employers.Contains(o.Id)).ToListAsync(cancel)) names.organisations[card.Id] = card.Name;
        if (speakers.Length > 0)
            foreach (var card in await work.Communities.Where(c => speakers.Contains(c.Id)).ToListAsync(cancel)) names.communities[card.Id] = card;
        return names;
    }

    public string? Account(AccountId? id) => id is { } known ? accounts.GetValueOrDefault(known)?.Name : null;

    public string? Organisation(OrganisationId? id) => id is { } known ? organisations.GetValueOrDefault(known) : null;

    public CommunityCard? Community(CommunityId? id) => id is { } known ? communities.GetValueOrDefault(known) : null;
}
