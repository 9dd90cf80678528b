namespace Samenkracht.Kernel.Storage;

/// <summary>Binnen bij één huishouden: the household whose file this work opened to read, and how the actor is there. Scopes then ask how one came in no more, and show nothing of any other
/// household: within one transaction that was answered once (docs/adr/0097).</summary>
/// <param name="Laws">The laws that the actor's membership covers, as bits.</param>
/// <param name="SeesSafety">Named there for the safety compartment.</param>
public sealed record Inside(HouseholdId Household, int Laws, bool SeesSafety);
