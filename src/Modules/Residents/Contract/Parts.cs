using Samenkracht.Kernel;

namespace Samenkracht.Residents.Contract;

/// <summary>Deel van de eigen deur: what someone who stands beside a resident reads along. Kept as a sum.</summary>
[Flags]
public enum Parts
{
    [Label("Plan en afspraken")] Plan = 1,
    [Label("Vragen")] Questions = 2,
    [Label("Brieven en besluiten")] Letters = 4,
    [Label("Gesprekken")] Conversations = 8,
}

public static class PartWords
{
    public const Parts All = Parts.Plan | Parts.Questions | Parts.Letters | Parts.Conversations;

    /// <summary>"plan en afspraken, vragen".</summary>
    public static string Of(Parts parts) =>
        string.Join(", ", Enum.GetValues<Parts>().Where(part => parts.HasFlag(part)).Select(part => part.Label().ToLowerInvariant()));
}
