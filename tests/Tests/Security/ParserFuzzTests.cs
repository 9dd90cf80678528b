using System.Diagnostics;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Samenkracht.Access.Providers;
using Samenkracht.Access.Sessions;
using Samenkracht.Access.SignIn;
using Samenkracht.App;
using Samenkracht.App.Hosting;
using Samenkracht.App.Scanning;
using Samenkracht.Geography.Contract;
using Samenkracht.Geography.Import;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Records.Retention;
using Samenkracht.Residents.Contract;
using Samenkracht.Residents.Emergency;
using Samenkracht.Signals;
using Samenkracht.Signals.Raise;
using Samenkracht.Tests.App;
using Samenkracht.Tests.Architecture;
using Samenkracht.Tests.Geography.Import;

namespace Samenkracht.Tests.Security;

/// <summary>Whatever reads what somebody outside wrote takes it or refuses it in its own way: it never throws anything else, and never hangs.</summary>
public class ParserFuzzTests
{
    private const int Seed = 20261122;
    private const int Inputs = 1500;
    // For each parser; all together stay below five seconds.
    private static readonly TimeSpan Enough = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Hangs = TimeSpan.FromSeconds(10);

    private static readonly IDataProtectionProvider Protection = new EphemeralDataProtectionProvider();
    private static readonly ProviderSettings Provider = new() { Key = "test", Name = "Test", Issuer = "https://provider.test", ClientId = "sk", ClientSecret = "geheim" };
    private static readonly RsaSecurityKey Key = new(RSA.Create(2048)) { KeyId = "1" };

    private const string Document = """{"issuer":"https://provider.test","authorization_endpoint":"https://provider.test/a","token_endpoint":"https://provider.test/t","jwks_uri":"https://provider.test/jwks","token_endpoint_auth_methods_supported":["client_secret_basic"]}""";

    private static string Sealed { get; } = new FormSeal(Protection, TimeProvider.System).New();

    private static string Held { get; } = new HeldForm("/huishoudens", [new("Input.Text", "Een lang verhaal")]).Close(Protection);

    private static string Keys { get; } = Key.Rsa.ExportParameters(false) is var key
        ? $$"""{"keys":[{"kty":"RSA","use":"sig","kid":"1","n":"{{Base64UrlEncoder.Encode(key.Modulus)}}","e":"{{Base64UrlEncoder.Encode(key.Exponent)}}"}]}""" : "";

    private static ProviderDocuments Known { get; } = new(Provider.Issuer, new HttpClient(new Answering(Document, Keys)), TimeProvider.System);

    private delegate void Reading(Fuzzer fuzz);

