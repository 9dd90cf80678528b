using Samenkracht.Insight;
using Samenkracht.Insight.Scanning;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;

namespace Samenkracht.Tests.Insight;

public class ScanRunTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);
    private static readonly ScanSettings Settings = new(new(2025, 5, 24), new(2026, 11, 24), Seed: 7);

    [Fact]
    public void A_scan_that_gives_no_sign_of_life_shows_as_interrupted()
    {
        var run = ScanRun.Queue(At(0), Settings);
        run.Begin(At(1), "machine");

        Assert.Equal(ScanState.Running, run.StateAt(Start.AddSeconds(30)));
        Assert.Equal(ScanState.Interrupted, run.StateAt(Start.AddSeconds(32)));
    }

    [Fact]
    public void A_scan_that_is_over_cannot_be_stopped()
    {
        var run = ScanRun.Queue(At(0), Settings);
        run.Begin(At(1), "machine");
        run.Finish(At(2), new(1200, 4, new string('a', 64)));

        Assert.False(run.Cancel(At(3)));
        Assert.Equal((ScanState.Done, false, 999), (run.State, run.IsOpen, run.Progress));
    }

    [Fact]
    public void A_stopped_scan_cannot_finish()
    {
        var run = ScanRun.Queue(At(0), Settings);

        Assert.True(run.Cancel(At(1)));
        Assert.Throws<InvalidOperationException>(() => run.Begin(At(2), "machine"));
    }

    [Fact]
    public void A_scan_under_which_the_program_stopped_waits_to_be_taken_up_from_the_start()
    {
        var run = ScanRun.Queue(At(0), Settings);
        run.Begin(At(1), "machine");

        Assert.True(run.Interrupt(At(2)));
        Assert.Equal((ScanState.Queued, true, 0, 1, 7L), (run.State, run.IsOpen, run.Progress, run.Attempts, run.Seed));
    }

    [Fact]
    public void A_scan_that_breaks_the_program_each_time_is_given_up()
    {
        var run = ScanRun.Queue(At(0), Settings);
        for (var attempt = 1; attempt <= ScanRun.MostAttempts; attempt++)
        {
            run.Begin(At(2 * attempt), "machine");
            run.Interrupt(At(2 * attempt + 1));
        }

        Assert.Equal((ScanState.Interrupted, false), (run.State, run.IsOpen));
    }

    [Fact]
    public void A_scan_of_the_schedule_was_started_by_nobody()
    {
        var run = ScanRun.Schedule(At(0), Settings, new(2026, 11, 24));

        Assert.Equal((null, new DateOnly(2026, 11, 24)), (run.StartedBy, run.ScheduledFor));
    }

    [Fact]
    public void A_scan_that_waits_is_not_interrupted_however_long()
    {
        var run = ScanRun.Queue(At(0), Settings);

        Assert.Equal(ScanState.Queued, run.StateAt(Start.AddHours(5)));
    }

    private static Because At(int second) => new(Actor.System, Start.AddSeconds(second), InsightEvents.ScanQueued, null, null);
}
