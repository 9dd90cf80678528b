using Samenkracht.Kernel.Access;
using Samenkracht.Tests.TestData;
using Samenkracht.Web.Design;
using Samenkracht.Web.TagHelpers.Figures;
using Samenkracht.Web.TagHelpers.Lists;
using Samenkracht.Web.TagHelpers.Marks;
using Samenkracht.Web.TagHelpers.Page;

namespace Samenkracht.Tests.Web;

public class TagTests
{
    private static readonly DateOnly Tuesday = new(2026, 11, 24);

    [Theory]
    [InlineData(-11, "11 dagen te laat", true)]
    [InlineData(-1, "1 dag te laat", true)]
    [InlineData(0, "vandaag", true)]
    [InlineData(1, "morgen", true)]
    [InlineData(2, "do 26 nov", false)]
    [InlineData(60, "za 23 jan 2027", false)]
    public async Task A_term_is_told_as_people_say_it(int days, string words, bool pressing)
    {
        var date = await new DateTag(new TestClock()) { Value = Tuesday.AddDays(days), Due = true }.Render();

        Assert.Equal(words, date!.TextContent);
        Assert.Equal(pressing, date.ClassList.Contains("sk-date--pressing"));
    }

    [Fact]
    public async Task A_day_is_written_in_full_and_an_instant_in_Dutch_time()
    {
        var day = await new DateTag(new TestClock()) { Value = Tuesday }.Render();
        var instant = await new DateTag(new TestClock()) { At = new(2026, 11, 24, 23, 30, 0, TimeSpan.Zero), Time = true }.Render();

        Assert.Equal(("di 24 nov 2026", "2026-11-24"), (day!.TextContent, day.GetAttribute("datetime")));
        Assert.Equal("wo 25 nov 2026, 0.30 uur", instant!.TextContent);
    }

    [Fact]
    public async Task No_day_gives_nothing() => Assert.Null(await new DateTag(new TestClock()).Render());

    [Theory]
    [InlineData(3, "mrt")]
    [InlineData(5, "mei")]
    [InlineData(9, "sep")]
    public void Months_are_short_and_without_a_point(int month, string word) =>
        Assert.EndsWith($" 1 {word} 2027", DutchDate.Full(new(2027, month, 1)), StringComparison.Ordinal);

    [Theory]
    [InlineData("Nora Vos", "NV")]
    [InlineData("Hanna de Vries", "HV")]
    [InlineData("nora", "N")]
    [InlineData("", "?")]
    public async Task Initials_skip_the_small_words(string name, string initials) =>
        Assert.Equal(initials, (await new InitialsTag { Name = name }.Render())!.TextContent);

    [Fact]
    public async Task A_tag_without_words_says_its_direction()
    {
        var tag = await new TagTag { Direction = Direction.Community }.Render();

        Assert.Equal("In de wijk en in gemeenschappen", tag!.TextContent);
        Assert.Contains("sk-direction-3", tag.ClassList);
    }

    [Fact]
    public async Task What_people_typed_never_becomes_markup()
    {
        var card = await new CardTag { Title = "<script>x</script>" }.Render();

        Assert.Null(card!.QuerySelector("script"));
        Assert.Equal("<script>x</script>", card.QuerySelector("h2")!.TextContent);
    }

    [Fact]
    public async Task A_bar_tells_its_numbers_in_words()
    {
        var bar = await new BarTag { Label = "Deze week", Unit = "uur", Total = 40, Parts = [new("plannen", 31, Tone.Muted), new("preventie", 9, Tone.Direction3)] }.Render();

        Assert.Equal("Deze week: 31 uur plannen, 9 uur preventie", bar!.QuerySelector("svg")!.GetAttribute("aria-label"));
        Assert.Equal(["77.5%", "22.5%"], bar.QuerySelectorAll("svg > rect").Select(rect => rect.GetAttribute("width")));
        Assert.Equal("31 uur plannen", bar.QuerySelector("li")!.TextContent);
    }

    [Fact]
    public async Task A_bar_of_nothing_is_an_empty_track()
    {
        var bar = await new BarTag { Label = "Leeg", Parts = [new("plannen", 0, Tone.Muted)] }.Render();

        Assert.Empty(bar!.QuerySelectorAll("svg > rect"));
    }

    [Fact]
    public async Task A_histogram_counts_how_often_chance_did_as_well()
    {
        var figure = await new HistogramTag { Label = "Hoe zeker", Values = [1, 2, 2, 3, 9], Seen = 3 }.Render("door toeval");

        Assert.Equal("Hoe zeker: van 5 lotingen zijn er 2 even sterk als of sterker dan dit patroon.", figure!.QuerySelector("svg")!.GetAttribute("aria-label"));
        Assert.Equal("door toeval", figure.QuerySelector("figcaption")!.TextContent);
    }

    [Fact]
    public async Task A_network_has_a_line_to_each_point_that_belongs_and_words_for_all()
    {
        var figure = await new NetworkTag
        {
            Label = "Het netwerk",
            Picture = new("S", "een school", [new("Oost", [new("Kade: 5 tot 10", 0.6), new("Werf: geen", 0.3, IsLinked: false)]), new("West", [new("Laan: 10 of meer", 1)])]),
        }.Render("lijnen");

        Assert.Equal("Het netwerk: een school, met Oost, West.", figure!.QuerySelector("svg")!.GetAttribute("aria-label"));
        Assert.Equal((2, 3), (figure.QuerySelectorAll(".sk-network__tie").Length, figure.QuerySelectorAll(".sk-network__dot").Length));
        Assert.Equal(["Kade: 5 tot 10", "Werf: geen", "Laan: 10 of meer", "een school"], figure.QuerySelectorAll("title").Select(t => t.TextContent));
        Assert.Null(await new NetworkTag { Label = "Leeg" }.Render());
    }

    [Fact]
    public async Task The_step_where_we_are_is_told_in_words()
    {
        var step = await new StepTag { Title = "Kwestie", State = "now", Value = "schulden" }.Render("ook bij anderen");

        Assert.Equal("step", step!.GetAttribute("aria-current"));
        Assert.Contains("hier zijn we nu", step.TextContent, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentException>(() => new StepTag { State = "klaar" }.Render());
    }

    [Fact]
    public async Task An_empty_corner_says_that_nothing_waits()
    {
        var corner = await new CornerTag { Direction = 2 }.Render();

        Assert.Equal("Tussen de regels", corner!.QuerySelector("h2")!.TextContent);
        Assert.Contains("Niets dat nu op u wacht.", corner.TextContent, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => { DirectionMark wrong = 5; });
    }

    [Fact]
    public async Task A_table_can_be_reached_and_named()
    {
        var table = await new TableTag { Caption = "Wijken" }.Render();

        Assert.Equal(("group", "0"), (table!.GetAttribute("role"), table.GetAttribute("tabindex")));
        Assert.Equal(table.GetAttribute("aria-labelledby"), table.QuerySelector("caption")!.Id);
    }
}
