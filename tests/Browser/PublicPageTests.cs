namespace Samenkracht.Browser;

public class PublicPageTests(RunningDemo demo)
{
    [Fact]
    public async Task The_page_that_is_not_there_is_accessible_and_keeps_to_the_policy()
    {
        var journey = await Journey.Start(demo, Screen.Narrow, "Verdwaald");

        var response = await journey.Visit("/bestaat-niet");

        Assert.Equal(404, response.Status);
        Assert.Equal("Deze pagina is er niet", await journey.Heading());
        Assert.Empty(await Accessibility.Faults(journey.Page));
        Assert.False(await Accessibility.ScrollsSideways(journey.Page));
        Assert.DoesNotContain(journey.ConsoleErrors, error => error.Contains("Content Security Policy"));
    }
}
