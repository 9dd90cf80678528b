using System.Text;

namespace Samenkracht.Tests.Security;

/// <summary>Makes bad input of good, the same from the same seed.</summary>
internal sealed class Fuzzer(int seed)
{
    private static readonly string[] Hostile =
    [
        "\0", "\uFFFE", "\uD800", "\u202E", "\uFEFF", "\u00A0", "\u0661", "\u0130", "🙂", "e\u0301", "-1", "0", "99999999999999999999", "1e999", "NaN", "-0.0", "1,5", "\"", "\"\"", "'", ",", ";", "\t", "\r\n", "\n",
        "{", "}", "[[[[[[[[", "]", ":", "null", "true", "\\u0000", "\\ud800", "%00", "%", "<script>", "' OR 1=1 --", "../../", "http://", "//evil.test", ".", "..", "=", "&", "+", "==", "A", "٣٤", new('x', 3000), new('9', 400), new(',', 500),
    ];

    private readonly Random random = new(seed);

    public int Seed => seed;

    public bool Chance(int oneIn) => random.Next(oneIn) == 0;

    public T Of<T>(IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    /// <summary>Signs of any kind, in any order.</summary>
    public string Noise()
    {
        var text = new StringBuilder();
        for (var left = random.Next(1, 12); left > 0; left--) text.Append(Chance(2) ? Of(Hostile) : ((char)random.Next(0x20, 0x2FF)).ToString());
        return text.ToString();
    }

    /// <summary>Something good with one to four things wrong with it.</summary>
    public string Mutate(string good)
    {
        var text = new StringBuilder(good);
        for (var left = random.Next(1, 5); left > 0; left--) Spoil(text);
        return text.ToString();
    }

    public byte[] Mutate(byte[] good)
    {
        var bytes = good.ToArray();
        for (var left = random.Next(1, 6); left > 0 && bytes.Length > 0; left--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return Chance(3) ? bytes[..random.Next(bytes.Length + 1)] : bytes;
    }

    private void Spoil(StringBuilder text)
    {
        var (at, length) = (random.Next(text.Length + 1), text.Length);
        switch (random.Next(6))
        {
            case 0: text.Insert(at, Of(Hostile)); break;
            case 1 when length > 0: text.Remove(random.Next(length), 1); break;
            case 2 when length > 0: text[random.Next(length)] = (char)random.Next(1, 0x250); break;
            case 3: text.Remove(at, length - at); break;
            case 4 when length is > 0 and < 5000: text.Insert(at, text.ToString(at / 2, length - (at / 2))); break;
            default: text.Append(Of(Hostile)); break;
        }
    }
}
