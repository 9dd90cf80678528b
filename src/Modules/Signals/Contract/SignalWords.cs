using Samenkracht.Kernel;

namespace Samenkracht.Signals.Contract;

/// <summary>Soort signaal: about someone else, about oneself (a melding, Wmo art. 2.3.2), or of a community without names.</summary>
public enum SignalKind
{
    [Label("Zorg om iemand")] Concern,
    [Label("Vraag voor mijzelf")] Request,
    [Label("Signaal van een gemeenschap")] Community,
}

/// <summary>Zelf gezegd: whether the people concerned know.</summary>
public enum Told
{
    [Label("Ja")] Yes,
    [Label("Nog niet")] NotYet,
    [Label("Durf ik niet")] DareNot,
    [Label("Niet van toepassing")] NotApplicable,
}

/// <summary>Spoed: how soon, in the reporter's eyes. What cannot wait belongs to 112 and Veilig Thuis.</summary>
public enum Urgency
{
    [Label("Kan een paar dagen wachten")] FewDays,
    [Label("Vandaag")] Today,
}

/// <summary>Stand van een signaal.</summary>
public enum SignalState
{
    [Label("Nieuw")] Received,
    [Label("Opgepakt")] Claimed,
    [Label("Beoordeeld")] Assessed,
    [Label("Verlopen")] Expired,
}
