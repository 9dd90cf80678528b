using Samenkracht.Kernel;
using Samenkracht.Kernel.Storage;
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
}

public static class PersonQueries
{
    extension(Work work)
    {
        /// <summary>The people of the households that the actor may open.</summary>
        public IQueryable<PersonCard> People => work.Query<Person>().Select(p => new PersonCard
        {
            Id = p.Id,
            Household = p.Household,
            Name = p.Name,
            SearchName = p.SearchName,
            BirthDate = p.BirthDate,
            Relation = p.Relation,
            Phone = p.Phone,
        });
    }
}
