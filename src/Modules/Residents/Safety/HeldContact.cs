using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;
using Samenkracht.Residents.People;

namespace Samenkracht.Residents.Safety;

/// <summary>Wat wacht, as the attention officer reads it.</summary>
/// <param name="Entered">How the circle speaks of the household that was entered.</param>
/// <param name="What">The address or the names that hit; null when drawn by lot, and when they stood in a signal.</param>
/// <param name="Call">Who entered or works with it; to call, never to tell the ground.</param>
/// <param name="Hidden">The hidden household; null when drawn by lot.</param>
/// <param name="Before">What waited of the same household before, newest first: as much as one reads before a call.</param>
internal sealed record HeldContact(ContactHoldId Id, HouseholdId Household, HoldGround Ground, bool Blocks, DateTimeOffset At, string Entered, string? What, Involvement? Call, HouseholdId? HiddenId, string? Hidden, IReadOnlyList<ReleasedContact> Before)
{
    private const int MostBefore = 3;
    private const string Why = "The attention officer reads which household touches which, and by what: only this can prevent a visit to the wrong door.";

    /// <summary>What the log of looks says of it: also what waited before stands with it.</summary>
    public IEnumerable<(Guid, HouseholdId)> Seen => [(Id.Value, Household), .. Before.Select(b => b.Seen)];

    public static async Task<IReadOnlyList<HeldContact>> Of(Work work, IReadOnlyList<ContactHold> page, CancellationToken cancel)
    {
        var ids = page.SelectMany(h => new[] { h.Household, h.Matched ?? h.Household }).Distinct().ToArray();
        var (households, people) = await work.Beyond(Why, async () => (
            await work.Unscoped<Household>(Why).AsNoTracking().Where(h => ids.Contains(h.Id)).ToDictionaryAsync(h => h.Id, cancel),
            (await work.Unscoped<Person>(Why).AsNoTracking().Where(p => ids.Contains(p.Household)).ToListAsync(cancel)).ToLookup(p => p.Household)));
        var calls = await Existence.Contacts(work, [.. page.Select(h => h.Household).Distinct()], cancel);
        var entered = page.Select(h => h.Household).Distinct().ToArray();
        var before = await ReleasedContact.Of(work, await ReleasedContact.All(work).Where(h => entered.Contains(h.Household)).OrderByDescending(h => h.ReleasedAt).ToListAsync(cancel), cancel);
        return [.. page.Select(h => new HeldContact(h.Id, h.Household, h.Ground, h.Blocks, h.HeldAt, households[h.Household].Name,
            h.Matched is { } matched ? Hit(h.Ground, households[h.Household], [.. people[h.Household]], [.. people[matched]]) : null,
            calls.GetValueOrDefault(h.Household), h.Matched, h.Matched is { } hidden ? households[hidden].Name : null,
            [.. before.Where(b => b.Household == h.Household).Take(MostBefore)]))];
    }

    // As it was entered: the other side says the same.
    private static string? Hit(HoldGround ground, Household entered, Person[] people, Person[] hidden)
    {
        var names = hidden.Select(p => SearchText.Of(p.Name)).ToHashSet();
        var text = ground switch
        {
            HoldGround.Address => $"{entered.Address}",
            HoldGround.Name => string.Join(", ", people.Where(p => names.Contains(SearchText.Of(p.Name))).Select(p => p.Name)),
            HoldGround.Bsn => string.Join(", ", people.Where(p => p.BsnHash is { } own && hidden.Any(other => other.BsnHash.AsSpan().SequenceEqual(own))).Select(p => $"het BSN van {p.Name}")),
            _ => "",
        };
        return text.Length == 0 ? null : text;
    }
}
