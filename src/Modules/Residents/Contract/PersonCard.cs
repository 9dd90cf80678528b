using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Time;
using Samenkracht.Residents.Circles;
using Samenkracht.Residents.People;

namespace Samenkracht.Residents.Contract;

/// <summary>Persoonskaart: someone of a household that the actor may open.</summary>
public sealed record PersonCard
{
    public required PersonId Id { get; init; }
    public required HouseholdId Household { get; init; }
    public required string Name { get; init; }
    public required string SearchName { get; init; }
    public DateOnly? BirthDate { get; init; }
    public Relation Relation { get; init; }
    public string? Phone { get; init; }
    public TimeOnly? CallFrom { get; init; }
    public TimeOnly? CallUntil { get; init; }
    public bool NoPost { get; init; }
    public SafetyMark Safety { get; init; }

    /// <summary>Under 18; of a child whose birth is unknown one must suppose it.</summary>
    public bool IsChildOn(DateOnly today) => Relation == Relation.Child && !(BirthDate <= today.AddYears(-Ages.Grown));

    /// <summary>Under 18, whatever they are to the others at home; the same is supposed of a child whose birth is unknown.</summary>
    public bool IsMinorOn(DateOnly today) => BirthDate is { } born ? born > today.AddYears(-Ages.Grown) : Relation == Relation.Child;

    /// <summary>Also where the hours go over midnight: from 22.00 to 6.00.</summary>
    public bool MayCallAt(TimeOnly time) => CallFrom is not { } from || CallUntil is not { } until || time.IsBetween(from, until);

    /// <summary>What binds whoever calls or writes; empty when nothing does.</summary>
    public string Rules => string.Join(" · ", new[]
    {
        CallFrom is { } from && CallUntil is { } until ? $"alleen bellen van {from:H.mm} tot {until:H.mm} uur" : null,
        NoPost ? "geen post" : null,
    }.OfType<string>());
}

/// <summary>Leeftijden that decide over who sees what, in years.</summary>
public static class Ages
{
    /// <summary>From here a door of one's own.</summary>
    public const int OwnDoor = 12;

    /// <summary>From here one decides alone over help for oneself, and over who looks along (Jeugdwet 7.3.5).</summary>
    public const int DecidesAlone = 16;

    public const int Grown = 18;
}

public static class PersonQueries
{
    private static readonly CompiledQuery<HouseholdId, PersonCard> OfHousehold = new((work, household) => work.People.Where(p => p.Household == household));

    private const string AccountsOnly = "only the accounts whose words to leave out";

    private static readonly CompiledQuery<AccountId, ResidentAccount> Linked = new((work, account) => work.Query<ResidentAccount>().Where(r => r.Account == account).Take(1));

    extension(Work work)
    {
        /// <summary>The people of the households that the actor may open.</summary>
        public IQueryable<PersonCard> People => Cards(work.Query<Person>());

        /// <summary>Those for whom parents decide along: children under 16, and of whom it is unknown whether they are (Jeugdwet art. 7.3.4 and 7.3.5).</summary>
        public IQueryable<PersonId> DecidedAlong
        {
            get
            {
                var alone = Amsterdam.Date(work.Now).AddYears(-Ages.DecidesAlone);
                return work.Query<Person>().Where(p => p.Relation == Relation.Child && (p.BornOn == null || p.BornOn > alone)).Select(p => p.Id);
            }
        }

        /// <summary>Those of one of them, the eldest first. Ordered in memory: what lies sealed has no order in the database.</summary>
        public async Task<List<PersonCard>> PeopleOf(HouseholdId household, CancellationToken cancel = default) =>
            [.. (await OfHousehold.List(work, household, cancel)).OrderBy(p => p.BirthDate).ThenBy(p => p.Name, StringComparer.CurrentCulture)];

        /// <summary>Whether someone of a household that the actor may open can sign in.</summary>
        public Task<bool> SignsIn(PersonId person, CancellationToken cancel = default) => work.Query<ResidentAccount>().AnyAsync(r => r.Person == person, cancel);

        /// <summary>The person who signs in with this account, when the actor sees them.</summary>
        public async Task<PersonId?> PersonOf(AccountId account, CancellationToken cancel = default) => (await Linked.One(work, account, cancel))?.Person;

        /// <summary>The accounts of people of a household who lie in the safety compartment: what they said is left out for who does not see it.</summary>
        public Task<List<AccountId>> HiddenSpeakers(HouseholdId household, CancellationToken cancel = default) => work.Beyond(AccountsOnly, () =>
            (from link in work.Unscoped<ResidentAccount>(AccountsOnly)
             join person in work.Unscoped<Person>(AccountsOnly) on link.Person equals person.Id
             where person.Household == household && person.Safety == SafetyMark.Shielded
             select link.Account).ToListAsync(cancel));

        /// <summary>The same, with who stands or stood beside them.</summary>
        internal async Task<IReadOnlyCollection<AccountId>> HiddenLookers(HouseholdId household, CancellationToken cancel) =>
        [
            .. await work.HiddenSpeakers(household, cancel),
            .. await work.Beyond(AccountsOnly, () =>
                (from member in work.Unscoped<CircleMember>(AccountsOnly)
                 join person in work.Unscoped<Person>(AccountsOnly) on member.Beside equals (PersonId?)person.Id
                 where member.Household == household && person.Safety == SafetyMark.Shielded
                 select member.Account).ToListAsync(cancel)),
        ];

        /// <summary>The person that the actor is, as a resident whose household opens; empty for anyone else.</summary>
        public IQueryable<PersonCard> Self
        {
            get
            {
                var account = work.Actor.Role == Role.Resident ? work.Actor.Account : null;
                var links = work.Query<ResidentAccount>().Where(r => r.Account == account);
                return Cards(work.Query<Person>().Where(p => links.Any(r => r.Person == p.Id)));
            }
        }
    }

    private static IQueryable<PersonCard> Cards(IQueryable<Person> people) => people.Select(p => new PersonCard
    {
        Id = p.Id,
        Household = p.Household,
        Name = p.Name,
        SearchName = p.SearchName,
        BirthDate = p.BirthDate,
        Relation = p.Relation,
        Phone = p.Phone,
        CallFrom = p.CallFrom,
        CallUntil = p.CallUntil,
        NoPost = p.NoPost,
        Safety = p.Safety,
    });
}
