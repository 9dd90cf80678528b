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

    /// <summary>Never in the place of a seal further on: that one is the proof that an end was cut off.</summary>
    public async Task Keep(Chains chains, CancellationToken cancel)
    {
        var kept = new Dictionary<string, ChainHead>(Read());
        foreach (var chain in chains.All)
            if (await chain.Head(cancel) is { } head && head.Position > (kept.GetValueOrDefault(chain.Name)?.Position ?? 0)) kept[chain.Name] = head;
        // A reader sees the old file or the new one, never half of it.
        await File.WriteAllTextAsync($"{file}.nieuw", JsonSerializer.Serialize(kept), cancel);
        File.Move($"{file}.nieuw", file, overwrite: true);
    }
}
