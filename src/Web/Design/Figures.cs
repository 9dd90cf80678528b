namespace Samenkracht.Web.Design;

/// <summary>Toon: how a part of a figure is coloured. Every part is named in words beside it as well.</summary>
public enum Tone
{
    Direction1 = 1,
    Direction2 = 2,
    Direction3 = 3,
    Direction4 = 4,

    /// <summary>What is simply there, in grey.</summary>
    Muted = 5,

    /// <summary>Agreed but not there yet, striped.</summary>
    Open = 6,
}

/// <summary>Deel van een balk: what it is called and how much of it there is.</summary>
public sealed record BarPart(string Label, decimal Value, Tone Tone);

/// <summary>Netwerkbeeld: one thing in the middle of its links, such as a community and the places where its people live.</summary>
/// <param name="Letter">One or two letters in the circle.</param>
public sealed record NetworkPicture(string Letter, string Hub, IReadOnlyList<NetworkGroup> Groups);

/// <summary>Groep in een netwerkbeeld: a row with its name and its points.</summary>
public sealed record NetworkGroup(string Name, IReadOnlyList<NetworkNode> Nodes);

/// <summary>Punt in een netwerkbeeld.</summary>
/// <param name="Text">In words: "Haverveld: 5 tot 10 huishoudens".</param>
/// <param name="Weight">Above 0 up to 1, relative to the heaviest.</param>
/// <param name="IsLinked">Whether a line leads to it.</param>
public sealed record NetworkNode(string Text, double Weight, bool IsLinked = true);
