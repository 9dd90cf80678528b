namespace Samenkracht.Access.Sessions;

/// <summary>Aanmelding bij een aanbieder: which one, what it wants back when one signs out there too, encrypted, and its own number of the sign-in.</summary>
internal sealed record ProviderVisit(string Name, string? IdToken, string? Session = null);
