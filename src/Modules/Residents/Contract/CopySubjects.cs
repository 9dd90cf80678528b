using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Records;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.People;

namespace Samenkracht.Residents.Contract;

public static class CopySubjects
{
    private const string NamesToLeaveOut = "names that a copy must not hold; they are compared and never shown";

    private const int ShortestName = 3;

    extension(Work work)
    {
        /// <summary>Of whom a copy is made: someone of a household that the actor may open. Null when there is no such person, or when the safety compartment forbids it.</summary>
        /// <param name="person">Null for the actor themself, a resident.</param>
        public async Task<CopySubject?> CopySubject(HouseholdId household, PersonId? person, CancellationToken cancel = default)
        {
            // What lies in the safety compartment is told in person: a login can be forced.
            if (!await work.Households.AnyAsync(h => h.Id == household && h.Safety == SafetyMark.None, cancel)) return null;
            var account = work.Actor.Account ?? default;
            var id = person ?? await Sight.Own(work, account).Where(p => p.Household == household).Select(p => (PersonId?)p.Id).FirstOrDefaultAsync(cancel);
            var people = await work.People.Where(p => p.Household == household).ToListAsync(cancel);
            if (people.FirstOrDefault(p => p.Id == id) is not { Safety: SafetyMark.None } self) return null;
            var hidden = await work.Beyond(NamesToLeaveOut, () => work.Unscoped<Person>(NamesToLeaveOut)
                .Where(p => p.Household == household && p.Safety == SafetyMark.Shielded).Select(p => p.Name).ToListAsync(cancel));
            var signsIn = await work.Query<ResidentAccount>().Where(r => r.Person == self.Id).Select(r => (AccountId?)r.Account).FirstOrDefaultAsync(cancel);
            var others = people.Where(p => p.Id != self.Id && p.Safety == SafetyMark.None).Select(p => p.Name);
            return new CopySubject(household, self.Id.Value, self.Name, signsIn, Names(others, self.Name), Names(hidden, self.Name));
        }
    }

    // As it is written, and as someone is called; not what one's own name begins with too.
    private static IReadOnlyList<string> Names(IEnumerable<string> people, string own) =>
        [.. people.SelectMany(name => new[] { name, name.Split(' ')[0] }).Where(name => name.Length >= ShortestName && !own.Split(' ').Contains(name)).Distinct().OrderByDescending(name => name.Length)];
}
