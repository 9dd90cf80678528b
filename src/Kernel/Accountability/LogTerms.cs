using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace Samenkracht.Kernel.Accountability;

/// <summary>Bewaartermijnen van logboeken en gesloten accounts, under <c>Logboeken:Bewaren</c>. The program removes none of it by itself: a chain bears no gap, and a line without a name answers nobody (docs/adr/0108).</summary>
public static partial class LogTerms
{
    private const string Section = "Logboeken:Bewaren";

    // NEN 7513: the log of who looked is kept for five years at least. What names the same people, and what accounts for the same processing, as long.
    private const int Usual = 5;

    /// <param name="what">What it is, as the beginning of a sentence.</param>
    /// <param name="key">Its name in the configuration.</param>
    /// <param name="afterwards">Who does what at the end.</param>
    /// <param name="least">In years; 0 where no rule names one.</param>
    public static Term Of(string what, string key, string afterwards, int least = 0) =>
        new(what, settings => Read(settings, key, least), Purpose.Administration, $"{Section}:{key}", Afterwards: afterwards);

    /// <exception cref="InvalidOperationException">It is no term, or shorter than may be.</exception>
    private static string Read(IConfiguration? settings, string key, int least)
    {
        if (settings?[$"{Section}:{key}"] is not { Length: > 0 } text) return $"{Usual} jaar";
        if (Form().Match(text.Trim()) is not { Success: true } read || int.Parse(read.Groups[1].Value, CultureInfo.InvariantCulture) is var years && years < Math.Max(1, least))
            throw new InvalidOperationException($"{Section}:{key} is '{text}'; schrijf een aantal jaren{(least > 0 ? $", ten minste {least}" : "")}, zoals '{Usual} jaar'.");
        return text.Trim();
    }

    [GeneratedRegex("^([0-9]{1,2}) jaar$")]
    private static partial Regex Form();
}
