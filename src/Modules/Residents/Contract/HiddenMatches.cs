using Samenkracht.Kernel;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Safety;

namespace Samenkracht.Residents.Contract;

/// <summary>A household, or someone of it, was hidden just now, or got a name or address while it was: what was written before is compared with it.</summary>
/// <param name="Wholes">The names and addresses by which it would have been found. Compared and never shown.</param>
/// <param name="From">The signal that it was made from: that one is no find.</param>
public sealed record HouseholdHidden(HouseholdId Household, IReadOnlyList<string> Wholes, Guid? From = null);

/// <summary>Treffers op afgeschermde huishoudens, to be kept for the attention officer and shown to nobody else.</summary>
public static class HiddenMatches
{
    /// <summary>The hidden households of which a name or an address stands in a text.</summary>
    public static async Task<IReadOnlyList<HouseholdId>> In(Work work, string text, CancellationToken cancel = default) =>
        [.. (await HiddenHouseholds.Mentioned(work, text, cancel)).Select(hit => hit.Hidden).OfType<HouseholdId>()];

    /// <summary>Whether one of these names or addresses stands in a text.</summary>
    public static bool Mentions(string text, IReadOnlyCollection<string> wholes) => HiddenHouseholds.Mentions(text, wholes);

    /// <summary>A household made from what touched them: visits and post wait, as if its own address did.</summary>
    public static Task Hold(Work work, HouseholdId household, IEnumerable<HouseholdId> touched, CancellationToken cancel = default) =>
        HoldContacts.Place(work, household, touched.Select(hidden => new Hit(hidden, HoldGround.Name)), blocks: true, cancel);
}
