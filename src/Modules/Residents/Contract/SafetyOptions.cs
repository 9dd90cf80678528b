using Microsoft.Extensions.Configuration;

namespace Samenkracht.Residents.Contract;

/// <summary>Veiligheidsinstellingen, under <c>Veiligheid</c> in the configuration.</summary>
/// <param name="LotPercent"><c>Veiligheid:Steekproef</c>, 0 to 100: of how many in a hundred addresses and names a new household waits for the attention officer
/// although nothing was found, so that waiting tells nothing.</param>
/// <param name="OfficerPhone"><c>Veiligheid:Bereikbaar</c>: where the attention officer or a substitute is reached day and night; null when not set.</param>
public sealed record SafetyOptions(int LotPercent, string? OfficerPhone)
{
    private const int UsualLot = 4, Percent = 100;

    public static SafetyOptions From(IConfiguration? configuration) => configuration?.GetSection("Veiligheid") is not { } section
        ? new(0, null)
        : new(Math.Clamp(section.GetValue("Steekproef", UsualLot), 0, Percent), section["Bereikbaar"]);
}
