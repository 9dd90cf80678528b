using Samenkracht.Directory.Contract;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Directory.Communities;

/// <summary>Gemeenschap: strength in the neighbourhood, whatever its kind. There is no list of members and there never will be.</summary>
internal sealed class Community : IVersioned
{
    private readonly List<Activity> activities = [];

    private Community() { }

    public CommunityId Id { get; private init; }
    public string Name { get; private set; } = "";
    public string SearchText { get; private set; } = "";
    public CommunityKind Kind { get; private set; }
    public bool Linkable { get; private set; }
    public string? WijkCode { get; private set; }
    public string? ContactName { get; private set; }
    public string? ContactPhone { get; private set; }
    public string? ContactEmail { get; private set; }
    public string Text { get; private set; } = "";
    public IReadOnlyList<Activity> Activities => activities;
    public int Version { get; private set; }

    public static Community Enter(CommunityDetails details, CommunityId? id = null)
    {
        var community = new Community { Id = id ?? Kernel.Id.New<CommunityId>() };
        community.Describe(details);
        return community;
    }

    public void Describe(CommunityDetails details)
    {
        (Name, Kind, WijkCode, Text) = (details.Name.Trim(), details.Kind, details.WijkCode, details.Text.Trim());
        (ContactName, ContactPhone, ContactEmail) = (details.ContactName, details.ContactPhone, details.ContactEmail);
        Linkable = !Kind.IsSensitive();
        SearchText = Kernel.SearchText.Of(Name);
    }

    public Activity Plan(string name, string whenText, string place, string? wijkCode, ActivityId? id = null)
    {
        var activity = new Activity(id ?? Kernel.Id.New<ActivityId>(), Id, name.Trim(), whenText.Trim(), place.Trim(), wijkCode);
        activities.Add(activity);
        return activity;
    }
}

/// <summary>What is known of a community.</summary>
internal sealed record CommunityDetails(
    string Name, CommunityKind Kind, string? WijkCode = null, string? ContactName = null, string? ContactPhone = null, string? ContactEmail = null, string Text = "");
