using Samenkracht.Kernel.Access;

namespace Samenkracht.App.Papers;

/// <summary>Grondslag: on which articles data is kept under a law. What is not here for a new law is refused, so that no paper goes out without.</summary>
/// <param name="Task">The task of general interest (AVG art. 6, paragraph 1, under e).</param>
/// <param name="Processing">Where the law speaks of data: special categories, the BSN, keeping.</param>
/// <param name="Plain">To a resident: "om …".</param>
internal sealed record LegalBasis(string Name, string Task, string Processing, string Plain)
{
    public static LegalBasis Of(Law law) => law switch
    {
        Law.Wmo => new("Wet maatschappelijke ondersteuning 2015", "artikel 2.1.1, 2.1.2 en 2.3.2",
            "artikel 5.1.1 en 5.1.2 (ook gezondheid en strafrechtelijke gegevens), 5.2.9 (burgerservicenummer), 5.3.4 (bewaren)", "u te helpen om mee te doen en thuis te wonen"),
        Law.Jeugdwet => new("Jeugdwet", "artikel 2.1, 2.3 en 2.4",
            "artikel 7.4.0 en 7.3.8 (ook gezondheid en strafrechtelijke gegevens), paragraaf 7.2 (burgerservicenummer), 7.3.8 en 7.3.9 (bewaren en vernietigen)", "kinderen en ouders te helpen"),
        Law.Participatiewet => new("Participatiewet", "artikel 7",
            "UAVG artikel 30 (gezondheid), Wet algemene bepalingen burgerservicenummer artikel 10", "te helpen bij werk en inkomen"),
        Law.Wgs => new("Wet gemeentelijke schuldhulpverlening", "artikel 2 en 3",
            "artikel 8 en het Besluit gemeentelijke schuldhulpverlening, Wet algemene bepalingen burgerservicenummer artikel 10", "te helpen bij schulden en betalingsachterstanden"),
        _ => throw new ArgumentOutOfRangeException(nameof(law), law, "Say in src/App/Papers/LegalBases.cs on which articles data is kept under this law."),
    };
}
