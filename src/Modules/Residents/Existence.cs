using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Circles;
using Samenkracht.Residents.Contract;
using Samenkracht.Residents.Emergency;
using Samenkracht.Residents.People;

namespace Samenkracht.Residents;

/// <summary>What one must know exactly to learn that someone is involved: a full name, a full address, or households already found.</summary>
internal sealed record ExistenceKeys(IReadOnlyCollection<HouseholdId>? Known = null, string? Name = null, string? Street = null, string? Postcode = null);

/// <summary>Bestaan vóór inhoud: that someone is involved, and whom to call, beyond the actor's own circles. Households under secrecy or in the safety compartment do not exist here.</summary>
internal static class Existence
{
    public const string Why = "Outside the circle one learns that someone is involved and whom to call, nothing more.";

    private const int Most = 20;

    /// <summary>A household and the account to call; null when nobody works there any more.</summary>
    internal sealed record Found(HouseholdId Household, AccountId? Contact);

    private sealed record FoundRow(Guid Household, Guid? Contact);

    public static IQueryable<Household> Known(Work work) => work.Unscoped<Household>(Why).Where(h => h.Safety == SafetyMark.None && !h.Secrecy);

    /// <summary>The households that these keys hit exactly, longest known first; a hidden one only by its id, for who may open it. PostgreSQL answers by its one narrow function (docs/adr/0041).</summary>
    public static async Task<IReadOnlyList<Found>> Find(Work work, ExistenceKeys keys, CancellationToken cancel)
    {
        if (!work.IsPostgres) return await FindRows(work, keys, cancel);
        var known = (keys.Known ?? []).Select(h => h.Value).ToArray();
        var rows = await work.Context.Database.SqlQuery<FoundRow>(
            $"SELECT household AS \"Household\", contact AS \"Contact\" FROM sight.involved({known}, {keys.Name}, {keys.Street}, {keys.Postcode})").ToListAsync(cancel);
        return [.. rows.Select(r => new Found(new HouseholdId(r.Household), r.Contact is { } account ? new AccountId(account) : null))];
    }

    public static async Task<IReadOnlyDictionary<HouseholdId, Involvement>> Contacts(Work work, IReadOnlyCollection<HouseholdId> ids, CancellationToken cancel) =>
        ids.Count == 0 ? new Dictionary<HouseholdId, Involvement>() : await Contacts(work, await Find(work, new ExistenceKeys(Known: ids), cancel), cancel);

    /// <summary>Whom to call for each household: the vaste contactpersoon, or else the first professional of the circle; an attention officer, whose presence would tell something, only when there is no other.</summary>
    public static async Task<IReadOnlyDictionary<HouseholdId, Involvement>> Contacts(Work work, IReadOnlyCollection<Found> found, CancellationToken cancel)
    {
        var names = await work.AccountNames(found.Select(f => f.Contact).OfType<AccountId>(), cancel);
        return found.Where(f => f.Contact is not null).ToDictionary(f => f.Household, f => Of(f.Household, names[f.Contact!.Value]));
    }

    /// <summary>Which of these live at exactly this address, or have someone born on this day: who asks must know it already.</summary>
    public static Task<List<HouseholdId>> Exactly(Work work, IReadOnlyCollection<HouseholdId> among, string typed, CancellationToken cancel) => work.Beyond(Why, async () =>
    {
        var (key, born) = (Address.Key(typed), BirthDay.Read(typed));
        var people = work.Unscoped<Person>(Why).Where(p => p.Safety == SafetyMark.None && born != null && p.BornOn == born);
        return await Known(work).Where(h => among.Contains(h.Id) && (h.AddressKey == key || h.PostcodeKey == key || people.Any(p => p.Household == h.Id))).Select(h => h.Id).ToListAsync(cancel);
    });

    private sealed record Professional(HouseholdId Household, AccountId Account, DateTimeOffset Since, bool Coordinates);

    private static readonly CompiledQuery<(string? Name, string? Street, string? Postcode), HouseholdId> HitByKeys = new((work, keys) =>
        Longest(ByKeys(work, new(Name: keys.Name, Street: keys.Street, Postcode: keys.Postcode))));

    private static readonly CompiledQuery<HouseholdId[], HouseholdId> HitByIds = new((work, ids) => Longest(ByIds(work, ids)));

    private static readonly CompiledQuery<HouseholdId[], Professional> Professionals = new((work, ids) => Working(work, ids)
        .Select(m => new Professional(m.Household, m.Account, m.Since, work.Unscoped<SupportPeriod>(Why).Any(s => s.Coordinator == m.Id && s.EndedAt == null))));

    private static IQueryable<CircleMember> Working(Work work, HouseholdId[] ids)
    {
        var now = work.Now;
        return work.Unscoped<CircleMember>(Why).Where(m => ids.Contains(m.Household) && m.Until == null && (m.EndsAt == null || m.EndsAt > now) && m.Role == CircleRole.Member);
    }

    private static IQueryable<HouseholdId> Longest(IQueryable<Household> hit) => hit.OrderBy(h => h.KnownSince).ThenBy(h => h.Id).Select(h => h.Id).Take(Most);

    private static async Task<IReadOnlyList<Found>> FindRows(Work work, ExistenceKeys keys, CancellationToken cancel)
    {
        var ids = keys.Known is { } known ? await HitByIds.List(work, [.. known], cancel) : await HitByKeys.List(work, (keys.Name, keys.Street, keys.Postcode), cancel);
        var members = await Professionals.List(work, [.. ids], cancel);
        var names = await work.AccountNames(members.Select(m => m.Account), cancel);
        var first = members.GroupBy(m => m.Household)
            .ToDictionary(circle => circle.Key, circle => circle.OrderByDescending(m => m.Coordinates).ThenBy(m => names[m.Account].Role == Role.AttentionOfficer).ThenBy(m => m.Since).First().Account);
        return [.. ids.Select(id => new Found(id, first.TryGetValue(id, out var account) ? account : null))];
    }

    private static IQueryable<Household> ByIds(Work work, HouseholdId[] ids)
    {
        var open = Sight.Visible(work).Select(h => h.Id);
        return work.Unscoped<Household>(Why).Where(h => ids.Contains(h.Id) && ((h.Safety == SafetyMark.None && !h.Secrecy) || open.Contains(h.Id)));
    }

    // As ids to look up, each by its own index: asked per household, the database would walk through all of them.
    private static IQueryable<Household> ByKeys(Work work, ExistenceKeys keys)
    {
        var all = work.Unscoped<Household>(Why);
        var hit = work.Unscoped<Person>(Why).Where(p => p.SearchName == keys.Name && p.Safety == SafetyMark.None).Select(p => p.Household)
            .Union(all.Where(h => keys.Street != null && h.AddressKey == keys.Street).Select(h => h.Id))
            .Union(all.Where(h => keys.Postcode != null && h.PostcodeKey == keys.Postcode).Select(h => h.Id));
        return Known(work).Where(h => hit.Contains(h.Id));
    }

    private static Involvement Of(HouseholdId household, AccountCard who) => new(household, who.Name, who.OrganisationName ?? "", who.Phone);
}
