using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel.Keys;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.People;

namespace Samenkracht.Residents.Safety;

/// <summary>Opnieuw vindbaar: puts by what a household's people are found in another form, when it was hidden or shown, and when the key of the hashes is a new one.</summary>
internal sealed class FoundAgain : IReseal
{
    /// <summary>In the same transaction as the change of the household. Whom the actor does not see there is hidden already, and stays so.</summary>
    public static async Task People(Work work, Household household, CancellationToken cancel)
    {
        var form = FindForm.Of(household, work.Secrets);
        foreach (var person in await work.Query<Person>().Where(p => p.Household == household.Id).ToListAsync(cancel)) person.KeepFindable(form);
    }

    public async Task<int> Reseal(Work work, CancellationToken cancel)
    {
        var households = await work.Query<Household>().ToDictionaryAsync(h => h.Id, cancel);
        var people = await work.Query<Person>().Where(p => p.NameKey != null).ToListAsync(cancel);
        foreach (var person in people) person.KeepFindable(FindForm.Of(households[person.Household], work.Secrets));
        var hidden = households.Values.Where(h => FindForm.Of(h, work.Secrets).IsHidden).ToList();
        foreach (var household in hidden) household.KeepFindable(work.Secrets);
        return people.Count + hidden.Count;
    }
}
