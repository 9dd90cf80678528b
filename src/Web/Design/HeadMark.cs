namespace Samenkracht.Web.Design;

/// <summary>Merk: what who works here must know before anything else; stands in the page's head.</summary>
/// <param name="Href">Where the whole of it is told; null where that is here.</param>
public sealed record HeadMark(string Title, string Words, string? Href = null);
