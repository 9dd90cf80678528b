using System.Globalization;
using System.Net;
using System.Text;

namespace Samenkracht.Access.SignIn;

/// <summary>QR-code: a text as a picture for a phone (ISO/IEC 18004: bytes, error correction L, versions 1 to 10, one fixed mask).</summary>
internal static class QrCode
{
    private const int Quiet = 4;

    /// <summary>An SVG picture; empty when the text is too long, and then the key in words is what remains.</summary>
    public static string Svg(string text, string label)
    {
        if (QrSymbol.Of(text) is not { } symbol) return "";
        var path = new StringBuilder();
        for (var y = 0; y < symbol.Size; y++)
            for (var x = 0; x < symbol.Size; x++)
                if (symbol.IsDark(x, y)) path.Append(CultureInfo.InvariantCulture, $"M{x + Quiet} {y + Quiet}h1v1h-1z");
        var side = symbol.Size + 2 * Quiet;
        return $"""
            <svg class="sk-qr" role="img" aria-label="{WebUtility.HtmlEncode(label)}" viewBox="0 0 {side} {side}" width="240" height="240" shape-rendering="crispEdges"><rect width="{side}" height="{side}" fill="#fff"/><path d="{path}" fill="#000"/></svg>
            """;
    }
}

/// <summary>The squares of a QR code.</summary>
internal sealed class QrSymbol
{
    // By version, from 1: all codewords, error correction codewords per block, blocks.
    private static readonly (int All, int Check, int Blocks)[] Versions =
        [(26, 7, 1), (44, 10, 1), (70, 15, 1), (100, 20, 1), (134, 26, 1), (172, 18, 2), (196, 20, 2), (242, 24, 2), (292, 30, 2), (346, 18, 4)];

    private readonly int version;
    private readonly bool[,] dark;
    private readonly bool[,] fixedSquare;

    private QrSymbol(int version, byte[] codewords)
    {
        this.version = version;
        Size = 17 + 4 * version;
        (dark, fixedSquare) = (new bool[Size, Size], new bool[Size, Size]);
        DrawPatterns();
        DrawFormat();
        DrawCodewords(codewords);
    }

    public int Size { get; }

    public bool IsDark(int x, int y) => dark[x, y];

