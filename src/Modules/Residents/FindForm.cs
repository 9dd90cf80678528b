using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Keys;

namespace Samenkracht.Residents;

/// <summary>Vindvorm: the form in which a household and its people are found. Of who is hidden it cannot be read (docs/adr/0088): keyed hashes, of each word for who may search
/// there, and of the whole name or address for the blind comparison.</summary>
internal sealed record FindForm(Secrets Secrets, SafetyMark Safety, bool Secrecy)
{
    private const string Place = "residents.found";

    // In a list behind the others, in an order of its own.
    private const string Behind = "zz ";

    public bool IsHidden => Safety == SafetyMark.Shielded || Secrecy;

    public static FindForm Of(Household household, Secrets secrets) => new(secrets, household.Safety, household.Secrecy);

    public FindForm For(SafetyMark person) => person == SafetyMark.Shielded ? this with { Safety = person } : this;

    public string Words(string text) => IsHidden ? Behind + Secrets.WordIndex(text, Place) : SearchText.Of(text);

    public string? Key(string? whole) => !IsHidden || whole is null ? whole : Text(Secrets.Hash(whole, Place));

    /// <summary>A word that someone seeks, as it stands in <see cref="Words"/> of who is hidden.</summary>
    public static string Word(Secrets secrets, string word) => secrets.WordIndex(word, Place);

    /// <summary>Whole names and addresses as they are kept of who is hidden, under every key.</summary>
    public static string[] Keys(Secrets secrets, IEnumerable<string> wholes) => [.. wholes.SelectMany(whole => secrets.Hashes(whole, Place)).Select(Text)];

    private static string Text(byte[] hash) => Convert.ToHexStringLower(hash);
}
