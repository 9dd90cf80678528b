using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Samenkracht.Kernel.Accountability;

/// <summary>Termijn: how long something lasts or is kept, as this installation does it. Declared beside the code that keeps to it, so that the papers tell what the program does.</summary>
/// <param name="Dutch">What it is about, as the beginning of a sentence.</param>
/// <param name="Value">The term under a configuration, in Dutch; without one the usual.</param>
/// <param name="Purpose">What the data is used for.</param>
/// <param name="Setting">Where a municipality sets its own; null when it is fixed.</param>
/// <param name="EndsData">Whether something is erased at its end: a term of keeping.</param>
/// <param name="Afterwards">What happens then, where the program does not do it by itself.</param>
public sealed record Term(string Dutch, Func<IConfiguration?, string> Value, Purpose Purpose, string? Setting = null, bool EndsData = false, string? Afterwards = null)
{
    /// <summary>What happens at its end, for the papers.</summary>
    public string End => Afterwards ?? (EndsData ? "het programma doet dit" : "–");

    public Term(string dutch, TimeSpan lasts, Purpose purpose, bool endsData = false) : this(dutch, _ => Words(lasts), purpose, null, endsData) { }

    /// <summary>"24 uur", "30 dagen", "15 minuten".</summary>
    public static string Words(TimeSpan lasts) => lasts switch
    {
        { TotalDays: > 1 } when lasts.Ticks % TimeSpan.TicksPerDay == 0 => Words(lasts.Days, "dag", "dagen"),
        { TotalHours: >= 1 } when lasts.Ticks % TimeSpan.TicksPerHour == 0 => Words((int)lasts.TotalHours, "uur", "uur"),
        _ => Words((int)lasts.TotalMinutes, "minuut", "minuten"),
    };

    public static string Words(int count, string one, string more) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : more)}");
}
