using Samenkracht.Directory.Contract;
using Samenkracht.Kernel;
using Samenkracht.Signals.Contract;
using Samenkracht.Support.Contract;

namespace Samenkracht.Signals.Raise;

/// <summary>Hoeveel mensen: a community tells a range, never a list.</summary>
internal enum HowMany
{
    [Label("Een paar")] AFew,
    [Label("Ongeveer 5 tot 10")] FiveToTen,
    [Label("Ongeveer 10 tot 20")] TenToTwenty,
    [Label("Meer dan 20")] MoreThanTwenty,
}

/// <summary>What a reporter says: the six fields of the form.</summary>
/// <param name="About">About whom or where; of a community that is not in the directory its name.</param>
/// <param name="Community">The community that speaks, of any kind; only for <see cref="SignalKind.Community"/>.</param>
internal sealed record NewSignal(
    SignalKind Kind, string Text, string? About, Urgency Urgency,
    Told Told = Told.NotApplicable, Theme? Theme = null, CommunityId? Community = null, HowMany? HowMany = null)
{
    public (int From, int? To)? People => HowMany switch
    {
        null => null,
        Raise.HowMany.AFew => (1, 5),
        Raise.HowMany.FiveToTen => (5, 10),
        Raise.HowMany.TenToTwenty => (10, 20),
        Raise.HowMany.MoreThanTwenty => (20, null),
        _ => throw new InvalidOperationException($"No range for {HowMany}."),
    };
}
