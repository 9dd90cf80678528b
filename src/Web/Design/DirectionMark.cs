using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;

namespace Samenkracht.Web.Design;

/// <summary>Kijkrichting, as the tags take it: a <see cref="Direction"/>, or its number where a page names it (<c>direction="3"</c>). Default is none.</summary>
public readonly record struct DirectionMark(Direction? Direction)
{
    public bool IsNone => Direction is null;

    public string Name => Direction?.Label() ?? "";

    /// <summary>The class that carries the direction's colours, or nothing.</summary>
    public string Css => Direction is { } direction ? $"sk-direction-{(int)direction}" : "";

    public static implicit operator DirectionMark(Direction direction) => new(direction);

    public static implicit operator DirectionMark(Direction? direction) => new(direction);

    public static implicit operator DirectionMark(int number) => number is >= 1 and <= 4
        ? new((Direction)number)
        : throw new ArgumentOutOfRangeException(nameof(number), number, "There are four directions.");
}
