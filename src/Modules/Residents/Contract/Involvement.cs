using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Residents.Contract;

/// <summary>Betrokkenheid: all that someone outside the circle learns. Someone is involved; call this person.</summary>
/// <param name="Household">For the read log and for handing something to the circle; never shown.</param>
public sealed record Involvement(HouseholdId Household, string Name, string Organisation, string? Phone);

public static class InvolvementQueries
{
    extension(Work work)
    {
        /// <summary>Who is involved with a full name or a full address, as the actor typed it; never with a shielded household.</summary>
        /// <remarks>Only an exact hit answers: who searches must already know whom they mean.</remarks>
        public async Task<IReadOnlyList<Involvement>> Involvement(string query, CancellationToken cancel = default)
        {
            var (wanted, key) = (SearchText.Of(query), Address.Key(query));
            if (!work.Actor.May(Permission.FindInvolvement) || !wanted.Contains(' ')) return [];
            var found = await Existence.Find(work, new ExistenceKeys(Name: wanted, Street: key, Postcode: key), cancel);
            return [.. (await Existence.Contacts(work, found, cancel)).Values];
        }
    }
}
