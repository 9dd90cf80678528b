namespace Samenkracht.Support.Letters;

/// <summary>Brief op papier.</summary>
/// <param name="To">Name, and the address where post is safe; null on a screen of the person's own.</param>
/// <param name="TitleAbove">The page says the subject already: here it is for paper.</param>
internal sealed record LetterOnPaper(Letter Letter, string Sender, string? To, bool TitleAbove = true);
