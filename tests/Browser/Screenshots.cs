namespace Samenkracht.Browser;

/// <summary>The pictures of README and manual, made from the running demo by <c>./samenkracht screenshots</c>.</summary>
public class Screenshots(RunningDemo demo)
{
    private static readonly (string Name, Screen Screen, string? Role, string Url, string? Open)[] Pictures =
    [
        ("1-mijn-dag", Screen.Desktop, "Wijkteammedewerker", "/", null),
        ("2-huishouden", Screen.Desktop, "Inwoner", "/mijn", null),
        ("3-bevinding", Screen.Desktop, "Wijkteammedewerker", "/kwesties", "Geld en schulden rond een sportvereniging"),
        ("4-signaal-telefoon", Screen.Phone, null, "/signaal", null),
        ("5-beleidstafel", Screen.Desktop, "Raadslid", "/beleidstafel", null),
        ("6-wijken", Screen.Desktop, "Wijkteammedewerker", "/wijken", null),
    ];

    [Fact(Explicit = true)]
    public async Task Make()
    {
        var folder = Directory.CreateDirectory(Path.Combine(RunningDemo.Root, "docs", "screenshots")).FullName;
        foreach (var (name, screen, role, url, open) in Pictures)
        {
            var journey = await Journey.Start(demo, screen, name);
            if (role is not null) await journey.SignInAs(role);
            await journey.Visit(url);
            if (open is not null) await journey.Follow(open);
            await journey.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
        }
    }
}
