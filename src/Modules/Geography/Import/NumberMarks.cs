using System.Globalization;
using System.Text.RegularExpressions;

namespace Samenkracht.Geography.Import;

/// <summary>How a file writes its numbers: which mark is the decimal one. Decided over the whole file, because "1.234" alone can be both.</summary>
sealed partial class NumberMarks
{
    public static readonly NumberMarks Point = new('.', ',');
    public static readonly NumberMarks Comma = new(',', '.');

    readonly NumberFormatInfo format;
    readonly char group;

    NumberMarks(char point, char group)
    {
        this.group = group;
        format = new NumberFormatInfo { NumberDecimalSeparator = point.ToString(), NumberGroupSeparator = group.ToString() };
    }

    /// <summary>
    /// The marks that fit all the numbers of a file, or null when no choice fits ("1,5" and "1.5" side by side).
    /// A file without any decimal is read with a point, so that "1,234" is grouped and "1.234" a fraction, as CBS writes.
    /// </summary>
    public static NumberMarks? Detect(IEnumerable<string> cells)
    {
        var (comma, point) = (false, false);
        foreach (var cell in cells)
        {
            comma |= cell.Contains(',', StringComparison.Ordinal) && DecimalComma().IsMatch(cell);
            point |= cell.Contains('.', StringComparison.Ordinal) && DecimalPoint().IsMatch(cell);
        }

        return (comma, point) switch { (true, true) => null, (true, false) => Comma, _ => Point };
    }

    /// <summary>False when the text is no number here. A number with groups must be grouped by three.</summary>
    public bool TryRead(string text, out double number)
    {
        number = 0;
        if (text.Contains(group, StringComparison.Ordinal) && !(group == ',' ? CommaGroups() : PointGroups()).IsMatch(text))
            return false;
        return double.TryParse(text, NumberStyles.Float | NumberStyles.AllowThousands, format, out number) && double.IsFinite(number);
    }

    // Unmistakable decimals only: three digits after one mark could also be thousands.
    [GeneratedRegex(@"^-?(\d+,(\d{1,2}|\d{4,})|\d{1,3}(\.\d{3})+,\d+|0\d*,\d+|\d{4,},\d+)$")]
    private static partial Regex DecimalComma();

    [GeneratedRegex(@"^-?(\d+\.(\d{1,2}|\d{4,})|\d{1,3}(,\d{3})+\.\d+|0\d*\.\d+|\d{4,}\.\d+)$")]
    private static partial Regex DecimalPoint();

    [GeneratedRegex(@"^-?\d{1,3}(,\d{3})+(\.\d+)?$")]
    private static partial Regex CommaGroups();

    [GeneratedRegex(@"^-?\d{1,3}(\.\d{3})+(,\d+)?$")]
    private static partial Regex PointGroups();
}
