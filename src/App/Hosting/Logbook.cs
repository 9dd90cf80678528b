using System.Net;

namespace Samenkracht.App.Hosting;

/// <summary>Instellingen van het logboek dataverwerkingen.</summary>
/// <param name="Collector">Where lines go by OTLP over HTTP; null when they stay here.</param>
/// <param name="Headers">Sent along, such as a key of the collector.</param>
/// <param name="Register">The municipality's register of processing: the activity's id comes below it.</param>
/// <param name="Callers">Who is believed about the trace that a request continues.</param>
internal sealed record Logbook(Uri? Collector, IReadOnlyDictionary<string, string> Headers, Uri Register, IReadOnlyList<KnownCaller> Callers)
{
    private static readonly Uri NoRegister = new("urn:samenkracht:verwerking");

    /// <exception cref="RefusedException">A setting is not what it must be.</exception>
    public static Logbook Of(IConfiguration configuration)
    {
        var logbook = configuration.GetSection("Logboek");
        return new(Collecting(logbook["Adres"]), logbook.GetSection("Koppen").GetChildren().ToDictionary(head => head.Key, head => head.Value ?? ""),
            logbook["Register"] is { Length: > 0 } register ? Address(register, "Register") : NoRegister,
            [.. logbook.GetSection("Aanroepers").GetChildren().Select(Caller)]);
    }

    // Logboek Dataverwerkingen: a log must enforce TLS. Without it only a collector on this machine.
    private static Uri? Collecting(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var address = Address(text, "Adres");
        return address.Scheme == Uri.UriSchemeHttps || address.IsLoopback ? address
            : throw new RefusedException("Logboek__Adres moet met https:// beginnen: daar gaan gegevens over verwerkingen heen.");
    }

    private static KnownCaller Caller(IConfigurationSection caller) => IPNetwork.TryParse(caller["Netwerk"], out var network)
        ? new(network, Address(caller["Verwerker"], $"Aanroepers__{caller.Key}__Verwerker"))
        : throw new RefusedException($"Logboek__Aanroepers__{caller.Key}__Netwerk is geen netwerk, zoals 10.1.2.0/24.");

    private static Uri Address(string? text, string setting) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" ? address
        : throw new RefusedException($"Logboek__{setting} is geen webadres.");
}

/// <summary>Aanroeper: a network of which the requests come from one other organisation.</summary>
/// <param name="Processor">Its website, with <c>/.well-known/privacy.txt</c>.</param>
internal sealed record KnownCaller(IPNetwork Network, Uri Processor);
