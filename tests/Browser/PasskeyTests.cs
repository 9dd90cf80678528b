using Microsoft.Playwright;

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
        await Press(journey, "Voeg toe", "De toegangssleutel is toegevoegd");
        Assert.Empty(await Accessibility.Faults(journey.Page));

        await journey.Visit("/afmelden");
        await journey.Press("Afmelden");
        await journey.Visit("/aanmelden?naar=/account");
        Assert.Empty(await Accessibility.Faults(journey.Page));
        journey.Restart();
        await Press(journey, "Aanmelden met een toegangssleutel", "Met toegangssleutel");

        Assert.Equal(0, journey.Fields);
        Assert.Empty(journey.ConsoleErrors);
        journey.Report();
    }

    // The page goes on when the device has answered, which the browser does not know beforehand.
    private static async Task Press(Journey journey, string button, string thenShows)
    {
        await journey.Page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        await Assertions.Expect(journey.Page.Locator("body")).ToContainTextAsync(thenShows, new() { Timeout = 15_000 });
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

    private sealed class Tools(ICDPSession session) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await session.DetachAsync();
    }
}
