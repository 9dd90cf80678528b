using Samenkracht.Geography.Contract;
using Samenkracht.Geography.Import;
using static Samenkracht.Tests.Geography.Import.Files;

namespace Samenkracht.Tests.Geography.Import;

public class ImportPlanTests
{
    [Fact]
    public void The_smallest_code_in_a_row_says_which_area_it_is_whatever_the_column()
    {
        var plan = Plan(Collection(Feature("\"a\":\"GM0402\",\"b\":\"BU04020101\",\"c\":\"WK040201\",\"buurtnaam\":\"Centrum\"")));

        var area = Assert.Single(plan.Areas);
        Assert.Equal(("BU04020101", "Centrum", 2022), (area.Code.Value, area.Name, area.Year));
    }

    [Fact]
    public void A_year_in_the_row_wins_from_the_year_of_the_import()
    {
        var plan = Plan(Collection(Wijk("WK040201", ",\"jaar\":2021"), Wijk("WK040202")));

        Assert.Equal([2021, 2022], plan.Areas.Select(a => a.Year));
    }

    [Fact]
    public void A_null_geometry_is_kept_and_named()
    {
        var plan = Plan(Collection(Wijk("WK040201"), Feature("\"wijkcode\":\"WK040202\",\"wijknaam\":\"Water\"", "null")));

        Assert.Equal("Water", Assert.Single(plan.Undrawn).Name);
        Assert.Equal(2, plan.Areas.Count);
    }

    [Fact]
    public void Rows_of_other_municipalities_are_counted_and_not_listed()
    {
        var plan = Plan(Collection(Wijk("WK040201"), Wijk("WK001401")), "code,inwoners\nWK001401,3\nWK040201,5\n", municipality: "GM0402");

        Assert.Equal(2, plan.Elsewhere);
        Assert.Empty(plan.LeftOut);
        Assert.Equal("WK040201", Assert.Single(plan.Areas).Code.Value);
    }

    [Fact]
    public void What_is_left_out_is_told_with_its_place_and_reason()
    {
        var plan = Plan(
            Collection(Wijk("WK040201"), Wijk("WK040201"), Feature("\"naam\":\"zonder code\""), Wijk("WK040202", ",\"gm\":\"GM0014\""), Wijk("WK040203", ",\"jaar\":\"vorig\"")),
            "code,inwoners,p\nWK040201,5,1\nWK040202,vijf,2\n,7,3\n");

        Assert.Equal(
            [
                "grenzen.geojson, feature 2: WK040201 staat er al eerder in (feature 1)",
                "grenzen.geojson, feature 3: geen gemeente-, wijk- of buurtcode gevonden",
                "grenzen.geojson, feature 4: de codes WK040202 en GM0014 horen niet bij elkaar",
                "grenzen.geojson, feature 5: 'vorig' is geen jaar",
                "cijfers.csv, regel 4: geen gemeente-, wijk- of buurtcode gevonden",
            ],
            plan.LeftOut.Where(l => !l.Reason.Contains("geen getal", StringComparison.Ordinal)).Select(l => $"{l.Place}: {l.Reason}"));
    }

    [Fact]
    public void A_cell_that_is_no_number_is_left_out_and_the_rest_of_its_row_stays()
    {
        var plan = Plan(Collection(Wijk("WK040201")), "code,inwoners,woningen\nWK040201,5,1\nWK040202,vijf,2\nWK040203,6,3\n");

        Assert.Equal("'vijf' in kolom inwoners is geen getal; dit cijfer is weggelaten", Assert.Single(plan.LeftOut).Reason);
        Assert.Equal(2, plan.Figure("WK040202", "woningen"));
    }

    [Fact]
    public void Cbs_keys_are_matched_on_their_title_and_tmap_names_on_their_meaning()
    {
        var plan = Plan(
            Collection(Wijk("WK040201", ",\"population\":9750,\"pop_0_14\":12,\"pop_15_24\":11")),
            "Woningvoorraad_35,WijkenEnBuurten,k_0Tot15Jaar_8,EigenTelling\n5485,WK040202  ,7,3\n");

        Assert.Equal(9750, plan.Figure("WK040201", KeyFigure.Inhabitants));
        Assert.Equal((12, 11), (plan.Figure("WK040201", "pop_0_14"), plan.Figure("WK040201", "pop_15_24")));
        Assert.Equal(5485, plan.Figure("WK040202", KeyFigure.Dwellings));
        Assert.Equal((7, 3), (plan.Figure("WK040202", "k_0Tot15Jaar"), plan.Figure("WK040202", "EigenTelling")));
    }

