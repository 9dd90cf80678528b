namespace Samenkracht.Kernel.Processing;

/// <summary>Verwerkingsactiviteit: each purpose is one entry of the register of processing (AVG art. 30). Its id is a name that stays: lines of the processing
/// log and other organisations point at it, as the last part of a URI below the municipality's register.</summary>
public static class ProcessingActivity
{
    public static string Activity(this Purpose purpose) => purpose switch
    {
        Purpose.OwnAffairs => "eigen-zaken",
        Purpose.SignalHandling => "signalen",
        Purpose.Support => "ondersteuning",
        Purpose.Safety => "veiligheid",
        Purpose.Emergency => "noodtoegang",
        Purpose.CollectiveInsight => "gezamenlijke-oorzaken",
        Purpose.Policy => "beleid",
        Purpose.Administration => "beheer",
        Purpose.DataRights => "verzoeken",
        _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, "A new purpose is a new entry of the register."),
    };

    /// <summary>Where the register tells of it.</summary>
    public static Uri Uri(string activity, Uri register) => new($"{register.ToString().TrimEnd('/')}{(register.Scheme == "urn" ? ':' : '/')}{activity}");
}
