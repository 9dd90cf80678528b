using Microsoft.EntityFrameworkCore;
using Samenkracht.Geography;
using Samenkracht.Geography.Contract;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Journal;
using Samenkracht.Tests.TestData;
using static Samenkracht.Tests.Geography.Import.Files;

namespace Samenkracht.Tests.Geography.Import;

public class AreaImportTests
{
    [Theory, BothDatabases]
    public async Task Hilversum_is_kept_with_its_years_and_its_journal_line(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);

        var wijken = await Run(database, Shared("wijken_2022_hilversum.geojson"), 2022);
        var buurten = await Run(database, Shared("buurten_2021_hilversum.geojson"), 2021);

        Assert.Contains("wijken                 9           9           0", wijken.Lines);
        Assert.Contains("buurten               43          43           0", buurten.Lines);
        await using var work = await database.Read(Actor.System);
        var oost = await work.Area(AreaCode.Parse("WK040206"), TestContext.Current.CancellationToken);
        Assert.Equal(("Oost", 2022, "GM0402"), (oost!.Name, oost.Year, oost.Parent!.Value.Value));
        Assert.Equal(43, await work.CurrentAreas.CountAsync(a => a.Kind == AreaKind.Buurt && a.Year == 2021));
        Assert.Equal(2, await work.Context.Set<JournalLine>().CountAsync(l => l.Kind == "areas.imported"));
    }

    [Theory, BothDatabases]
    public async Task Signs_that_no_name_holds_are_left_out(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);

        await Import(database, Collection(Feature("\"wijkcode\":\"WK040201\",\"wijknaam\":\"Oo\\u0000s\\u202et\",\"a\\u0000b\":5")), 2022);

        await using var work = await database.Read(Actor.System);
        Assert.Equal("Oost", (await work.Area(AreaCode.Parse("WK040201"), TestContext.Current.CancellationToken))!.Name);
        Assert.Equal("ab", (await work.Query<AreaFigure>().SingleAsync()).Key);
    }

    [Theory, BothDatabases]
    public async Task Repeating_an_import_changes_nothing(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        await Run(database, Shared("wijken_2022_hilversum.geojson"), 2022);

        var again = await Run(database, Shared("wijken_2022_hilversum.geojson"), 2022);

        Assert.Contains("wijken                 9           0           0", again.Lines);
        Assert.Contains("Alles stond er al zo in; er is niets gewijzigd.", again.Lines);
        await using var work = await database.Read(Actor.System);
        Assert.Equal(1, await work.Context.Set<JournalLine>().CountAsync());
    }

    [Theory, BothDatabases]
    public async Task Another_year_is_added_beside_the_old_and_its_parent_is_found_in_the_nearest_year(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        await Import(database, Collection(Wijk("WK040201", ",\"population\":5")), 2021);

        var report = await Import(database, Collection(Wijk("WK040201", ",\"population\":6"), Feature("\"b\":\"BU04020101\",\"buurtnaam\":\"Kern\"")), 2023);

        Assert.Contains("wijken                 1           1           0", report.Lines);
        await using var work = await database.Read(Actor.System);
        Assert.Equal(2, await work.Areas.CountAsync(a => a.Kind == AreaKind.Wijk));
        Assert.Equal(2023, (await work.CurrentAreas.SingleAsync(a => a.Kind == AreaKind.Wijk)).Year);
        Assert.Equal([5, 6], await work.Query<AreaFigure>().OrderBy(f => f.Year).Select(f => f.Value).ToListAsync());
        Assert.Equal("Oost", (await work.AreaNames([AreaCode.Parse("BU04020101").Parent!.Value])).Single().Value);
    }

    [Theory, BothDatabases]
    public async Task What_differs_is_changed_and_counted(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        await Import(database, Collection(Wijk("WK040201", ",\"population\":5"), Wijk("WK040202")), 2022);

        var report = await Import(database, Collection(Feature("\"c\":\"WK040201\",\"naam\":\"Nieuw\",\"population\":null", "null"), Wijk("WK040202", ",\"population\":7")), 2022);

        Assert.Contains("wijken                 2           0           1", report.Lines);
        Assert.Contains("kerncijfers            2           1           1", report.Lines);
        Assert.Contains("Zonder tekening, want het bestand heeft er geen: Nieuw (WK040201)", report.Lines);
        await using var work = await database.Read(Actor.System);
        Assert.Null((await work.Query<AreaFigure>().SingleAsync(f => f.Code == AreaCode.Parse("WK040201"))).Value);
    }

    [Theory, BothDatabases]
    public async Task A_broken_file_leaves_everything_as_it_was(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var good = Collection(Wijk("WK040201"));

        var report = await Import(database, good, 2022, figures: "code,a\nWK040201,\"1\n");
        var otherCode = await Import(database, good, 2022, municipality: "Hilversum");
        var otherYear = await Import(database, good, 22);

        Assert.All([report, otherCode, otherYear], r => Assert.False(r.Succeeded));
        Assert.Equal("Er is niets gewijzigd.", report.Lines[^1]);
        await using var work = await database.Read(Actor.System);
        Assert.Equal(0, await work.Areas.CountAsync());
    }

    [Theory, BothDatabases]
    public async Task A_municipality_known_by_name_only_never_replaces_one_that_was_drawn(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        await Import(database, Collection(Feature("\"gemeentecode\":\"GM0402\",\"gemeentenaam\":\"Hilversum\"")), 2022);

        await Import(database, Collection(Wijk("WK040201", ",\"gemeentenaam\":\"Hilversum (gemeente)\"")), 2022);

        await using var work = await database.Read(Actor.System);
        var municipality = await work.Areas.SingleAsync(a => a.Kind == AreaKind.Municipality);
        Assert.Equal("Hilversum", municipality.Name);
        Assert.NotNull(municipality.Longitude);
    }

    static Task<AreaImportReport> Run(TestDatabase database, string boundaries, int year) =>
        AreaImport.Run(database.Storage, Actor.System, new AreaImportRequest(boundaries, null, year, null));

    static async Task<AreaImportReport> Import(TestDatabase database, string geoJson, int year, string? figures = null, string? municipality = null)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("samenkracht-").FullName;
        var request = new AreaImportRequest(Path.Combine(folder, "grenzen.geojson"), figures is null ? null : Path.Combine(folder, "cijfers.csv"), year, municipality);
        await File.WriteAllTextAsync(request.Boundaries, geoJson);
        if (request.Figures is not null)
            await File.WriteAllTextAsync(request.Figures, figures);
        var report = await AreaImport.Run(database.Storage, Actor.System, request);
        System.IO.Directory.Delete(folder, recursive: true);
        return report;
    }
}
