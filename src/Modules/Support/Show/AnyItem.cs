using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;

namespace Samenkracht.Support.Show;

/// <summary>Elk item van de ondersteuning, whatever its kind: what decides who sees it, and nothing of what it says. To ask one question of all kinds at once.</summary>
internal sealed class AnyItem : IAboutPerson
{
    /// <summary>A table of items, and the part of a resident's door to which it belongs.</summary>
    private static readonly (string Table, Parts Part)[] Kinds =
    [
        ("question", Parts.Questions), ("conversation", Parts.Conversations), ("goal", Parts.Plan), ("plan_action", Parts.Plan), ("letter", Parts.Letters), ("consent_request", Parts.Letters),
    ];

    public static readonly string Sql = string.Join(" UNION ALL ",
        Kinds.Select(kind => $"SELECT id, household, controller, law, audience, safety, shared_with, author, about, {(int)kind.Part} AS part FROM {kind.Table}"));

    public Guid Id { get; private set; }
    public HouseholdId Household { get; private set; }
    public OrganisationId Controller { get; private set; }
    public Law Law { get; private set; }
    public Audience Audience { get; private set; }
    public SafetyMark Safety { get; private set; }
    public int SharedWith { get; private set; }
    public AccountId? Author { get; private set; }
    public PersonId? About { get; private set; }
    /// <summary>A single one of <see cref="Parts"/>.</summary>
    public int Part { get; private set; }

    /// <summary>Of each kind what its own scope shows: only at a resident's door do the kinds differ.</summary>
    public static IQueryable<AnyItem> Visible(IQueryable<AnyItem> all, Work work) => work.Actor.Role.IsProfessional()
        ? ItemScope.ForCircle(all, work, PartWords.All)
        : Enum.GetValues<Parts>().Select(part => ItemScope.ForCircle(all.Where(i => i.Part == (int)part), work, part)).Aggregate(Queryable.Concat);
}
