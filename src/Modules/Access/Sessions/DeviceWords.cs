namespace Samenkracht.Access.Sessions;

/// <summary>Apparaat in gewone woorden: "Firefox op Windows". Nothing of the user agent is kept besides, so that nobody can be told from another by it.</summary>
internal static class DeviceWords
{
    // The first that fits: Edge and Opera call themselves Chrome as well, and Chrome calls itself Safari.
    private static readonly (string Sign, string Word)[] Browsers =
    [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"), ("FxiOS", "Firefox"),
        ("CriOS", "Chrome"), ("Chrome", "Chrome"), ("Safari", "Safari"),
    ];

    private static readonly (string Sign, string Word)[] Systems =
    [
        ("iPhone", "een iPhone"), ("iPad", "een iPad"), ("Android", "een Android-apparaat"), ("CrOS", "een Chromebook"),
        ("Windows", "Windows"), ("Mac OS", "een Mac"), ("Linux", "Linux"),
    ];

    public static string Of(string? userAgent)
    {
        var browser = Find(Browsers, userAgent) ?? "Een browser";
        return Find(Systems, userAgent) is { } system ? $"{browser} op {system}" : $"{browser} op een onbekend apparaat";
    }

    private static string? Find((string Sign, string Word)[] words, string? userAgent) =>
        userAgent is null ? null : Array.Find(words, w => userAgent.Contains(w.Sign, StringComparison.Ordinal)).Word;
}