    /// <summary>Each with what it reads, and by which types; their refusals are caught here, by name.</summary>
    private static readonly Dictionary<string, (Type[] Reads, Reading Read)> Parsers = new()
    {
        ["GeoJSON of areas"] = ([typeof(GeoJsonFile), typeof(SourceFile)], fuzz => Refuses<BrokenFileException>(() => Plan(GeoJsonFile.Read("x", Bytes(fuzz, Files.Collection(Files.Wijk("WK036301"), Files.Wijk("WK036302", ",\"jaar\":2022"))), ImportLimits.Standard), null))),
        ["CSV of key figures"] = ([typeof(CsvFile), typeof(NumberMarks), typeof(AreaRow)], fuzz => Refuses<BrokenFileException>(() => Plan(Files.GeoJson(Files.Collection(Files.Wijk("WK036301"))),
            CsvFile.Read("x", Bytes(fuzz, "\"RegioS\";\"AantalInwoners_5\"\r\n\"WK036301\";\"1 250,5\"\r\n\"WK036302\";.\r\n"), ImportLimits.Standard)))),
        ["files of the scan"] = ([typeof(TextTable), typeof(Unit)], ScanFiles),
        ["area code"] = ([typeof(AreaCode)], fuzz => Assert.True(!AreaCode.TryParse(fuzz.Mutate("WK036301"), out var code) || AreaCode.Parse(code.Value) == code)),
        ["BSN"] = ([typeof(Bsn)], fuzz => Assert.True(!Bsn.TryParse(fuzz.Mutate("999 990 019"), out var bsn) || bsn.Masked.StartsWith("*****", StringComparison.Ordinal))),
        ["id"] = ([typeof(Id)], fuzz => Assert.True(!Id.TryParse<HouseholdId>(fuzz.Mutate("3f2a0c1e5b7d4e8f9a0b1c2d3e4f5a6b"), out var id) || id.Text().Length == 32)),
        ["code of a signal"] = ([typeof(SignalCode)], fuzz => SignalCode.IsReference(SignalCode.Read(fuzz.Mutate("K7F4-3QM9")))),
        ["day of birth"] = ([typeof(BirthDay)], fuzz => Assert.True(BirthDay.Read(fuzz.Mutate("12 april 1988")) is null or { Year: > 0 })),
        ["address"] = ([typeof(Address)], fuzz => Assert.NotEmpty($"{Keyed(new Address(fuzz.Mutate("Molenpad"), fuzz.Mutate("3a"), fuzz.Mutate("1234 AB"), fuzz.Noise(), null).Normal())}")),
        ["text to keep and to find"] = ([typeof(PlainText), typeof(SearchText)], fuzz => Assert.DoesNotContain('\0', SearchText.Of(PlainText.Of(fuzz.Mutate("Sém 👨‍👩‍👧 Bakker"))))),
        ["browser's name for itself"] = ([typeof(DeviceWords)], fuzz => Assert.InRange(DeviceWords.Of(fuzz.Mutate("Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0")).Length, 1, 60)),
        ["seal of a form"] = ([typeof(FormSeal)], fuzz => new FormSeal(Protection, TimeProvider.System).Read(fuzz.Mutate(Sealed))),
        ["form that was held"] = ([typeof(HeldForm)], fuzz => HeldForm.Open(fuzz.Mutate(Held), Protection)),
        ["cookie of a device"] = ([typeof(Visit)], fuzz => Visit.Of(Browser($"sk-apparaat={Uri.EscapeDataString(fuzz.Mutate(Held))}"))),
        ["ID token"] = ([typeof(IdTokens)], fuzz => Refuses<ProviderException>(() => IdTokens.Check(Token(fuzz), Provider, "nonce", Known, DateTimeOffset.UtcNow, default).GetAwaiter().GetResult())),
        ["userinfo of a provider"] = ([typeof(UserInfo)], fuzz => Refuses<ProviderException>(() => UserInfo.Read(fuzz.Mutate("{\"sub\":\"s\",\"name\":\"Nora\",\"groups\":[\"wijkteam\"]}"), Provider, "s"))),
        ["logout token"] = ([typeof(LogoutTokens)], fuzz => Refuses<ProviderException>(() => LogoutTokens.Check(Token(fuzz), Provider, Known, DateTimeOffset.UtcNow, default).GetAwaiter().GetResult())),
        ["discovery document and keys"] = ([typeof(ProviderDocuments)], Discovery),
        ["configuration of providers"] = ([typeof(ProviderSettings)], fuzz => Refuses<InvalidOperationException>(() => ProviderSettings.All(new ConfigurationBuilder().AddInMemoryCollection(
            new Dictionary<string, string?> { ["Naam"] = "x", ["Adres"] = fuzz.Mutate("https://x.test"), ["ClientId"] = "x", ["ClientSecret"] = "x", ["Voor"] = fuzz.Chance(3) ? fuzz.Noise() : "Inwoners" }
                .Select(pair => KeyValuePair.Create($"Aanmelden:Aanbieders:a:{pair.Key}", pair.Value))).Build()))),
        ["traceparent"] = ([typeof(ForeignOperation)], fuzz => ForeignOperation.Parse(fuzz.Mutate("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"), new Uri("https://x.test"))),
        ["configuration of the processing log"] = ([typeof(Logbook)], fuzz => Refuses<RefusedException>(() => Logbook.Of(new ConfigurationBuilder().AddInMemoryCollection(
            new Dictionary<string, string?> { ["Logboek:Adres"] = fuzz.Mutate("https://x.test"), ["Logboek:Aanroepers:a:Netwerk"] = fuzz.Mutate("10.1.2.0/24"), ["Logboek:Aanroepers:a:Verwerker"] = fuzz.Mutate("https://y.test") }).Build()))),
        ["term of keeping"] = ([typeof(RetentionTerm)], fuzz => Refuses<FormatException>(() => RetentionTerm.Parse(fuzz.Mutate("15 jaar na afsluiting")))),
        ["connection to a database"] = ([typeof(DatabaseConnection)], fuzz => Refuses<FormatException>(() => DatabaseConnection.Parse(fuzz.Mutate(fuzz.Chance(2) ? "Host=x;Database=y;Username=z" : "Data Source=/tmp/x.db")))),
    };

