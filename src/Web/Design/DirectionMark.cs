namespace Samenkracht.Web.Design;

/// <summary>Kijkrichting: the number of one of the four directions, as the tags take it. Zero is none.</summary>
public readonly record struct DirectionMark(int Number)
{
    public bool IsNone => Number == 0;

    public string Name => Number switch
    {
        1 => "In het persoonlijke leven",
        2 => "Tussen de regels",
        3 => "In de wijk en in gemeenschappen",
        4 => "Aan de beleidstafel en andere tafels",
        _ => "",
    };

    /// <summary>The class that carries the direction's colours, or nothing.</summary>
    public string Css => IsNone ? "" : $"sk-direction-{Number}";

    public static implicit operator DirectionMark(int number) => number is >= 0 and <= 4
        ? new(number)
        : throw new ArgumentOutOfRangeException(nameof(number), number, "There are four directions.");

    public static DirectionMark FromInt32(int number) => number;
}
