using System.Security.Cryptography;

namespace Samenkracht.Signals;

/// <summary>Code van de melder: a random reference to name the signal by, and a secret to read its feedback with.</summary>
/// <remarks>The 23 characters leave out vowels (no words) and what looks alike (0 O, 1 I L, 2 Z, 5 S, 6 G, 8 B keep one of the two).
/// 23 is prime, so the reference's last character finds every single typing error and every two characters swapped.</remarks>
internal sealed record SignalCode(string Reference, string Secret)
{
    private const string Alphabet = "23456789CDFHJKMNPQRTVWX";
    private const int ReferenceLength = 8;
    private const int SecretLength = 12;
    // The secret has 54 random bits of its own, so that a moderate number of rounds puts guessing from a stolen database out of reach.
    private const int Rounds = 10_000;

    public static SignalCode New()
    {
        var reference = RandomNumberGenerator.GetString(Alphabet, ReferenceLength - 1);
        return new(reference + CheckOf(reference), RandomNumberGenerator.GetString(Alphabet, SecretLength));
    }

    /// <summary>As people read it aloud: "K7F4-3QM9".</summary>
    public static string Show(string code) => string.Join('-', code.Chunk(4).Select(four => new string(four)));

    /// <summary>What someone typed, in one form: capitals, without dashes and spaces.</summary>
    public static string Read(string? typed) => string.Concat((typed ?? "").Where(char.IsLetterOrDigit)).ToUpperInvariant();

    /// <summary>Whether this can be a reference at all; a typing error is told without looking in the database.</summary>
    public static bool IsReference(string reference) =>
        reference.Length == ReferenceLength && reference.All(c => Alphabet.Contains(c)) && CheckOf(reference[..^1]) == reference[^1];

    public byte[] Hash(Guid salt) => Hash(Secret, salt);

    public static bool Matches(string secret, Guid salt, byte[] hash) => CryptographicOperations.FixedTimeEquals(Hash(secret, salt), hash);

    private static byte[] Hash(string secret, Guid salt) =>
        Rfc2898DeriveBytes.Pbkdf2(secret, salt.ToByteArray(), Rounds, HashAlgorithmName.SHA256, 32);

    private static char CheckOf(string body) => Alphabet[body.Select((c, i) => Alphabet.IndexOf(c) * (i + 2)).Sum() % Alphabet.Length];
}
