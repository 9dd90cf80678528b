using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Time;
using Samenkracht.Residents.People;

namespace Samenkracht.Residents.Contract;

/// <summary>Eigen deur: through whose door the actor sees a household, as a resident or standing beside one.</summary>
/// <param name="LivesElsewhere">This parent reads nothing of the household as a whole: what is about them, and about a child with checked authority.</param>
public sealed record OwnDoor(PersonId Person, bool IsMinor, bool LivesElsewhere);

/// <summary>Ingang: a household of which the actor reads parts, because somebody there asked them to stand beside them; all but letters for who helps by law.</summary>
/// <param name="Beside">The names of who asked it.</param>
public sealed record Entry(HouseholdId Household, Parts Parts, IReadOnlyList<string> Beside);

/// <summary>Wat iemand door de eigen deur leest van wat over het hele huishouden gaat. Who comes there, what happened and who looked says as much as what they write (docs/adr/0112).</summary>
/// <param name="Whole">What is about the household as a whole: who is grown and lives there.</param>
/// <param name="Children">What is about its children together, under the Jeugdwet: a child itself, and a parent with authority over each.</param>
public sealed record OwnReach(bool Whole, bool Children)
{
    public static readonly OwnReach All = new(true, true);

    /// <summary>Of a circle: to who does not read of the whole household whom to call, who stands beside them, and who is there for the children that are theirs to read of; and not for which other laws.</summary>
    public IReadOnlyList<CircleCard> Of(IReadOnlyList<CircleCard> circle, PersonId self) => Whole ? circle :
    [
        .. circle.Where(m => m.IsCoordinator || m.IsDeputy || m.Beside == self || (Children && m.Beside is null && m.Laws.Contains(Law.Jeugdwet)))
            .Select(m => m with { Laws = [.. m.Laws.Where(law => Children && law == Law.Jeugdwet)] }),
    ];
}

public static class OwnDoorQueries
{
    private const string Why = "whether a parent looks along, told to nobody: it only leaves out";

    extension(Work work)
    {
        /// <summary>For who makes something for a person: what that person would see through their own door.</summary>
        public Task<OwnReach> ReachOf(PersonCard person, CancellationToken cancel = default) => work.Beyond(Why, async () =>
        {
            if (person.IsMinorOn(Amsterdam.Date(work.Now))) return new OwnReach(false, true);
            var children = await Sight.Children(work).Where(c => c.Household == person.Household).Select(c => c.Id).ToListAsync(cancel);
            var held = await Children(work, person.Id, cancel);
            return new OwnReach(person.Relation != Relation.ParentElsewhere, children.Count > 0 && children.All(held.Contains));
        });

        /// <summary>Of who stands beside residents: where, and which parts; in the order of the ids, so that it stays the same. Empty for anyone else.</summary>
        public async Task<IReadOnlyList<Entry>> Entries(CancellationToken cancel = default)
        {
            if (work.Actor is not { Role: Role.Supporter, Account: { } account }) return [];
            var asked = await (from door in Sight.Doors(work, account)
                               join person in work.Query<Person>() on door.Person equals person.Id
                               select new { door.Household, door.Parts, Name = (string?)person.Name }).ToListAsync(cancel);
            var helps = await Sight.ByLaw(work, account).Where(m => Sight.Visible(work).Any(h => h.Id == m.Household)).Select(m => m.Household).ToListAsync(cancel);
            return
            [
                .. asked.Concat(helps.Select(h => new { Household = h, Parts = (int)(PartWords.All & ~Parts.Letters), Name = (string?)null })).GroupBy(a => a.Household)
                    .OrderBy(same => same.Key.Value).Select(same => new Entry(same.Key, (Parts)same.Aggregate(0, (sum, a) => sum | a.Parts), [.. same.Select(a => a.Name).OfType<string>().Order(StringComparer.Ordinal)])),
            ];
        }

        /// <summary>Null for who sees the household by a place in its circle.</summary>
        public async Task<OwnDoor?> OwnDoor(HouseholdId household, CancellationToken cancel = default) => work.Actor.Account is not { } account ? null
            : await Sight.Doors(work, account).Where(d => d.Household == household).Select(d => new OwnDoor(d.Person, d.IsMinor, d.LivesElsewhere)).FirstOrDefaultAsync(cancel);

        /// <summary>Of the people of a household those whom this door shows: who lives elsewhere does not read who else lives there.</summary>
        public async Task<IReadOnlyList<PersonCard>> ShownThrough(OwnDoor? door, IReadOnlyList<PersonCard> people, CancellationToken cancel = default)
        {
            if (door is not { LivesElsewhere: true, Person: var self }) return people;
            var children = await Children(work, self, cancel);
            return [.. people.Where(p => p.Id == self || children.Contains(p.Id))];
        }
    }

    private static Task<List<PersonId>> Children(Work work, PersonId parent, CancellationToken cancel) =>
        work.Beyond(Why, () => Sight.Held(work).Where(a => a.Parent == parent).Select(a => a.Child).ToListAsync(cancel));
}
