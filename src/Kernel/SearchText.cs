using System.Globalization;
using System.Text;

namespace Samenkracht.Kernel;

/// <summary>One form of a text for comparing on both databases: lower case, no accents, single spaces.</summary>
public static class SearchText
{
    public static string Of(string? text)
    {
        var plain = new StringBuilder();
        foreach (var c in PlainText.Of(text ?? "").Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            var next = char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ';
            if (next != ' ' || (plain.Length > 0 && plain[^1] != ' ')) plain.Append(next);
        }
        return plain.ToString().TrimEnd();
    }
}
