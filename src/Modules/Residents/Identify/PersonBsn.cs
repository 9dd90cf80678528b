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

    public static async Task Keep(Work work, Person person, Bsn? bsn, CancellationToken cancel)
    {
        if (bsn is { } number)
            person.Identify(await work.Secrets.Seal(number.Digits, Of(person.Id), cancel), await work.Secrets.Hash(number.Digits, Place, cancel));
        else person.Identify(null, null);
    }

    public static async Task<Bsn?> Read(Work work, Person person, CancellationToken cancel) =>
        person.Bsn is { } kept && Bsn.TryParse(await work.Secrets.Open(kept, Of(person.Id), cancel), out var bsn) ? bsn : null;

    public static Task<IReadOnlyList<byte[]>> Hashes(Work work, Bsn bsn, CancellationToken cancel) => work.Secrets.Hashes(bsn.Digits, Place, cancel);

    /// <summary>Where else the same number stands. No unique index refuses it: that would tell that someone hidden is known.</summary>
    public static async Task<IReadOnlyList<Same>> Elsewhere(Work work, PersonId person, Bsn bsn, CancellationToken cancel)
    {
        var hashes = await Hashes(work, bsn, cancel);
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
        foreach (var person in people) await Keep(work, person, await Read(work, person, cancel), cancel);
        return people.Count;
    }

    private static string Of(PersonId person) => $"{Place}|{person.Value:N}";
}
