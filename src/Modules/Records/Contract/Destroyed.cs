using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Records;

namespace Samenkracht.Records.Contract;

/// <summary>Vernietigd dossier, by ids and days alone, as it is kept outside the database: who puts a backup back destroys again by it (docs/adr/0089).</summary>
/// <param name="Line">Of the archivist's list; one is carried out once in a database.</param>
/// <param name="ApprovedBy">The archivist's account, which an older backup need not know.</param>
public sealed record Destroyed(Guid Line, Guid? Household, Law? Law, Guid? Person, Guid? Signal, DestructionGround Ground, string Rule, DateOnly CountedFrom, DateOnly DueOn, Guid? Request,
    DateTimeOffset ProposedAt, DateTimeOffset DoneAt, Guid Declaration, DateTimeOffset ApprovedAt, Guid ApprovedBy, DateTimeOffset CarryOutFrom)
{
    internal DestroyedFile File => new(Household is { } household ? new HouseholdId(household) : null, Law, Person, Signal);
}
