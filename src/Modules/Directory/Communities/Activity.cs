using Samenkracht.Directory.Contract;
using Samenkracht.Kernel;

namespace Samenkracht.Directory.Communities;

/// <summary>Activiteit: what a community does, when and where, in its own words.</summary>
internal sealed class Activity(ActivityId id, CommunityId community, string name, string whenText, string place, string? wijkCode)
{
    public ActivityId Id { get; private init; } = id;
    public CommunityId Community { get; private init; } = community;
    public string Name { get; private init; } = name;
    public string WhenText { get; private init; } = whenText;
    public string Place { get; private init; } = place;
    public string? WijkCode { get; private init; } = wijkCode;
}

internal readonly record struct ActivityId(Guid Value) : IId<ActivityId>
{
    public override string ToString() => this.Text();
}
