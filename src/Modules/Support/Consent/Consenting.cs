using Samenkracht.Kernel;
using Samenkracht.Support.Contract;

namespace Samenkracht.Support.Consent;

/// <summary>Woorden van een vraag om instemming.</summary>
internal static class Consenting
{
    /// <summary>"Mag Zorggroep De Linde helpen?", "Mag Samen Waterveen (Jeugdwet) iets delen met Samen Waterveen (Wgs)?"</summary>
    public static string Question(ConsentView asked) => asked.Request.ToLaw is { } law
        ? $"Mag {asked.From} ({asked.Request.Law.Label()}) iets delen met {asked.With} ({law.Label()})?"
        : $"Mag {asked.With} helpen?";
}

/// <summary>Ja of nee, with words of one's own.</summary>
internal sealed record YesOrNo(ConsentRequestId Request, string Question, bool? Agrees, string? Words);
