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
