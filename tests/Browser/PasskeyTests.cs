namespace Samenkracht.Browser;

public class PasskeyTests(RunningDemo demo)
{
    [Fact]
    public async Task One_makes_a_passkey_and_signs_in_with_it()
    {
        var journey = await Journey.Start(demo, Screen.Desktop, "Aanmelden met een toegangssleutel");
        await using var device = await Device(journey);
        await journey.SignInAs("Raadslid");
        await journey.Visit("/account/toegangssleutels");
        await journey.Fill("Naam", "laptop");
        await journey.Press("Voeg toe");
        await journey.ShouldShow("De toegangssleutel is toegevoegd");
        Assert.Empty(await Accessibility.Faults(journey.Page));

        await journey.Visit("/afmelden");
        await journey.Press("Afmelden");
        await journey.Visit("/aanmelden?naar=/account");
        Assert.Empty(await Accessibility.Faults(journey.Page));
        journey.Restart();
        await journey.Press("Aanmelden met een toegangssleutel");
        await journey.ShouldShow("Met toegangssleutel");

        Assert.Equal((0, 1), (journey.Fields, journey.Clicks));
        Assert.Empty(journey.ConsoleErrors);
        journey.Report();
    }

    // A laptop with a fingerprint reader, as the browser's own tools pretend one.
    private static async Task<IAsyncDisposable> Device(Journey journey)
    {
        var tools = await journey.Page.Context.NewCDPSessionAsync(journey.Page);
        await tools.SendAsync("WebAuthn.enable");
        await tools.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        return new Tools(tools);
    }

    private sealed class Tools(Microsoft.Playwright.ICDPSession session) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await session.DetachAsync();
    }
}
