using Samenkracht.Kernel.Storage;

namespace Samenkracht.Kernel.Records;

/// <summary>Waarde in een kopie: what stands somewhere, with its name on paper and in the file.</summary>
/// <param name="Key">In the JSON, in camelCase and Dutch.</param>
/// <param name="Label">On paper.</param>
/// <param name="Value">A text, a day or an instant; null is left out.</param>
public sealed record CopyValue(string Key, string Label, object? Value);

/// <summary>Onderdeel van een kopie: what one module keeps about someone.</summary>
/// <param name="Key">In the JSON, in camelCase and Dutch.</param>
/// <param name="Words">One sentence for who reads it.</param>
public sealed record CopyPart(string Key, string Title, string Words, IReadOnlyList<IReadOnlyList<CopyValue>> Rows);

/// <summary>Van wie de kopie is, and whose names do not belong in it.</summary>
/// <param name="Account">With which they sign in; null without one.</param>
/// <param name="Others">Names of others at home, whole or a word of them, which are painted over (AVG art. 15, fourth paragraph).</param>
/// <param name="Hidden">Names that must not be found: what holds one is left out as a whole.</param>
public sealed record CopySubject(HouseholdId Household, Guid Person, string Name, AccountId? Account, IReadOnlyList<string> Others, IReadOnlyList<string> Hidden)
{
    private const string Painted = "[naam]";

    private readonly NamesInText others = new(Others);
    private readonly NamesInText hidden = new(Hidden);

    /// <summary>Whether this may stand in the copy at all.</summary>
    public bool MayHold(params IEnumerable<string?> texts) => !texts.Any(text => text is not null && hidden.In(text).Count > 0);

    /// <summary>The text without the names of others.</summary>
    public string? Veil(string? text) => text is null ? null
        : others.In(text).Reverse().Aggregate(text, (left, at) => string.Concat(left.AsSpan(0, at.Start.Value), Painted, left.AsSpan(at.End.Value)));

    /// <summary>Whether a text is about one of the others at home.</summary>
    public bool NamesAnother(string text) => others.In(text).Count > 0;
}

/// <summary>Slot: what a module keeps about someone, for the copy that they may ask for (AVG art. 15 and 20).</summary>
/// <remarks>Asked through the scopes of who makes the copy: it never holds more than that person may see, and less: nothing that is hidden, nothing of others.</remarks>
public interface ICopySource
{
    /// <summary>Place in the copy, low first.</summary>
    int Order { get; }

    Task<IReadOnlyList<CopyPart>> For(Work work, CopySubject whom, CancellationToken cancel);
}
