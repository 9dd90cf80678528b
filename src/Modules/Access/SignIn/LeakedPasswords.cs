using System.Security.Cryptography;
using System.Text;

namespace Samenkracht.Access.SignIn;

/// <summary>Gelekte wachtwoorden: a file on this machine with a SHA-1 hash per line, in order, as the public lists have it ("HASH" or "HASH:times"). No password leaves the machine.</summary>
internal sealed class LeakedPasswords(string path)
{
    private const int HashLength = 40;

    public static LeakedPasswords? At(string? path) => string.IsNullOrWhiteSpace(path) ? null : new(path);

    /// <summary>Looked up by halving the file, which may be tens of gigabytes.</summary>
    /// <exception cref="IOException">The file that was configured is not there: nobody sets a password until it is, or the setting goes.</exception>
    public bool Holds(string password)
    {
        // The list is made so; nothing is kept by it.
#pragma warning disable CA5350
        var wanted = Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(password)));
#pragma warning restore CA5350
        using var file = File.OpenRead(path);
        var (low, high) = (0L, file.Length);
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            var (start, line) = LineAfter(file, middle == 0 ? 0 : middle, low);
            if (line is null || start >= high)
            {
                high = middle;
                continue;
            }
            var compared = string.CompareOrdinal(line.Length < HashLength ? line : line[..HashLength].ToUpperInvariant(), wanted);
            if (compared == 0) return true;
            if (compared < 0) low = start + line.Length + 1;
            else high = middle;
        }
        return false;
    }

    // The first whole line from here on; the one at the lower bound is whole by itself.
    private static (long Start, string? Line) LineAfter(FileStream file, long from, long low)
    {
        file.Position = from;
        if (from > low)
        {
            // Where a line begins exactly here, it is this one.
            file.Position = from - 1;
            int skipped;
            while ((skipped = file.ReadByte()) is not ('\n' or -1)) { }
            if (skipped == -1) return (file.Length, null);
        }
        var (start, line) = (file.Position, new StringBuilder());
        int read;
        while ((read = file.ReadByte()) is not ('\n' or -1)) line.Append((char)read);
        return (start, line.Length == 0 && read == -1 ? null : line.ToString());
    }
}
