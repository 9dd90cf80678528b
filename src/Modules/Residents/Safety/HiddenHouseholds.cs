using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;
using Samenkracht.Residents.People;

namespace Samenkracht.Residents.Safety;

/// <summary>Blind vergelijken: which hidden households an address, names or loose words touch. The answer goes to the attention officer and to nobody else.</summary>
/// <remarks>Exact only, on the keys of an address and the whole of a name: a likeness would hold up the visits of strangers.</remarks>
internal static class HiddenHouseholds
{
    private const string Why = "A hit on a hidden household is kept for the attention officer; who entered it learns nothing.";

    // A name or an address is two to five words, and nobody writes a book here: what is longer is not looked at further.
    private const int FewestWords = 2, MostWords = 5, MostText = 400;

    public static Task<List<Hit>> At(Work work, Address address, IEnumerable<string> names, CancellationToken cancel) =>
        Find(work, Traces.Of(names, address), cancel);

    /// <summary>Any run of words in a text that is the name or the address of someone who is hidden.</summary>
    public static Task<List<Hit>> Mentioned(Work work, string text, CancellationToken cancel)
    {
        var runs = Runs(text);
        return Find(work, new Traces(runs, [.. runs.Select(Address.Key).Distinct()]), cancel);
    }

    /// <summary>Whether a text holds one of these names or addresses, by the same rule.</summary>
    public static bool Mentions(string text, IReadOnlyCollection<string> wholes)
    {
        var runs = Runs(text);
        return runs.Concat(runs.Select(Address.Key)).Any(wholes.Contains);
    }

    private static string[] Runs(string text)
    {
        var words = SearchText.Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostText).ToArray();
        return [.. Enumerable.Range(0, words.Length)
            .SelectMany(from => Enumerable.Range(FewestWords, MostWords - FewestWords + 1).Where(length => from + length <= words.Length)
                .Select(length => string.Join(' ', words.AsSpan(from, length)!)))
            .Distinct()];
    }

    /// <summary>All names and addresses of what is hidden of a household.</summary>
    public static Task<Traces> TracesOf(Work work, HouseholdId hidden, CancellationToken cancel) => work.Beyond(Why, async () =>
    {
        var one = await work.Unscoped<Household>(Why).AsNoTracking().SingleAsync(h => h.Id == hidden, cancel);
        var whole = one.Safety == SafetyMark.Shielded || one.Secrecy;
        var names = await work.Unscoped<Person>(Why).Where(p => p.Household == hidden && (whole || p.Safety == SafetyMark.Shielded)).Select(p => p.Name).ToListAsync(cancel);
        return Traces.Of(names, whole ? one.Address : Address.Unknown);
    });

    /// <summary>The households that are not hidden and share one of these names or addresses of one that is.</summary>
    public static Task<List<(HouseholdId Household, HoldGround Ground)>> Touching(Work work, HouseholdId hidden, Traces traces, CancellationToken cancel) => work.Beyond(Why, async () =>
    {
        var (names, keys, sealedNames) = (traces.Names, traces.Addresses, FindForm.Keys(work.Secrets, traces.Names));
        var (open, people) = (work.Unscoped<Household>(Why).Where(h => h.Id != hidden && h.Safety == SafetyMark.None && !h.Secrecy), work.Unscoped<Person>(Why));
        var addresses = keys.Length == 0 ? [] : await open.Where(h => (h.AddressKey != null && keys.Contains(h.AddressKey)) || (h.PostcodeKey != null && keys.Contains(h.PostcodeKey)))
            .Select(h => h.Id).ToListAsync(cancel);
        var named = names.Length == 0 ? [] : await people.Where(p => (names.Contains(p.SearchName) || (p.NameKey != null && sealedNames.Contains(p.NameKey))) && open.Any(h => h.Id == p.Household)).Select(p => p.Household).Distinct().ToListAsync(cancel);
        return addresses.Select(id => (id, HoldGround.Address)).Concat(named.Except(addresses).Select(id => (id, HoldGround.Name))).ToList();
    });

    /// <summary>Whether the same waits for the attention officer already; what blocks says all that one without a block would.</summary>
    public static Task<bool> IsHeld(Work work, HouseholdId household, Hit hit, bool blocks, CancellationToken cancel) => work.Beyond(Why, () => work.Unscoped<ContactHold>(Why)
        .AnyAsync(h => h.Household == household && h.Matched == hit.Hidden && h.Ground == hit.Ground && (h.Blocks || !blocks) && h.ReleasedAt == null, cancel));

    private static async Task<List<Hit>> Find(Work work, Traces traces, CancellationToken cancel) =>
        traces.Addresses.Length + traces.Names.Length == 0 ? [] : await work.Beyond(Why, () => Blind(work, traces, cancel));

    private static async Task<List<Hit>> Blind(Work work, Traces traces, CancellationToken cancel)
    {
        var (whole, full) = (FindForm.Keys(work.Secrets, traces.Addresses), FindForm.Keys(work.Secrets, traces.Names));
        var hidden = work.Unscoped<Household>(Why).Where(h => h.Safety == SafetyMark.Shielded || h.Secrecy);
        var addresses = await hidden.Where(h => (h.AddressKey != null && whole.Contains(h.AddressKey)) || (h.PostcodeKey != null && whole.Contains(h.PostcodeKey)))
            .Select(h => h.Id).ToListAsync(cancel);
        var people = await work.Unscoped<Person>(Why)
            .Where(p => p.NameKey != null && full.Contains(p.NameKey))
            .Select(p => p.Household).Distinct().ToListAsync(cancel);
        return [.. addresses.Select(id => new Hit(id, HoldGround.Address)), .. people.Except(addresses).Select(id => new Hit(id, HoldGround.Name))];
    }
}

/// <summary>Sporen: whole names and addresses in the form in which they are compared, never shown. One word is no whole name.</summary>
internal sealed record Traces(string[] Names, string[] Addresses)
{
    public static Traces Of(IEnumerable<string> names, Address address) =>
        new([.. names.Select(SearchText.Of).Where(n => n.Contains(' ')).Distinct()], [.. new[] { address.StreetKey, address.PostcodeKey }.OfType<string>()]);
}

/// <summary>Treffer: a hidden household and what touched it; null and by lot when nothing did.</summary>
internal sealed record Hit(HouseholdId? Hidden, HoldGround Ground);
