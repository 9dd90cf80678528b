using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Time;
using Samenkracht.Web.Access;
using Samenkracht.Web.Design;

namespace Samenkracht.Web.Day;

/// <summary>Mijn dag: what needs this actor today, in the four directions. Without account the front page, with two choices.</summary>
[Public]
internal sealed class DayPage(Storage storage, ReadLog reads, IEnumerable<IDayItems> modules, IEnumerable<IDayPlace> places, TimeProvider clock) : SkPage
{
    private const int FewItems = 2;

    public string Greeting => Amsterdam.Local(clock.GetUtcNow()).Hour switch
    {
        >= 6 and < 12 => "Goedemorgen",
        >= 12 and < 18 => "Goedemiddag",
        _ => "Goedenavond",
    };

    public string Sub { get; private set; } = "";
    public IReadOnlyList<DayCorner> Corners { get; private set; } = [];
    public IReadOnlyList<Doing> Doings { get; private set; } = [];

    public async Task OnGetAsync()
    {
        if (!Actor.IsSignedIn) return;
        await using var work = await storage.Read(Actor, Cancel);
        var items = new List<DayItem>();
        foreach (var module in modules) items.AddRange(await module.For(work, Cancel));
        Corners = [.. Enum.GetValues<Direction>().Select(direction => DayCorner.Of(direction, Actor, items))];
        foreach (var same in Corners.SelectMany(corner => corner.Shown.Concat(corner.Rest)).Select(item => item.Names).OfType<NamedHousehold>().Distinct().GroupBy(named => named.Purpose))
            await reads.Looked(Actor, [.. same.Select(named => named.Household)], Looking.Listed("Mijn dag", same.Key), Cancel);
        // Who has little waiting has come to look: say where.
        Doings = items.Count > FewItems ? [] : Doing.For(Actor);
        Sub = await Place(work) is { } place ? $"{Today} · {place}" : Today;
    }

    private string Today
    {
        get
        {
            var day = DutchDate.Long(Amsterdam.Date(clock.GetUtcNow()));
            return char.ToUpperInvariant(day[0]) + day[1..];
        }
    }

    private async Task<string?> Place(Work work)
    {
        foreach (var place in places)
            if (await place.For(work, Cancel) is { } words) return words;
        return null;
    }
}
