using Samenkracht.Kernel;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Insight.Scanning;

internal readonly record struct ScanRunId(Guid Value) : IId<ScanRunId>
{
    public override string ToString() => this.Text();
}

internal enum ScanState
{
    [Label("Wacht")] Queued,
    [Label("Bezig")] Running,
    [Label("Klaar")] Done,
    [Label("Gestopt")] Cancelled,
    [Label("Onderbroken")] Interrupted,
    [Label("Mislukt")] Failed,
}

/// <summary>All that a result depends on, beside the input: with these and the same input it can be had again, bit for bit.</summary>
internal sealed record ScanSettings(DateOnly Since, DateOnly Until, long Seed, int Replicates = 999, int MaxSharePercent = 50);

/// <summary>Scan: one search for themes that concentrate in buurten or around communities. At most one is open; the database holds that.</summary>
internal sealed class ScanRun : IVersioned
{
    /// <summary>Without a sign of life for this long, the machine that ran it is gone.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);

    private ScanRun() { }

    public ScanRunId Id { get; private set; }
    public ScanState State { get; private set; }
    public bool IsOpen { get; private set; }
    public AccountId? StartedBy { get; private set; }
    public DateTimeOffset StartedAt { get; private set; }
    public DateOnly Since { get; private set; }
    public DateOnly Until { get; private set; }
    public long Seed { get; private set; }
    public int Replicates { get; private set; }
    public int MaxSharePercent { get; private set; }
    /// <summary>Replicates ready.</summary>
    public int Progress { get; private set; }
    public DateTimeOffset BeatAt { get; private set; }
    /// <summary>The machine that runs it.</summary>
    public string? Worker { get; private set; }
    public DateTimeOffset? FinishedAt { get; private set; }
    /// <summary>How many households took part.</summary>
    public int? Households { get; private set; }
    /// <summary>Households left out because their buurt is not known or not drawn.</summary>
    public int? Unplaced { get; private set; }
    /// <summary>SHA-256 of the input, to see whether it is still the same.</summary>
    public string? InputDigest { get; private set; }
    public int Version { get; private set; }

    public ScanSettings Settings => new(Since, Until, Seed, Replicates, MaxSharePercent);

    public static ScanRun Queue(Because because, ScanSettings settings) => new()
    {
        Id = Kernel.Id.New<ScanRunId>(),
        State = ScanState.Queued,
        IsOpen = true,
        StartedBy = because.Actor.Account,
        StartedAt = because.At,
        BeatAt = because.At,
        Since = settings.Since,
        Until = settings.Until,
        Seed = settings.Seed,
        Replicates = settings.Replicates,
        MaxSharePercent = settings.MaxSharePercent,
    };

    /// <summary>What a page says of it: a run that gives no sign of life was interrupted, whoever still has to write that down.</summary>
    public ScanState StateAt(DateTimeOffset now) => IsOpen && now - BeatAt > Silence ? ScanState.Interrupted : State;

    public void Begin(Because because, string worker)
    {
        Require(ScanState.Queued);
        (State, Worker, BeatAt) = (ScanState.Running, worker, because.At);
    }

    public void Finish(Because because, int households, int unplaced, string inputDigest)
    {
        Require(ScanState.Running);
        (Households, Unplaced, InputDigest, Progress) = (households, unplaced, inputDigest, Replicates);
        Close(ScanState.Done, because);
    }

    /// <summary>Stops it on request. False when there was nothing left to stop.</summary>
    public bool Cancel(Because because) => CloseIfOpen(ScanState.Cancelled, because);

    /// <summary>The program stopped under it.</summary>
    public bool Interrupt(Because because) => CloseIfOpen(ScanState.Interrupted, because);

    /// <summary>It could not be done, with these households or at all.</summary>
    public bool Fail(Because because) => CloseIfOpen(ScanState.Failed, because);

    private bool CloseIfOpen(ScanState state, Because because)
    {
        if (IsOpen) Close(state, because);
        return FinishedAt == because.At && State == state;
    }

    private void Close(ScanState state, Because because) => (State, IsOpen, FinishedAt) = (state, false, because.At);

    private void Require(ScanState state)
    {
        if (State != state) throw new InvalidOperationException($"The scan is {State}, not {state}.");
    }
}
