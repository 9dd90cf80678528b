using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Residents.Safety;

/// <summary>Vrijgegeven: what waited, who let it go on, when and why; for who guards it now.</summary>
/// <param name="Entered">How the circle speaks of the household that was entered; null when it was shielded since and another guards it.</param>
/// <param name="HiddenId">The hidden household that it touched; null when drawn by lot.</param>
internal sealed record ReleasedContact(ContactHoldId Id, HouseholdId Household, HoldGround Ground, bool Blocked, DateTimeOffset HeldAt, DateTimeOffset At, string By, string Reason, string? Entered, HouseholdId? HiddenId, string? Hidden)
{
    private const string Why = "The attention officer reads of which household visits and post went on, and which hidden one it touched.";

    public (Guid, HouseholdId) Seen => (Id.Value, Household);

    /// <summary>What the actor guards of what was let go.</summary>
    public static IQueryable<ContactHold> All(Work work) => work.Query<ContactHold>().Where(h => h.ReleasedAt != null);

    public static async Task<IReadOnlyList<ReleasedContact>> Of(Work work, IReadOnlyList<ContactHold> released, CancellationToken cancel)
    {
        var ids = released.SelectMany(h => new[] { h.Household, h.Matched ?? h.Household }).Distinct().ToArray();
        var names = await work.Beyond(Why, () => work.Unscoped<Household>(Why).Where(h => ids.Contains(h.Id)).Select(h => new { h.Id, h.Name, h.Safety }).ToDictionaryAsync(h => h.Id, cancel));
        var open = await work.Query<Household>().Where(h => ids.Contains(h.Id)).Select(h => h.Id).ToListAsync(cancel);
        var officers = await work.AccountNames(released.Select(h => h.ReleasedBy!.Value), cancel);
        return [.. released.Select(h => new ReleasedContact(h.Id, h.Household, h.Ground, h.Blocks, h.HeldAt, h.ReleasedAt!.Value, officers[h.ReleasedBy!.Value].Name, h.ReleasedBecause!,
            names[h.Household].Safety == SafetyMark.None || open.Contains(h.Household) ? names[h.Household].Name : null, h.Matched, h.Matched is { } hidden ? names[hidden].Name : null))];
    }
}
