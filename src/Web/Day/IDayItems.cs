using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Web.Day;

/// <summary>Something on "Mijn dag" that needs this actor, placed in its direction.</summary>
/// <param name="Title">What to do, in a few words; never a name that the actor may not see.</param>
/// <param name="Detail">One line more.</param>
/// <param name="Url">Where it is done.</param>
/// <param name="Due">By when, in Dutch days; null where nothing is due.</param>
/// <param name="Tag">A short mark such as "scan" or "nieuw".</param>
public sealed record DayItem(Direction Direction, string Title, string Detail, string Url, DateOnly? Due = null, string? Tag = null)
{
    /// <summary>The household that it names, if it does: that this was seen goes to the log of looks.</summary>
    public NamedHousehold? Names { get; init; }
}

/// <summary>Genoemd huishouden.</summary>
public sealed record NamedHousehold(HouseholdId Household, Purpose Purpose);

/// <summary>Slot: a module says what needs the actor today. At most a handful, most urgent first, in a fixed number of queries.</summary>
public interface IDayItems
{
    Task<IReadOnlyList<DayItem>> For(Work work, CancellationToken cancel);
}
