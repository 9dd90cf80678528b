namespace Samenkracht.Support.Letters;

/// <summary>Brief op papier.</summary>
/// <param name="To">Name, and the address where post is safe; null on a screen of the person's own.</param>
internal sealed record LetterOnPaper(Letter Letter, string Sender, string? To);
