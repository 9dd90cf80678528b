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

/// <summary>Scan: one search for themes that concentrate somewhere. At most one is open; the database holds that.</summary>
internal sealed class ScanRun : IVersioned
{
    /// <summary>Without a sign of life for this long, the machine that ran it is gone.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);

    /// <summary>What breaks the program so often would break it again.</summary>
    public const int MostAttempts = 3;

    private ScanRun() { }

    public ScanRunId Id { get; private set; }
    public ScanKind Kind { get; private set; }
    public ScanState State { get; private set; }
    public bool IsOpen { get; private set; }
    /// <summary>Null when the schedule asked for it.</summary>
    public AccountId? StartedBy { get; private set; }
    /// <summary>The day for which the schedule asked; null when a person did.</summary>
    public DateOnly? ScheduledFor { get; private set; }
    public DateTimeOffset StartedAt { get; private set; }
    public DateOnly Since { get; private set; }
    public DateOnly Until { get; private set; }
    public long Seed { get; private set; }
    public int Replicates { get; private set; }
    public int MaxSharePercent { get; private set; }
    public int? MaxDays { get; private set; }
    /// <summary>Replicates ready.</summary>
    public int Progress { get; private set; }
    public DateTimeOffset BeatAt { get; private set; }
    /// <summary>The machine that runs it.</summary>
    public string? Worker { get; private set; }
    /// <summary>How often it was begun: more than once when the program ended under it.</summary>
    public int Attempts { get; private set; }
    public DateTimeOffset? FinishedAt { get; private set; }
    /// <summary>How many households, or signals, took part.</summary>
    public int? Counted { get; private set; }
    /// <summary>How many were left out because their buurt is not known or not drawn.</summary>
    public int? Unplaced { get; private set; }
    /// <summary>Buurten left out because CBS tells of nobody there.</summary>
    public int? BuurtenLeftOut { get; private set; }
    public CbsUnit? Population { get; private set; }
    /// <summary>SHA-256 of the input, to see whether it is still the same.</summary>
    public string? InputDigest { get; private set; }
    public int Version { get; private set; }

    public ScanSettings Settings => new(Since, Until, Seed, Replicates, MaxSharePercent) { Kind = Kind, MaxDays = MaxDays };

    public static ScanRun Queue(Because because, ScanSettings settings) => new()
    {
        Id = Kernel.Id.New<ScanRunId>(),
        Kind = settings.Kind,
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
        MaxDays = settings.MaxDays,
    };

    /// <summary>As the schedule asks, on nobody's behalf. The database refuses a second one for the same day.</summary>
    public static ScanRun Schedule(Because because, ScanSettings settings, DateOnly day)
    {
        var run = Queue(because, settings);
        (run.StartedBy, run.ScheduledFor) = (null, day);
        return run;
    }

    /// <summary>What a page says of it: one that runs and gives no sign of life was interrupted, whoever still has to write that down.</summary>
    public ScanState StateAt(DateTimeOffset now) => State == ScanState.Running && now - BeatAt > Silence ? ScanState.Interrupted : State;

    public void Begin(Because because, string worker)
    {
        Require(ScanState.Queued);
        (State, Worker, BeatAt, Attempts) = (ScanState.Running, worker, because.At, Attempts + 1);
    }

    public void Finish(Because because, ScanFacts facts)
    {
        Require(ScanState.Running);
        (Counted, Unplaced, BuurtenLeftOut, Population) = (facts.Counted, facts.Unplaced, facts.BuurtenLeftOut, facts.Population);
        (InputDigest, Progress) = (facts.Digest, Replicates);
        Close(ScanState.Done, because);
    }

    /// <summary>Stops it on request. False when there was nothing left to stop.</summary>
    public bool Cancel(Because because) => CloseIfOpen(ScanState.Cancelled, because);

    /// <summary>The program stopped under it: it waits to be taken up again, from the start and with the same seed. Given up when that happens again and again.</summary>
    public bool Interrupt(Because because)
    {
        if (State != ScanState.Running) return false;
        if (Attempts >= MostAttempts) Close(ScanState.Interrupted, because);
        else (State, Worker, Progress, BeatAt) = (ScanState.Queued, null, 0, because.At);
        return true;
    }

    /// <summary>It could not be done, with this input or at all.</summary>
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

/// <summary>What a run says of its input.</summary>
internal sealed record ScanFacts(int Counted, int Unplaced, string Digest, int? BuurtenLeftOut = null, CbsUnit? Population = null);
