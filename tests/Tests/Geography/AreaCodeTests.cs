using System.Text.Json;
using Samenkracht.Geography.Contract;

namespace Samenkracht.Tests.Geography;

public class AreaCodeTests
{
    [Theory]
    [InlineData("GM0402", AreaKind.Municipality)]
    [InlineData("WK040206", AreaKind.Wijk)]
    [InlineData(" bu04020601  ", AreaKind.Buurt)]
    public void The_form_of_a_code_says_what_kind_of_area_it_is(string text, AreaKind kind)
    {
        Assert.True(AreaCode.TryParse(text, out var code));
        Assert.Equal(kind, code.Kind);
        Assert.Equal(text.Trim().ToUpperInvariant(), code.Value);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("NL00")]
    [InlineData("GM402")]
    [InlineData("WK0402060")]
    [InlineData("BU0402060X")]
    [InlineData("GM٠٤٠٢")]
    [InlineData("WK0402")]
    [InlineData("GM040206")]
    public void Other_text_is_no_code(string? text) => Assert.False(AreaCode.TryParse(text, out _));

    [Fact]
    public void A_code_holds_the_codes_of_what_it_lies_in()
    {
        var buurt = AreaCode.Parse("BU04020601");

        Assert.Equal("WK040206", buurt.Parent?.Value);
        Assert.Equal("GM0402", buurt.Parent?.Parent?.Value);
        Assert.Null(buurt.Municipality.Parent);
    }

    [Fact]
    public void A_code_travels_as_text()
    {
        var code = AreaCode.Parse("BU04020601");

        Assert.Equal("\"BU04020601\"", JsonSerializer.Serialize(code));
        Assert.Equal(code, JsonSerializer.Deserialize<AreaCode>("\"bu04020601\""));
    }
}