    public static QrSymbol? Of(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var version = 1; version <= Versions.Length; version++)
        {
            var (all, check, blocks) = Versions[version - 1];
            var room = all - check * blocks;
            if (bytes.Length + (version < 10 ? 2 : 3) <= room) return new QrSymbol(version, Interleave(Data(bytes, version, room), check, blocks));
        }
        return null;
    }

    // Mode 4 (bytes), the length, the bytes, a terminator, and padding.
    private static byte[] Data(byte[] bytes, int version, int room)
    {
        var bits = new List<bool>();
        Put(4, 4);
        Put(bytes.Length, version < 10 ? 8 : 16);
        foreach (var b in bytes) Put(b, 8);
        Put(0, Math.Min(4, room * 8 - bits.Count));
        while (bits.Count % 8 != 0) bits.Add(false);
        for (var pad = 0; bits.Count < room * 8; pad++) Put(pad % 2 == 0 ? 0xEC : 0x11, 8);
        return [.. bits.Chunk(8).Select(eight => eight.Aggregate((byte)0, (sum, bit) => (byte)(sum << 1 | (bit ? 1 : 0))))];

        void Put(int value, int count)
        {
            for (var i = count - 1; i >= 0; i--) bits.Add((value >> i & 1) == 1);
        }
    }

    // Short blocks come first; the codewords of all blocks take turns.
    private static byte[] Interleave(byte[] data, int check, int blocks)
    {
        var generator = ReedSolomon.Generator(check);
        var shortLength = data.Length / blocks;
        var shortBlocks = blocks - data.Length % blocks;
        var parts = new List<byte[]>();
        for (int i = 0, from = 0; i < blocks; i++)
        {
            var length = shortLength + (i < shortBlocks ? 0 : 1);
            parts.Add(data[from..(from + length)]);
            from += length;
        }
        var checks = parts.ConvertAll(part => ReedSolomon.Remainder(part, generator));
        var woven = Enumerable.Range(0, shortLength + 1).SelectMany(i => parts.Where(p => i < p.Length).Select(p => p[i]));
        return [.. woven, .. Enumerable.Range(0, check).SelectMany(i => checks.Select(c => c[i]))];
    }

    private void DrawPatterns()
    {
        for (var i = 0; i < Size; i++)
        {
            Fix(6, i, i % 2 == 0);
            Fix(i, 6, i % 2 == 0);
        }
        Rings(3, 3, 4);
        Rings(Size - 4, 3, 4);
        Rings(3, Size - 4, 4);
        int[] places = version == 1 ? [] : version < 7 ? [6, Size - 7] : [6, (Size - 1) / 2, Size - 7];
        foreach (var x in places)
            foreach (var y in places)
                if (!((x == 6 && y == 6) || (x == 6 && y == Size - 7) || (x == Size - 7 && y == 6))) Rings(x, y, 2);
    }

    // A finder pattern (radius 4, with its light edge) or an alignment pattern (radius 2).
    private void Rings(int centreX, int centreY, int radius)
    {
        for (var dy = -radius; dy <= radius; dy++)
            for (var dx = -radius; dx <= radius; dx++)
            {
                var (x, y, ring) = (centreX + dx, centreY + dy, Math.Max(Math.Abs(dx), Math.Abs(dy)));
                if (x >= 0 && y >= 0 && x < Size && y < Size) Fix(x, y, radius == 4 ? ring is not (2 or 4) : ring != 1);
            }
    }

    // Level L, mask 0, with their check bits; from version 7 the version too.
    private void DrawFormat()
    {
        const int format = 0b01 << 3;
        var bits = (format << 10 | Remainder(format, 10, 0x537)) ^ 0x5412;
        for (var i = 0; i < 15; i++)
        {
            var bit = (bits >> i & 1) == 1;
            Fix(8, i < 6 ? i : i < 8 ? i + 1 : Size - 15 + i, bit);
            Fix(i < 8 ? Size - 1 - i : i == 8 ? 7 : 14 - i, 8, bit);
        }
        Fix(8, Size - 8, true);
        if (version < 7) return;
        bits = version << 12 | Remainder(version, 12, 0x1F25);
        for (var i = 0; i < 18; i++)
        {
            var (a, b, bit) = (Size - 11 + i % 3, i / 3, (bits >> i & 1) == 1);
            Fix(a, b, bit);
            Fix(b, a, bit);
        }
    }

    // Two columns at a time, up and down, from the right; the column of the timing pattern is skipped.
    private void DrawCodewords(byte[] codewords)
    {
        var i = 0;
        for (var right = Size - 1; right > 0; right -= 2)
        {
            if (right == 6) right = 5;
            for (var step = 0; step < Size; step++)
                for (var x = right; x > right - 2; x--)
                {
                    var y = (right + 1 & 2) == 0 ? Size - 1 - step : step;
                    if (fixedSquare[x, y]) continue;
                    var bit = i < codewords.Length * 8 && (codewords[i / 8] >> (7 - i % 8) & 1) == 1;
                    dark[x, y] = bit ^ (x + y) % 2 == 0;
                    i++;
                }
        }
    }

    private void Fix(int x, int y, bool isDark) => (dark[x, y], fixedSquare[x, y]) = (isDark, true);

    private static int Remainder(int value, int degree, int polynomial)
    {
        var rest = value;
        for (var i = 0; i < degree; i++) rest = rest << 1 ^ (rest >> (degree - 1)) * polynomial;
        return rest;
    }
}

/// <summary>Error correction over GF(256) with the polynomial 0x11D.</summary>
internal static class ReedSolomon
{
    public static byte[] Generator(int degree)
    {
        var result = new byte[degree];
        result[^1] = 1;
        byte root = 1;
        for (var i = 0; i < degree; i++)
        {
            for (var j = 0; j < degree; j++) result[j] = (byte)(Multiply(result[j], root) ^ (j + 1 < degree ? result[j + 1] : 0));
            root = Multiply(root, 2);
        }
        return result;
    }

    public static byte[] Remainder(byte[] data, byte[] generator)
    {
        var rest = new byte[generator.Length];
        foreach (var b in data)
        {
            var factor = (byte)(b ^ rest[0]);
            Array.Copy(rest, 1, rest, 0, rest.Length - 1);
            rest[^1] = 0;
            for (var i = 0; i < rest.Length; i++) rest[i] ^= Multiply(generator[i], factor);
        }
        return rest;
    }

    private static byte Multiply(byte a, byte b)
    {
        var product = 0;
        for (var i = 7; i >= 0; i--) product = product << 1 ^ (product >> 7) * 0x11D ^ (b >> i & 1) * a;
        return (byte)product;
    }
}
