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
        /// <summary>Known households at this address or with people of a similar name, same address first. Shielded households never appear.</summary>
        public async Task<IReadOnlyList<PossibleDuplicate>> PossibleDuplicates(Address address, IReadOnlyCollection<string> names, CancellationToken cancel = default)
        {
            var sameAddress = await AtAddress(work, address.Normal(), cancel);
            var similar = await WithName(work, names, cancel);
            var found = sameAddress.Select(id => (Id: id, Why: Likeness.SameAddress))
                .Concat(similar.Except(sameAddress).Select(id => (Id: id, Why: Likeness.SimilarName))).Take(Most).ToList();
            var ids = found.Select(f => f.Id).ToArray();
            var cards = await work.Households.Where(h => ids.Contains(h.Id)).ToDictionaryAsync(h => h.Id, cancel);
            var contacts = await Existence.Contacts(work, ids, cancel);
            return [.. found.Select(f => new PossibleDuplicate(f.Id, f.Why, cards.GetValueOrDefault(f.Id), contacts.GetValueOrDefault(f.Id)))];
        }
    }

    private static async Task<List<HouseholdId>> AtAddress(Work work, Address address, CancellationToken cancel)
    {
        var (street, postcode) = (address.StreetKey, address.PostcodeKey);
        if (street is null && postcode is null) return [];
        return [.. (await Existence.Find(work, new ExistenceKeys(Street: street, Postcode: postcode), cancel)).Select(f => f.Household).Take(Most)];
    }

    // The database brings the people whose last name begins alike; how alike the whole name is, is decided here.
    private static async Task<List<HouseholdId>> WithName(Work work, IReadOnlyCollection<string> names, CancellationToken cancel)
    {
        var households = Existence.Known(work);
        var similar = new List<HouseholdId>();
        foreach (var name in names.Select(SearchText.Of).Where(n => n.Length > 0).Distinct().Take(Most))
        {
            var start = NameLikeness.LastNameStart(name);
            var candidates = await work.Beyond(Existence.Why, () => work.Unscoped<Person>(Existence.Why)
                .Where(p => p.Safety == SafetyMark.None && p.SearchName.Contains(start) && households.Any(h => h.Id == p.Household))
                .Select(p => new { p.Household, p.SearchName }).ToListAsync(cancel));
            similar.AddRange(candidates.Where(c => NameLikeness.AreAlike(c.SearchName, name)).Select(c => c.Household));
        }
        return [.. similar.Distinct()];
    }
}
