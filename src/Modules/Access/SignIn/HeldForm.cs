using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Samenkracht.Access.SignIn;

/// <summary>Bewaarde tekst: a form that arrived after its sign-in expired. It travels back in the page itself, encrypted; never stored, never in a URL
/// (docs/adr/0005).</summary>
/// <param name="Url">The page it was for.</param>
/// <param name="Fields">What was typed, in order; files, passwords and the form's token left out.</param>
internal sealed record HeldForm(string Url, IReadOnlyList<HeldField> Fields)
{
    /// <summary>In characters, names and values together: far above any form about people.</summary>
    public const int MostText = 200_000;

    private const string Token = "__RequestVerificationToken";
    private static readonly TimeSpan Kept = TimeSpan.FromHours(8);

    /// <summary>What can be held of a request; null when there is nothing or too much.</summary>
    public static HeldForm? From(HttpRequest request, string url)
    {
        if (!request.HasFormContentType) return null;
        var fields = request.Form.Where(f => f.Key != Token && !f.Key.Contains("Password", StringComparison.OrdinalIgnoreCase))
            .SelectMany(f => f.Value, (f, value) => new HeldField(f.Key, value ?? "")).ToList();
        return fields.Count > 0 && fields.Sum(f => f.Name.Length + f.Value.Length) <= MostText ? new HeldForm(url, fields) : null;
    }

    public string Close(IDataProtectionProvider protection) => Protector(protection).Protect(JsonSerializer.Serialize(this), Kept);

    public static HeldForm? Open(string? text, IDataProtectionProvider protection)
    {
        if (string.IsNullOrEmpty(text)) return null;
        try
        {
            return JsonSerializer.Deserialize<HeldForm>(Protector(protection).Unprotect(text));
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    private static ITimeLimitedDataProtector Protector(IDataProtectionProvider protection) =>
        protection.CreateProtector("Samenkracht.Access.HeldForm").ToTimeLimitedDataProtector();
}

/// <summary>One field of a held form.</summary>
internal sealed record HeldField(string Name, string Value)
{
    /// <summary>Words someone typed, worth showing; not a choice, an id or a version.</summary>
    public bool IsProse => Value.Length > 3 && Value.Contains(' ');
}