    /// <summary>What calls a reader of the framework, and is read by nobody outside, or only through one of the above or through the forms (<see cref="HostileSiteTests"/>).</summary>
    private static readonly Dictionary<string, string> Elsewhere = new()
    {
        ["ActorClaims"] = "the sign-in cookie, once data protection has opened it",
        ["RateLimits"] = "the sign-in cookie, which the framework opens: HostileSiteTests",
        ["AccountStore"] = "keys of authenticator apps that this program sealed",
        ["Secrets"] = "values that this program sealed",
        ["SealedColumns"] = "values that this program sealed",
        ["JournalKeys"] = "keys that this program sealed",
        ["JournalLine"] = "lines that this program sealed",
        ["ReporterContacts"] = "contact data that this program sealed",
        ["ProviderDesk"] = "a token that this program sealed",
        ["Pseudonyms"] = "a key that this program sealed",
        ["KeptSeals"] = "a file that this program wrote beside its keys",
        ["KeptDestructions"] = "a file that this program wrote beside its keys",
        ["Collector"] = "the answer of the collector that the administrator named: ProcessingLogTests",
        ["LawChoice"] = "the choices that the page itself made",
        ["Conventions"] = "instants that this program wrote",
        ["ScanInputText"] = "the input of a scan that this program kept",
        ["DestructionLine"] = "counts that this program wrote",
        ["Migrator"] = "names of files in the program itself",
        ["PartsList"] = "lock files of one's own checkout: PartsListTests",
        ["CommandLine"] = "the administrator's own command line: CommandTests",
        ["Deployment"] = "the administrator's own configuration: FirstDayTests",
        ["LogTerms"] = "the administrator's own configuration: GoLivePapersTests",
        ["ScanArguments"] = "the administrator's own command line: ScanRefusalTests",
        ["ScanAgain"] = "the administrator's own command line: ScanAgainTests",
        ["OidcHandler"] = "the answer of a token endpoint, where the framework's handler takes every failure: OidcTests; what is in it is fuzzed as ID token",
        ["PasskeyDesk"] = "a cookie and a field: HostileSiteTests",
    };

    public static TheoryData<string> Names => [.. Parsers.Keys];

    [Theory, MemberData(nameof(Names))]
    public void It_takes_or_refuses_whatever_comes(string parser)
    {
        var (watch, fuzz) = (Stopwatch.StartNew(), new Fuzzer(Seed));
        for (var input = 0; input < Inputs && watch.Elapsed < Enough; input++)
        {
            var began = watch.Elapsed;
            var failed = Record.Exception(() => Parsers[parser].Read(fuzz));
            Assert.True(failed is null, $"{parser}, seed {Seed}, input {input}: {failed}");
            Assert.True(watch.Elapsed - began < Hangs, $"{parser}, seed {Seed}, input {input} took {watch.Elapsed - began}.");
        }
    }

    /// <summary>A parser is what calls a parser of the framework. A new one stands above, or below with its reason.</summary>
    [Fact]
    public void Every_parser_is_fuzzed_or_reads_nothing_from_outside()
    {
        var types = Samenkracht.App.Modules.All.Select(module => module.GetType().Assembly).Append(typeof(Id).Assembly).Append(typeof(RefusedException).Assembly).Append(typeof(Samenkracht.Web.Access.SkPage).Assembly)
            .SelectMany(room => room.GetTypes()).Where(type => !type.IsNested && !$"{type.Namespace}".StartsWith("AspNetCore", StringComparison.Ordinal))
            // Every page, with its address, fields and cookies: HostileSiteTests.
            .Where(type => !type.IsSubclassOf(typeof(Microsoft.AspNetCore.Mvc.RazorPages.PageModel)));
        var known = Parsers.Values.SelectMany(parser => parser.Reads).Select(type => type.Name).Concat(Elsewhere.Keys).ToHashSet();

        var parsing = types.Where(type => Calls.Of(type).Any(IsParser)).Select(type => type.Name).Distinct().ToList();

        Assert.True(!parsing.Except(known).Any(), $"Fuzz these, or say why nobody outside writes what they read: {string.Join(", ", parsing.Except(known).Order())}");
        Assert.Empty(Elsewhere.Keys.Except(parsing));
    }

