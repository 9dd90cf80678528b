namespace Samenkracht.Kernel.Logs;

/// <summary>Alle ketens: the journal, the log of looks and the processing log.</summary>
public sealed class Chains(IEnumerable<Chain> chains)
{
    public IReadOnlyList<Chain> All { get; } = [.. chains];

    public async Task<int> Seal(CancellationToken cancel = default)
    {
        var count = 0;
        foreach (var chain in All) count += await chain.Seal(cancel);
        return count;
    }

    /// <param name="kept">The last seals as they were kept outside the database, by the chain's name.</param>
    public async Task<IReadOnlyList<ChainVerdict>> Verify(IReadOnlyDictionary<string, ChainHead>? kept = null, CancellationToken cancel = default)
    {
        var verdicts = new List<ChainVerdict>();
        foreach (var chain in All) verdicts.Add(await chain.Verify(kept?.GetValueOrDefault(chain.Name), cancel));
        return verdicts;
    }
}
