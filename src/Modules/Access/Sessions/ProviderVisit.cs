namespace Samenkracht.Access.Sessions;

/// <summary>Aanmelding bij een aanbieder: which one, and what it wants back when one signs out there too, encrypted.</summary>
internal sealed record ProviderVisit(string Name, string? IdToken);
