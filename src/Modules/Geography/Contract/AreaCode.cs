using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Samenkracht.Geography.Contract;

/// <summary>
/// Gebiedscode: the code CBS gives an area. The form says what it is: GM and 4 digits is a municipality, WK and 6 a wijk,
/// BU and 8 a buurt. A code holds the code of what it lies in, so the parent is known without looking it up.
/// </summary>
[JsonConverter(typeof(AsText))]
public readonly record struct AreaCode
{
    readonly string? value;

    AreaCode(string value) => this.value = value;

    /// <summary>Two letters and 4, 6 or 8 digits, for example "WK040206".</summary>
    public string Value => value ?? throw new InvalidOperationException("An area code that was never given a value.");

    public AreaKind Kind => Value[0] switch { 'G' => AreaKind.Municipality, 'W' => AreaKind.Wijk, _ => AreaKind.Buurt };

    /// <summary>The municipality this area lies in; a municipality lies in itself.</summary>
    public AreaCode Municipality => new("GM" + Value[2..6]);

    /// <summary>The wijk of a buurt, the municipality of a wijk. Whether that area is in the database is another question.</summary>
    public AreaCode? Parent => Kind switch
    {
        AreaKind.Buurt => new AreaCode("WK" + Value[2..8]),
        AreaKind.Wijk => Municipality,
        _ => null,
    };

    /// <summary>An area of the demo municipality: CBS gives no municipality the number 9999.</summary>
    public bool IsFictional => Value.AsSpan(2, 4) is "9999";

    /// <summary>Reads a code whatever its case or the spaces around it; throws when it has not the form of one.</summary>
    public static AreaCode Parse(string text) =>
        TryParse(text, out var code) ? code : throw new FormatException($"'{text}' has not the form of a CBS area code.");

    public static bool TryParse([NotNullWhen(true)] string? text, out AreaCode code)
    {
        var trimmed = text.AsSpan().Trim();
        var known = trimmed.Length is 6 or 8 or 10
            && trimmed.StartsWith(PrefixFor(trimmed.Length), StringComparison.OrdinalIgnoreCase)
            && !trimmed[2..].ContainsAnyExceptInRange('0', '9');
        code = known ? new AreaCode(trimmed.ToString().ToUpperInvariant()) : default;
        return known;
    }

    public override string ToString() => value ?? "";

    static string PrefixFor(int length) => length switch { 6 => "GM", 8 => "WK", _ => "BU" };

    sealed class AsText : JsonConverter<AreaCode>
    {
        public override AreaCode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TryParse(reader.GetString(), out var code) ? code : throw new JsonException("Not an area code.");

        public override void Write(Utf8JsonWriter writer, AreaCode value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }
}
