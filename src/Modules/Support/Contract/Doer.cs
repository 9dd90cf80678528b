using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;

namespace Samenkracht.Support.Contract;

/// <summary>Wie doet het: who keeps an agreement of the plan. The direction follows from it and is never asked.</summary>
public enum Doer
{
    [Label("bewoner")] Resident,
    [Label("eigen netwerk")] OwnNetwork,
    [Label("gemeenschap")] Community,
    [Label("vrijwilliger")] Volunteer,
    [Label("professional")] Professional,
}

/// <summary>Hoe vaak.</summary>
public enum Rhythm
{
    [Label("eenmalig")] Once,
    [Label("elke week")] Weekly,
    [Label("elke maand")] Monthly,
}

/// <summary>Waarom een hulpvraag klaar is.</summary>
public enum QuestionOutcome
{
    [Label("Beantwoord")] Answered,
    [Label("De bewoner gaat zelf verder")] GoesOnAlone,
    [Label("Overgedragen")] HandedOver,
    [Label("De bewoner wil dit niet meer")] Withdrawn,
}

public static class Doers
{
    public static Direction Direction(this Doer doer) => doer switch
    {
        Doer.Resident or Doer.OwnNetwork => Kernel.Access.Direction.Personal,
        Doer.Community or Doer.Volunteer => Kernel.Access.Direction.Community,
        _ => Kernel.Access.Direction.Rules,
    };
}
