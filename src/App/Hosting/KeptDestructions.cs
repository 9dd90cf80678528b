using System.Text.Json;
using System.Text.Json.Serialization;
using Samenkracht.Records.Contract;

namespace Samenkracht.App.Hosting;

/// <summary>Bewaarde vernietigingen: what was destroyed, by ids and days, in a file beside the keys. A backup from before holds it still; by this file it goes again (docs/adr/0089).</summary>
internal sealed class KeptDestructions(Deployment deployment, Forgetting forgetting, ILogger<KeptDestructions> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);
    private static readonly JsonSerializerOptions Format = new() { Converters = { new JsonStringEnumConverter() }, WriteIndented = true };

    public static string FileOf(Deployment deployment) => deployment.BesideKeys("vernietigd");

    /// <exception cref="RefusedException">It is no such list.</exception>
    public static IReadOnlyList<Destroyed> Read(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<List<Destroyed>>(File.ReadAllText(file), Format) ?? [];
        }
        catch (Exception unread) when (unread is JsonException or NotSupportedException or IOException or UnauthorizedAccessException)
        {
            throw new RefusedException($"{file} is geen lijst van vernietigde dossiers: {unread.Message}");
        }
    }

    /// <summary>Adds what went since. Nothing is ever taken off: that is what the file is for.</summary>
    public static async Task Keep(Deployment deployment, Forgetting forgetting, CancellationToken cancel)
    {
        var file = FileOf(deployment);
        var kept = File.Exists(file) ? Read(file) : [];
        var known = kept.Select(gone => gone.Line).ToHashSet();
        var since = (await forgetting.Done(cancel)).Where(gone => !known.Contains(gone.Line)).ToList();
        if (since.Count == 0) return;
        // A reader sees the old file or the new one, never half of it.
        await File.WriteAllTextAsync($"{file}.nieuw", JsonSerializer.Serialize(kept.Concat(since), Format), cancel);
        File.Move($"{file}.nieuw", file, overwrite: true);
    }

    /// <exception cref="RefusedException">This database is a backup that was put back: people stand in it again who were destroyed.</exception>
    public static async Task RefuseWhatCameBack(Deployment deployment, Forgetting forgetting, CancellationToken cancel)
    {
        if (File.Exists(FileOf(deployment)) && await forgetting.Back(Read(FileOf(deployment)), cancel) is { Count: > 0 } back)
            throw new RefusedException($"Deze database is ouder dan de laatste vernietiging. {(back.Count == 1 ? "1 dossier dat" : $"{back.Count} dossiers die")} al weg was, staat er weer in. Draai eerst: ./samenkracht forget-again");
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (deployment.IsDemo) return;
        using var tick = new PeriodicTimer(Pause);
        do
        {
            try
            {
                await Keep(deployment, forgetting, stoppingToken);
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                // What went stays in the database; the next tick writes it down.
                log.LogError(failed, "The list of what was destroyed could not be kept beside the keys.");
            }
        }
        while (await tick.WaitForNextTickAsync(stoppingToken));
    }
}
