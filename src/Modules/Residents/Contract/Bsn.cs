using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Identify;
using Samenkracht.Residents.People;

namespace Samenkracht.Residents.Contract;

/// <summary>Burgerservicenummer: nine digits that pass the eleven test. Written out as words it is masked, so that it reaches no log by accident.</summary>
public readonly record struct Bsn
{
    private const int Length = 9;
    private const int Shown = 4;

    private Bsn(string digits) => Digits = digits;

    internal string Digits { get; }

    /// <summary>"***** 0021"</summary>
    public string Masked => $"***** {Digits[^Shown..]}";

    /// <summary>As someone typed it; dots and spaces do not matter.</summary>
    public static bool TryParse(string? text, out Bsn bsn)
    {
        var digits = (text ?? "").Replace(" ", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal);
        var good = digits.Length == Length && digits.All(char.IsAsciiDigit) && digits.Any(d => d != '0') && PassesEleven(digits);
        bsn = good ? new(digits) : default;
        return good;
    }

    public override string ToString() => Digits is null ? "" : Masked;

    // 9, 8, … 2 times the digits, and minus the last.
    private static bool PassesEleven(string digits) =>
        (Enumerable.Range(0, Length - 1).Sum(i => (Length - i) * (digits[i] - '0')) - (digits[^1] - '0')) % 11 == 0;
}

public static class BsnQueries
{
    extension(Work work)
    {
        /// <summary>The person with this number among those the actor may see; for signing in by DigiD, as the system. Null when there is none, and
        /// when there are two: then nobody is let in.</summary>
        public async Task<PersonId?> PersonWithBsn(Bsn bsn, CancellationToken cancel = default)
        {
            var found = new List<PersonId>();
            foreach (var hash in PersonBsn.Hashes(work, bsn))
                found.AddRange(await work.Query<Person>().Where(p => p.BsnHash == hash).Select(p => p.Id).Take(2).ToListAsync(cancel));
            return found.Count == 1 ? found[0] : null;
        }
    }
}
