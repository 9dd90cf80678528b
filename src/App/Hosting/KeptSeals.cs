using System.Text.Json;
using Samenkracht.Kernel.Logs;

namespace Samenkracht.App.Hosting;

/// <summary>Bewaarde zegels: the last seal of each log, in a file beside the keys. Who has the database but not the key folder cannot cut off the end of a log, or
/// make a chain anew, without <c>verify-log</c> finding it.</summary>
internal sealed class KeptSeals(Deployment deployment)
{
    private readonly string file = deployment.BesideKeys("zegels");

    public IReadOnlyDictionary<string, ChainHead> Read() =>
        File.Exists(file) ? JsonSerializer.Deserialize<Dictionary<string, ChainHead>>(File.ReadAllText(file))! : new Dictionary<string, ChainHead>();

    /// <summary>Only in the place of a seal that the chain still runs through: else that one is the proof that an end was cut off or that the chain was made anew, however far it has grown since.</summary>
    /// <returns>The names of the logs of which that proof is held.</returns>
    public async Task<IReadOnlyList<string>> Keep(Chains chains, CancellationToken cancel)
    {
        var kept = new Dictionary<string, ChainHead>(Read());
        var broken = new List<string>();
        foreach (var chain in chains.All)
            if (kept.TryGetValue(chain.Name, out var last) && !await chain.RunsThrough(last, cancel)) broken.Add(chain.Name);
            else if (await chain.Head(cancel) is { } head) kept[chain.Name] = head;
        // A reader sees the old file or the new one, never half of it.
        await File.WriteAllTextAsync($"{file}.nieuw", JsonSerializer.Serialize(kept), cancel);
        File.Move($"{file}.nieuw", file, overwrite: true);
        return broken;
    }
}
