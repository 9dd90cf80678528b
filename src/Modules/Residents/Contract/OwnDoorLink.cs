namespace Samenkracht.Residents.Contract;

/// <summary>Deur van de inwoner: a page below /mijn, contributed by a module as a singleton and shown on every one of them.</summary>
/// <param name="Order">Place in the row, in steps of ten.</param>
public sealed record OwnDoorLink(string Text, string Url, int Order);
