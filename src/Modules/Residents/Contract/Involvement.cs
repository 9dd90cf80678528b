using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.People;

namespace Samenkracht.Residents.Contract;

/// <summary>Betrokkenheid: all that someone outside the circle learns. Someone is involved; call this person.</summary>
/// <param name="Household">For the read log and for handing something to the circle; never shown.</param>
public sealed record Involvement(HouseholdId Household, string Name, string Organisation, string? Phone);

public static class InvolvementQueries
{
    private const int Most = 20;

    extension(Work work)
    {
        /// <summary>Who is involved with a full name or a full address, as the actor typed it; never with a shielded household.</summary>
        /// <remarks>Only an exact hit answers: who searches must already know whom they mean.</remarks>
        public async Task<IReadOnlyList<Involvement>> Involvement(string query, CancellationToken cancel = default)
        {
            var (wanted, key) = (SearchText.Of(query), Address.Key(query));
            if (!work.Actor.May(Permission.FindInvolvement) || !wanted.Contains(' ')) return [];
            var people = work.Unscoped<Person>(Existence.Why);
            var found = await Existence.Known(work)
                .Where(h => people.Any(p => p.Household == h.Id && p.SearchName == wanted && p.Safety == SafetyMark.None)
                    || h.AddressKey == key || h.PostcodeKey == key)
                .OrderBy(h => h.KnownSince).Select(h => h.Id).Take(Most).ToListAsync(cancel);
            return [.. (await Existence.Contacts(work, found, cancel)).Values];
        }
    }
}