    [Fact]
    public void Two_columns_with_one_title_keep_their_suffix_and_are_never_mixed()
    {
        var plan = Plan(Collection(Wijk("WK040201")), "code,Tussenwoning_55,Tussenwoning_63\nWK040201,2700,1200\n");

        Assert.Equal((2700, 1200), (plan.Figure("WK040201", "Tussenwoning_55"), plan.Figure("WK040201", "Tussenwoning_63")));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("   .")]
    [InlineData("-99997")]
    [InlineData("-99999999")]
    public void Unknown_stays_unknown_and_is_never_nought(string cell)
    {
        var plan = Plan(Collection(Wijk("WK040201")), $"code,AantalInwoners_5\nWK040201,{cell}\nWK040202,4\n");

        Assert.Null(plan.Figure("WK040201", KeyFigure.Inhabitants));
    }

    [Theory]
    [InlineData("1,5;2", 1.5)]
    [InlineData("1.234,5;2", 1234.5)]
    [InlineData("1.5;2", 1.5)]
    [InlineData("12;0,25", 12)]
    public void Decimal_commas_and_points_are_both_read(string cells, double expected)
    {
        var plan = Plan(Collection(Wijk("WK040201")), $"code;a;b\nWK040201;{cells}\n");

        Assert.Equal(expected, plan.Figure("WK040201", "a"));
    }

    [Fact]
    public void Commas_and_points_mixed_as_decimals_are_refused() =>
        Assert.Throws<BrokenFileException>(() => Plan(Collection(Wijk("WK040201")), "code;a\nWK040201;1,5\nWK040202;1.5\n"));

    [Fact]
    public void Codes_years_names_and_postal_codes_are_no_figures()
    {
        var plan = Plan(Collection(Wijk("WK040201")), "code,jaar,naam,postcode,fid,stedelijkheid\nWK040201,2022,Oost,1211,1,sterk\n");

        Assert.Empty(plan.Figures);
    }

    [Fact]
    public void A_municipality_that_a_row_only_names_is_kept_without_drawing()
    {
        var plan = Plan(Collection(Wijk("WK040201", ",\"gemeentenaam\":\"Hilversum\"")));

        var municipality = plan.Areas.Single(a => a.Code.Kind == AreaKind.Municipality);
        Assert.Equal(("GM0402", "Hilversum", true), (municipality.Code.Value, municipality.Name, municipality.Derived));
    }

    [Fact]
    public void A_file_without_anything_to_keep_is_refused()
    {
        var elsewhere = Assert.Throws<BrokenFileException>(() => Plan(Collection(Wijk("WK001401")), municipality: "GM0402"));
        var empty = Assert.Throws<BrokenFileException>(() => Plan(Collection(Feature("\"naam\":\"x\""))));

        Assert.Contains("geen gebied van GM0402", elsewhere.Message, StringComparison.Ordinal);
        Assert.Contains("feature 1", empty.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Hilversum_reads_whole()
    {
        var wijken = FromShared("wijken_2022_hilversum.geojson", 2022);
        var buurten = FromShared("buurten_2021_hilversum.geojson", 2021);

        Assert.Equal(9, wijken.Areas.Count);
        Assert.Equal(91_735, wijken.Figures.Where(f => f.Key == KeyFigure.Inhabitants).Sum(f => f.Value));
        Assert.Equal((43, 2021), (buurten.Areas.Count, buurten.Areas.Max(a => a.Year)));
        Assert.Empty(wijken.LeftOut.Concat(buurten.LeftOut));
    }

    [Fact]
    public void All_Dutch_wijken_read_whole()
    {
        var plan = FromShared("wijken_2022_nl.geojson.gz", 2022);

        Assert.Equal(3_340, plan.Areas.Count);
        Assert.Empty(plan.LeftOut);
        Assert.Contains(plan.Figures, f => f.Value is null);
    }

    static ImportPlan FromShared(string name, int year)
    {
        var bytes = FileBytes.Read(Shared(name), ImportLimits.Standard);
        return ImportPlan.Of(GeoJsonFile.Read(name, bytes, ImportLimits.Standard), null, year, null, ImportLimits.Standard);
    }
}
