using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Logs;

namespace Samenkracht.Kernel.Journal;

/// <summary>Journaalregel: one change, with who, when, what for and an encrypted payload. Lines are only ever added; the database refuses the rest.</summary>
public sealed class JournalLine : LogLine, ILogged
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    private JournalLine() { }

    public string Kind { get; private set; } = "";
    public Purpose Purpose { get; private set; }
    public Law? Law { get; private set; }
    public Role ActorRole { get; private set; }
    public AccountId? Account { get; private set; }
    public OrganisationId? Organisation { get; private set; }
    public HouseholdId? Household { get; private set; }
    public Guid Subject { get; private set; }
    public byte[]? Payload { get; private set; }

    internal static JournalLine Write(Because because, Guid subject, HouseholdId? household, object? payload, byte[] key)
    {
        var line = new JournalLine
        {
            At = because.At,
            Kind = because.Kind.Code,
            Purpose = because.Purpose,
            Law = because.Law,
            ActorRole = because.Actor.Role,
            Account = because.Actor.Account,
            Organisation = because.Actor.Organisation,
            Household = household,
            Subject = subject,
        };
        if (payload is not null || because.Reason is not null)
            line.Payload = Encrypt(JsonSerializer.SerializeToUtf8Bytes(new { reason = because.Reason, change = payload }), key, line.Binding());
        return line;
    }

    /// <summary>The payload as JSON; null when there is none or when the household's key was destroyed.</summary>
    internal JsonElement? Read(byte[]? key)
    {
        if (Payload is null || key is null) return null;
        var plain = new byte[Payload.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        try
        {
            aes.Decrypt(Payload.AsSpan(0, NonceBytes), Payload.AsSpan(NonceBytes + TagBytes), Payload.AsSpan(NonceBytes, TagBytes), plain, Binding());
        }
        catch (AuthenticationTagMismatchException)
        {
            // Its key was destroyed, and later lines have a new one. That nobody changed the line is what the chain is for.
            return null;
        }
        return JsonSerializer.Deserialize<JsonElement>(plain);
    }

    static IReadOnlyList<string> ILogged.Columns { get; } =
        [nameof(Kind), nameof(Purpose), nameof(Law), nameof(ActorRole), nameof(Account), nameof(Organisation), nameof(Household), nameof(Subject), nameof(Payload)];

    // A payload belongs to its line: moved to another, it no longer opens.
    private byte[] Binding() => Encoding.UTF8.GetBytes($"{Kind}|{Household?.Text()}|{Subject:N}");

    private static byte[] Encrypt(byte[] plain, byte[] key, byte[] binding)
    {
        var sealedBytes = new byte[NonceBytes + TagBytes + plain.Length];
        RandomNumberGenerator.Fill(sealedBytes.AsSpan(0, NonceBytes));
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(sealedBytes.AsSpan(0, NonceBytes), plain, sealedBytes.AsSpan(NonceBytes + TagBytes), sealedBytes.AsSpan(NonceBytes, TagBytes), binding);
        return sealedBytes;
    }
}
