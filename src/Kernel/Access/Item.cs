namespace Samenkracht.Kernel.Access;

/// <summary>Wet: under which law an item is kept. Items of one law are not seen through membership for another.</summary>
public enum Law
{
    [Label("Wmo")] Wmo,
    [Label("Jeugdwet")] Jeugdwet,
    [Label("Participatiewet")] Participatiewet,
    [Label("Wgs")] Wgs,
}

public static class Laws
{
    /// <summary>1, 2, 4, 8: a set of laws is their sum.</summary>
    public static int Bit(this Law law) => 1 << (int)law;

    /// <summary>The laws of a sum.</summary>
    public static IReadOnlyList<Law> Of(int sum) => [.. Enum.GetValues<Law>().Where(law => (sum & law.Bit()) != 0)];
}

/// <summary>Voor wie: who in the circle sees an item.</summary>
public enum Audience
{
    [Label("Hele kring")] Circle,
    [Label("Alleen professionals")] Professionals,
    [Label("Alleen ik")] Author,
}

/// <summary>Veiligheid: whether an item or household lies in the safety compartment.</summary>
public enum SafetyMark
{
    [Label("Geen")] None,
    [Label("Afgeschermd voor veiligheid")] Shielded,
}

/// <summary>Kijkrichting: the four directions of the network quadrant. Derived from who does what, never asked.</summary>
public enum Direction
{
    [Label("In het persoonlijke leven")] Personal = 1,
    [Label("Tussen de regels")] Rules = 2,
    [Label("In de wijk en in gemeenschappen")] Community = 3,
    [Label("Aan de beleidstafel en andere tafels")] PolicyTable = 4,
}

/// <summary>What every item about a person carries, and what its visibility follows from.</summary>
public interface IItem
{
    HouseholdId Household { get; }
    OrganisationId Controller { get; }
    Law Law { get; }
    Audience Audience { get; }
    SafetyMark Safety { get; }
    /// <summary>Gedeeld met: the other laws whose members read along, as <see cref="Laws.Bit"/> added up.</summary>
    int SharedWith { get; }
    AccountId? Author { get; }
}
