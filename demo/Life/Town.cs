using Samenkracht.Demo.City;
using Samenkracht.Demo.People;
using Samenkracht.Directory;
using Samenkracht.Directory.Communities;
using Samenkracht.Directory.Contract;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Demo.Life;

/// <summary>The communities of the plan, entered in the directory.</summary>
static class Town
{
    /// <summary>Enters them all; returns their ids in the order of <see cref="Circles.All"/>.</summary>
    public static async Task<IReadOnlyList<CommunityId>> Settle(Work work, CancellationToken cancel)
    {
        var ids = new List<CommunityId>();
        foreach (var (number, plan) in Circles.All.Index())
        {
            var wijk = CityPlan.Wijken.First(w => w.Name == plan.Wijk).Code.Value;
            var community = Community.Enter(new CommunityDetails(plan.Name, plan.Kind, wijk, plan.Contact, $"0100 55 52 {number + 10}", null, plan.Text));
            foreach (var (name, when, place) in plan.Activities) community.Plan(name, when, place, wijk);
            work.Add(community);
            await work.Note(work.Because(DirectoryEvents.CommunityEntered), community.Id.Value, payload: new { plan.Name }, cancel: cancel);
            ids.Add(community.Id);
        }
        await work.Flush(cancel);
        return ids;
    }
}
