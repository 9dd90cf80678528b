namespace Samenkracht.Tests.TestData;

/// <summary>A clock that stands still until a test moves it. Starts on a Tuesday morning without holidays around.</summary>
public sealed class TestClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 11, 24, 9, 0, 0, TimeSpan.FromHours(1));

    public void Advance(TimeSpan span) => Now += span;

    public override DateTimeOffset GetUtcNow() => Now.ToUniversalTime();
}
