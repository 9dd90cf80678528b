using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;
using Samenkracht.Web.Access;

namespace Samenkracht.Residents.Search;

/// <summary>Zoeken: own households by any part of a name or address; of others, on a full name or address only, that someone is involved and whom to call.</summary>
[Allow(Permission.FindInvolvement, Permission.WorkWithHouseholds), EnableRateLimiting("search")]
internal sealed class SearchModel(Storage storage, ReadLog reads) : SkPage
{
    public const int Most = 20;
    private const int LongestSearch = 100;

    private static readonly CompiledQuery<(string[] Words, string[] Hidden), HouseholdCard> Found = new((work, sought) =>
        HouseholdQueries.Cards(work, HouseholdQueries.Named(work, sought.Words, sought.Hidden).OrderBy(h => h.SearchText).ThenBy(h => h.Id).Take(Most)));

    [BindProperty, StringLength(LongestSearch)]
    public string? Tekst { get; set; }

    public IReadOnlyList<HouseholdCard> Own { get; private set; } = [];

    public IReadOnlyList<Involvement> Involved { get; private set; } = [];

    public bool Searched { get; private set; }

    public bool MayTakeEmergencyAccess => Actor.May(Permission.UseEmergencyAccess);

    public void OnGet() { }

    public async Task OnPost()
    {
        if (!ModelState.IsValid || string.IsNullOrWhiteSpace(Tekst)) return;
        Searched = true;
        await using var work = await storage.Read(Actor, Cancel);
        Own = HouseholdQueries.Sought(work, Tekst) is { } sought ? await Found.List(work, sought, Cancel) : [];
        await HouseholdFile.Show(work, reads, Own, purpose => Looking.Found("Zoeken", purpose), Cancel);
        var known = Own.Select(h => h.Id).ToHashSet();
        var others = (await work.Involvement(Tekst, Cancel)).Where(i => !known.Contains(i.Household)).ToList();
        // To learn that someone is involved is a look as well.
        await reads.Looked(Actor, [.. others.Select(i => i.Household)], Looking.Involvement("Zoeken: is er iemand betrokken?", Purpose.Support), Cancel);
        Involved = [.. others.DistinctBy(i => (i.Name, i.Organisation))];
    }
}
