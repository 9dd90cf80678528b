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
        Find(work, [.. new[] { address.StreetKey, address.PostcodeKey }.OfType<string>()], [.. names.Select(SearchText.Of).Where(n => n.Contains(' '))], cancel);

    /// <summary>Any run of words in a text that is the name or the address of someone who is hidden.</summary>
    public static Task<List<Hit>> Mentioned(Work work, string text, CancellationToken cancel)
    {
        var runs = Runs(text);
        return Find(work, [.. runs.Select(Address.Key).Distinct()], runs, cancel);
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

    /// <summary>By which names and addresses a household that was hidden just now would have been found.</summary>
    public static Task<IReadOnlyList<string>> Wholes(Work work, HouseholdId hidden, CancellationToken cancel) => work.Beyond(Why, async () =>
    {
        var one = await work.Unscoped<Household>(Why).AsNoTracking().SingleAsync(h => h.Id == hidden, cancel);
        var whole = one.Safety == SafetyMark.Shielded || one.Secrecy;
        var names = await work.Unscoped<Person>(Why).Where(p => p.Household == hidden && (whole || p.Safety == SafetyMark.Shielded)).Select(p => p.Name).ToListAsync(cancel);
        string?[] addresses = whole ? [one.Address.StreetKey, one.Address.PostcodeKey] : [];
        return (IReadOnlyList<string>)[.. names.Select(SearchText.Of).Where(n => n.Contains(' ')), .. addresses.OfType<string>()];
    });

    /// <summary>The households that are not hidden and share an address or a name with one that was hidden just now.</summary>
    public static Task<List<(HouseholdId Household, HoldGround Ground)>> Touching(Work work, HouseholdId hidden, CancellationToken cancel) => work.Beyond(Why, async () =>
    {
        var one = await work.Unscoped<Household>(Why).AsNoTracking().SingleAsync(h => h.Id == hidden, cancel);
        var whole = one.Safety == SafetyMark.Shielded || one.Secrecy;
        var people = work.Unscoped<Person>(Why);
        var names = (await people.Where(p => p.Household == hidden && (whole || p.Safety == SafetyMark.Shielded)).Select(p => p.Name).ToListAsync(cancel)).Select(SearchText.Of).Where(n => n.Contains(' ')).ToArray();
        var (sealedNames, street, postcode) = (FindForm.Keys(work.Secrets, names), one.Address.StreetKey, one.Address.PostcodeKey);
        var open = work.Unscoped<Household>(Why).Where(h => h.Id != hidden && h.Safety == SafetyMark.None && !h.Secrecy);
        var addresses = !whole ? [] : await open.Where(h => (h.AddressKey != null && h.AddressKey == street) || (h.PostcodeKey != null && h.PostcodeKey == postcode))
            .Select(h => h.Id).ToListAsync(cancel);
        var named = await people.Where(p => (names.Contains(p.SearchName) || (p.NameKey != null && sealedNames.Contains(p.NameKey))) && open.Any(h => h.Id == p.Household)).Select(p => p.Household).Distinct().ToListAsync(cancel);
        return addresses.Select(id => (id, HoldGround.Address)).Concat(named.Except(addresses).Select(id => (id, HoldGround.Name))).ToList();
    });

    /// <summary>Whether the same waits for the attention officer already.</summary>
    public static Task<bool> IsHeld(Work work, HouseholdId household, Hit hit, bool blocks, CancellationToken cancel) => work.Beyond(Why, () => work.Unscoped<ContactHold>(Why)
        .AnyAsync(h => h.Household == household && h.Matched == hit.Hidden && h.Ground == hit.Ground && h.Blocks == blocks && h.ReleasedAt == null, cancel));

    private static async Task<List<Hit>> Find(Work work, string[] keys, string[] names, CancellationToken cancel) =>
        keys.Length + names.Length == 0 ? [] : await work.Beyond(Why, () => Blind(work, keys, names, cancel));

    private static async Task<List<Hit>> Blind(Work work, string[] keys, string[] names, CancellationToken cancel)
    {
        var (whole, full) = (FindForm.Keys(work.Secrets, keys), FindForm.Keys(work.Secrets, names));
        var hidden = work.Unscoped<Household>(Why).Where(h => h.Safety == SafetyMark.Shielded || h.Secrecy);
        var addresses = await hidden.Where(h => (h.AddressKey != null && whole.Contains(h.AddressKey)) || (h.PostcodeKey != null && whole.Contains(h.PostcodeKey)))
            .Select(h => h.Id).ToListAsync(cancel);
        var people = await work.Unscoped<Person>(Why)
            .Where(p => p.NameKey != null && full.Contains(p.NameKey))
            .Select(p => p.Household).Distinct().ToListAsync(cancel);
        return [.. addresses.Select(id => new Hit(id, HoldGround.Address)), .. people.Except(addresses).Select(id => new Hit(id, HoldGround.Name))];
    }
}

/// <summary>Treffer: a hidden household and what touched it; null and by lot when nothing did.</summary>
internal sealed record Hit(HouseholdId? Hidden, HoldGround Ground);
