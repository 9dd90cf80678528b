using System.Globalization;
using Samenkracht.Kernel.Accountability;

namespace Samenkracht.App.Papers;

/// <summary>Voor welke gemeente de papieren zijn, en hoe Samenkracht daar is ingesteld.</summary>
/// <param name="Settings">Null: as it is when nobody sets anything.</param>
internal sealed record PaperSubject(string Municipality, string Date, IConfiguration? Settings)
{
    /// <summary>The papers of the source code, with a gap where a municipality fills in its own.</summary>
    public static PaperSubject Anyone { get; } = new(Gap("naam van de gemeente"), Gap("datum"), null);

    public static PaperSubject Of(string municipality, DateOnly today, IConfiguration settings) =>
        new(municipality, today.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("nl-NL")), settings);

    public static string Gap(string what) => $"`[invullen: {what}]`";

    public static string Version => typeof(PaperSubject).Assembly.GetName().Version!.ToString(3);

    public static IEnumerable<T> Declarations<T>() =>
        Modules.All.Select(module => module.GetType().Assembly).Prepend(typeof(StoredData).Assembly).Append(typeof(PaperSubject).Assembly).SelectMany(Declared.In<T>);
}
