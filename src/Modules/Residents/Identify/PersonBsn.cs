using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Keys;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;
using Samenkracht.Residents.People;

namespace Samenkracht.Residents.Identify;

/// <summary>BSN van een persoon: kept sealed, found by keyed hash, and put under new keys when those are made.</summary>
internal sealed class PersonBsn : IReseal
{
    private const string Place = "person.bsn";
    private const string Why = "A number that stands elsewhere: for one that is known, whom to call; for one that is hidden, a hit for the attention officer alone.";

    /// <summary>Someone else with the same number.</summary>
    internal sealed record Same(HouseholdId Household, bool IsHidden);

    public static void Keep(Work work, Person person, Bsn? bsn)
    {
        if (bsn is { } number) person.Identify(work.Secrets.Seal(number.Digits, Of(person.Id)), work.Secrets.Hash(number.Digits, Place));
        else person.Identify(null, null);
    }

    public static Bsn? Read(Work work, Person person) =>
        person.Bsn is { } kept && Bsn.TryParse(work.Secrets.Open(kept, Of(person.Id)), out var bsn) ? bsn : null;

    public static IReadOnlyList<byte[]> Hashes(Work work, Bsn bsn) => work.Secrets.Hashes(bsn.Digits, Place);

    /// <summary>Where else the same number stands. No unique index refuses it: that would tell that someone hidden is known.</summary>
    public static async Task<IReadOnlyList<Same>> Elsewhere(Work work, PersonId person, Bsn bsn, CancellationToken cancel)
    {
        var hashes = Hashes(work, bsn);
        return await work.Beyond(Why, async () =>
        {
            var (same, households) = (new List<Same>(), work.Unscoped<Household>(Why));
            foreach (var hash in hashes)
                same.AddRange(await (from other in work.Unscoped<Person>(Why)
                                     join household in households on other.Household equals household.Id
                                     where other.BsnHash == hash && other.Id != person
                                     select new Same(household.Id, other.Safety == SafetyMark.Shielded || household.Safety == SafetyMark.Shielded || household.Secrecy)).ToListAsync(cancel));
            return same;
        });
    }

    public async Task<int> Reseal(Work work, CancellationToken cancel)
    {
        var people = await work.Query<Person>().Where(p => p.Bsn != null).ToListAsync(cancel);
        foreach (var person in people) Keep(work, person, Read(work, person));
        return people.Count;
    }

    private static string Of(PersonId person) => $"{Place}|{person.Value:N}";
}
