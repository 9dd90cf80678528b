using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.People;

namespace Samenkracht.Residents.Contract;

/// <summary>Waarom dit misschien hetzelfde huishouden is.</summary>
public enum Likeness
{
    [Label("Zelfde adres")] SameAddress,
    [Label("Lijkt op deze naam")] SimilarName,
}

/// <summary>Mogelijk al bekend: a household that may be the one meant.</summary>
/// <param name="Household">To hand a question to; shown to nobody who may not open it.</param>
/// <param name="Card">Only for who may open it.</param>
/// <param name="Contact">Whom to call; null when nobody works there any more.</param>
public sealed record PossibleDuplicate(HouseholdId Household, Likeness Why, HouseholdCard? Card, Involvement? Contact);

public static class DuplicateQueries
{
    private const int Most = 10;

    extension(Work work)
    {
        /// <summary>Known households at this address or with people of a similar name, same address first. Shielded households never appear, and for who may not learn
        /// that someone is involved elsewhere (<see cref="Permission.FindInvolvement"/>) only those that they may open.</summary>
        public async Task<IReadOnlyList<PossibleDuplicate>> PossibleDuplicates(Address address, IReadOnlyCollection<string> names, CancellationToken cancel = default)
        {
            var sameAddress = await AtAddress(work, address.Normal(), cancel);
            var similar = await WithName(work, names, cancel);
            var all = sameAddress.Union(similar).ToArray();
            var cards = await work.Households.Where(h => all.Contains(h.Id)).ToDictionaryAsync(h => h.Id, cancel);
            var ids = all.Where(id => work.Actor.May(Permission.FindInvolvement) || cards.ContainsKey(id)).Take(Most).ToArray();
            var contacts = await Existence.Contacts(work, ids, cancel);
            return [.. ids.Select(id => new PossibleDuplicate(id, sameAddress.Contains(id) ? Likeness.SameAddress : Likeness.SimilarName, cards.GetValueOrDefault(id), contacts.GetValueOrDefault(id)))];
        }
    }

    private static async Task<List<HouseholdId>> AtAddress(Work work, Address address, CancellationToken cancel)
    {
        var (street, postcode) = (address.StreetKey, address.PostcodeKey);
        if (street is null && postcode is null) return [];
        return [.. (await Existence.Find(work, new ExistenceKeys(Street: street, Postcode: postcode), cancel)).Select(f => f.Household).Take(Most)];
    }

    // The database brings the people whose last name begins alike; how alike the whole name is, is decided here. A last name alone would be a way to look around.
    private static async Task<List<HouseholdId>> WithName(Work work, IReadOnlyCollection<string> names, CancellationToken cancel)
    {
        var households = Existence.Known(work);
        var similar = new List<HouseholdId>();
        foreach (var name in names.Select(SearchText.Of).Where(HasFirstName).Distinct().Take(Most))
        {
            var start = NameLikeness.LastNameStart(name);
            var candidates = await work.Beyond(Existence.Why, () => work.Unscoped<Person>(Existence.Why)
                .Where(p => p.Safety == SafetyMark.None && p.SearchName.Contains(start) && households.Any(h => h.Id == p.Household))
                .Select(p => new { p.Household, p.SearchName }).ToListAsync(cancel));
            similar.AddRange(candidates.Where(c => HasFirstName(c.SearchName) && NameLikeness.AreAlike(c.SearchName, name)).Select(c => c.Household));
        }
        return [.. similar.Distinct()];
    }

    private static bool HasFirstName(string name) => name.Contains(' ');
}
