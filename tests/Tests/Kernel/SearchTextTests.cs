using FsCheck;
using FsCheck.Fluent;
using Samenkracht.Kernel;

namespace Samenkracht.Tests.KernelTests;

public class SearchTextTests
{
    [Theory]
    [InlineData("Zoë  van-den Berg", "zoe van den berg")]
    [InlineData("ÇELİK", "celik")]
    [InlineData("  Molenpad 3-A ", "molenpad 3 a")]
    [InlineData("’t Hof", "t hof")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void One_form_for_comparing(string? typed, string form) => Assert.Equal(form, SearchText.Of(typed));

    [Fact]
    public void What_is_normal_stays_so() =>
        Prop.ForAll<string>(text => SearchText.Of(SearchText.Of(text)) == SearchText.Of(text)).QuickCheckThrowOnFailure();

    [Fact]
    public void Spaces_stand_alone_and_inside_only() =>
        Prop.ForAll<string>(text => SearchText.Of(text) is var form && form == form.Trim() && !form.Contains("  ", StringComparison.Ordinal)).QuickCheckThrowOnFailure();
}
