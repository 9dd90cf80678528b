using System.Text;

namespace Samenkracht.Kernel;

/// <summary>What someone typed, without signs that nobody types: PostgreSQL refuses a NUL, Unicode normalisation throws on half a pair, and a sign that
/// turns the order of what follows makes a name read as another one.</summary>
public static class PlainText
{
    public static string Of(string text)
    {
        // Half a pair reads as the sign that stands for it, and must become that sign.
        if (!text.Any(char.IsSurrogate) && text.EnumerateRunes().All(IsPlain)) return text;
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (IsPlain(rune)) plain.Append(rune);
        return plain.ToString();
    }

    // Half a surrogate pair is enumerated as U+FFFD, the sign that stands for it on screen as well.
    private static bool IsPlain(Rune rune) => rune.Value switch
    {
        '\t' or '\n' or '\r' => true,
        >= 0x202A and <= 0x202E or >= 0x2066 and <= 0x2069 => false,
        >= 0xFDD0 and <= 0xFDEF => false,
        _ => !Rune.IsControl(rune) && (rune.Value & 0xFFFE) != 0xFFFE,
    };
}