    private static bool IsParser(MethodBase called)
    {
        if (called.DeclaringType is not { } type || $"{type.Assembly.GetName().Name}".StartsWith("Samenkracht", StringComparison.Ordinal)) return false;
        return called.Name is "Parse" or "TryParse" or "ParseExact" or "TryParseExact" or "Unprotect" or "FromBase64String"
            || (type == typeof(JsonSerializer) && called.Name.StartsWith("Deserialize", StringComparison.Ordinal))
            || type == typeof(Utf8JsonReader) || type == typeof(JsonWebTokenHandler)
            || (type == typeof(UTF8Encoding) && called.Name == "GetString");
    }

    private static Address Keyed(Address address)
    {
        Assert.True(address.StreetKey != "" || address.PostcodeKey != "");
        return address;
    }

    private static void Refuses<T>(Action read) where T : Exception
    {
        try { read(); }
        catch (T) { }
    }

    private static byte[] Bytes(Fuzzer fuzz, string good) => fuzz.Chance(3) ? fuzz.Mutate(Encoding.UTF8.GetBytes(good)) : Encoding.UTF8.GetBytes(fuzz.Mutate(good));

    private static void Plan(SourceFile boundaries, SourceFile? figures) => ImportPlan.Of(boundaries, figures, 2022, null, ImportLimits.Standard);

    private static void ScanFiles(Fuzzer fuzz)
    {
        using var folder = new ScanFolder();
        File.WriteAllBytes(folder.Path("units.csv"), Bytes(fuzz, "id,x,y,population,cases,date\na,0,0,100,9,2026-01-31\n\"b\",1,0,100,2,2026-02-01\n"));
        File.WriteAllBytes(folder.Path("sets.csv"), Bytes(fuzz, "set,id\nclub,a\nclub,b\n"));
        Refuses<RefusedException>(() => ScanInput.Read(new ScanRequest { Units = folder.Path("units.csv"), Sets = folder.Path("sets.csv"), Families = [], SpaceTime = fuzz.Chance(2), Options = new() }));
    }

    private static DefaultHttpContext Browser(string cookies) => new()
    {
        RequestServices = new ServiceCollection().AddSingleton(Protection).BuildServiceProvider(),
        Request = { Headers = { Cookie = cookies.Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal) } },
    };

    private static string Token(Fuzzer fuzz)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var claims = $$"""{"iss":"{{Provider.Issuer}}","aud":"{{Provider.ClientId}}","sub":"1","nonce":"nonce","iat":{{now}},"exp":{{now + 300}}}""";
        // A provider that was broken into signs anything; anyone else can only spoil what was signed.
        return fuzz.Chance(4) ? Sign(fuzz.Mutate(claims)) : fuzz.Mutate(Good ??= Sign(claims));
    }

    private static string? Good;

    private static string Sign(string payload)
    {
        var head = $"{Base64UrlEncoder.Encode("""{"alg":"RS256","kid":"1"}""")}.{Base64UrlEncoder.Encode(Encoding.UTF8.GetBytes(payload))}";
        return $"{head}.{Base64UrlEncoder.Encode(Key.Rsa.SignData(Encoding.ASCII.GetBytes(head), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    private static void Discovery(Fuzzer fuzz)
    {
        using var documents = new ProviderDocuments(Provider.Issuer, new HttpClient(new Answering(fuzz.Chance(2) ? fuzz.Mutate(Document) : Document, fuzz.Mutate(Keys))), TimeProvider.System);
        try { documents.Get(default).GetAwaiter().GetResult(); }
        // As Via takes it (an address of its keys that is not https, or none).
        catch (Exception refused) when (refused is ProviderException or IOException or HttpRequestException or InvalidOperationException) { }
    }

    private sealed class Answering(string document, string keys) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage { Content = new StringContent(request.RequestUri!.AbsolutePath.EndsWith("jwks", StringComparison.Ordinal) ? keys : document) });
    }
}
