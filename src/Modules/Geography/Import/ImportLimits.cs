namespace Samenkracht.Geography.Import;

/// <summary>
/// What an import accepts at most. All Dutch municipalities, wijken and buurten together are about 18,500 areas; a file beyond
/// these bounds is not a CBS file, and reading on would only take the machine's memory.
/// </summary>
sealed record ImportLimits
{
    public static readonly ImportLimits Standard = new();

    public long FileBytes { get; init; } = 256L << 20;
    public int Rows { get; init; } = 25_000;
    public int Columns { get; init; } = 400;
    public int Vertices { get; init; } = 6_000_000;
    public int NameLength { get; init; } = 100;
    public int FigureKeyLength { get; init; } = 80;
}
