namespace Samenkracht.Browser;

/// <summary>The pictures of README and manual, made from the running demo by <c>./samenkracht screenshots</c>.</summary>
public class Screenshots(RunningDemo demo)
{
    private static readonly (string Name, Screen Screen, string? Role, string Url)[] Pictures =
    [
        ("mijn-dag", Screen.Desktop, "Wijkteammedewerker", "/"),
        ("wijken", Screen.Desktop, "Wijkteammedewerker", "/wijken"),
        ("signaal", Screen.Phone, null, "/signaal"),
    ];

    [Fact(Explicit = true)]
    public async Task Make()
    {
        var folder = Directory.CreateDirectory(Path.Combine(RunningDemo.Root, "docs", "screenshots")).FullName;
        foreach (var (name, screen, role, url) in Pictures)
        {
            var journey = await Journey.Start(demo, screen, name);
            if (role is not null) await journey.SignInAs(role);
            await journey.Visit(url);
            await journey.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = !screen.IsPhone });
        }
    }
}
