using Microsoft.EntityFrameworkCore;
using Samenkracht.Directory.Contract;
using Samenkracht.Geography.Contract;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Directory.Places;

/// <summary>"Gemeenschappen hier": on the page of a wijk or buurt, the communities that have their place in that wijk. The strength of an area beside its figures.</summary>
internal sealed class AreaCommunities : IAreaPanel
{
    private const int Most = 12;

    public int Order => 30;

    public async Task<AreaPanel?> For(Work work, AreaCard area, CancellationToken cancel)
    {
        var wijk = (area.Kind == AreaKind.Buurt ? area.Parent : area.Code)?.Value;
        if (wijk is null || !work.Actor.May(Permission.SeeCommunities)) return null;
        var here = work.Communities.Where(c => c.WijkCode == wijk);
        var some = await here.OrderBy(c => c.Name).Take(Most).ToListAsync(cancel);
        if (some.Count == 0) return null;
        var all = some.Count < Most ? some.Count : await here.CountAsync(cancel);
        return new AreaPanel("/Directory/Places/_AreaCommunities.cshtml", new AreaCommunitiesView(wijk, some, all - some.Count));
    }
}

/// <param name="More">How many there are besides those shown.</param>
internal sealed record AreaCommunitiesView(string Wijk, IReadOnlyList<CommunityCard> Some, int More);
