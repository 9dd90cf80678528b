using Samenkracht.Directory.Contract;

namespace Samenkracht.Directory.Communities;

/// <summary>Activiteit: what a community does, when and where, in its own words.</summary>
internal sealed class Activity(CommunityId community, string name, string whenText, string place, string? wijkCode)
{
    public Guid Id { get; private init; } = Guid.NewGuid();
    public CommunityId Community { get; private init; } = community;
    public string Name { get; private init; } = name;
    public string WhenText { get; private init; } = whenText;
    public string Place { get; private init; } = place;
    public string? WijkCode { get; private init; } = wijkCode;
}
