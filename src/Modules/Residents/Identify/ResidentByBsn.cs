using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Time;
using Samenkracht.Residents.Contract;
using Samenkracht.Residents.People;

namespace Samenkracht.Residents.Identify;

/// <summary>Eigen deur met DigiD: the one person with this number, from 12 years. Who is hidden is not found: whoever forces them to sign in reads the same as for
/// someone whom nobody knows (docs/adr/0081).</summary>
internal sealed class ResidentByBsn : IResidentByBsn
{
    public async Task<ResidentAtDoor?> Find(Work work, string number, CancellationToken cancel)
    {
        if (!Bsn.TryParse(number, out var bsn) || await work.PersonWithBsn(bsn, cancel) is not { } id) return null;
        var open = work.Query<Household>().Where(h => h.Safety == SafetyMark.None);
        var person = await work.Query<Person>().FirstOrDefaultAsync(p => p.Id == id && p.Safety == SafetyMark.None && open.Any(h => h.Id == p.Household), cancel);
        if (person is null || !HasOwnDoor(person, Amsterdam.Date(work.Now))) return null;
        var link = await work.Query<ResidentAccount>().FirstOrDefaultAsync(r => r.Person == id, cancel);
        return new(id.Value, person.Name, link?.Account);
    }

    public async Task Link(Work work, ResidentAtDoor resident, AccountId account, CancellationToken cancel)
    {
        var id = new PersonId(resident.Person);
        var household = await work.Query<Person>().Where(p => p.Id == id).Select(p => p.Household).SingleAsync(cancel);
        work.Add(new ResidentAccount { Account = account, Person = id });
        await work.Note(work.Because(ResidentEvents.AccountLinked), id.Value, household, cancel: cancel);
    }

    // Of a child whose birthday nobody wrote down, nobody knows that they are old enough.
    private static bool HasOwnDoor(Person person, DateOnly today) =>
        person.BirthDate is { } born ? born.AddYears(Ages.OwnDoor) <= today : person.Relation != Relation.Child;
}
