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

    private const int ShortestName = 2;

    // In many a name and in nearly every text: alone they name nobody.
    private static readonly HashSet<string> Between =
    [
        "van", "de", "der", "den", "het", "ten", "ter", "te", "op", "aan", "in", "bij", "uit", "onder", "over", "voor", "tot", "en", "von", "zu", "mevrouw", "mevr", "mw", "meneer", "mijnheer", "dhr", "heer",
    ];

    // "Ik ben" and "ben Ali", but also somebody's first name.
    private static readonly HashSet<string> BetweenUnlessFirst = ["ben", "bin", "ibn", "al", "el", "du", "des", "le", "la", "les", "di", "da", "do", "dos", "das", "del", "della"];

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

    // The whole name and each of its words: a text says "mevrouw Blom" as well. Not what one's own name holds too.
    private static IReadOnlyList<string> Names(IEnumerable<string> people, string own)
    {
        var mine = Words(own).ToHashSet();
        return [.. people.SelectMany(name => Names(Words(name), mine)).Distinct()];
    }

    private static IEnumerable<string> Names(string[] words, HashSet<string> own)
    {
        var others = words.Where(word => !own.Contains(word)).ToArray();
        if (others.Length == 0) yield break;
        yield return string.Join(' ', words);
        var telling = others.Where(word => word.Length >= ShortestName && !Between.Contains(word) && (!BetweenUnlessFirst.Contains(word) || word == words[0])).ToArray();
        foreach (var word in telling) yield return word;
    }

    private static string[] Words(string name) => SearchText.Of(name).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
