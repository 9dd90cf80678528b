using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Samenkracht.Browser;

/// <summary>Someone doing a task: finds things by the words on the screen, and counts what the task asks of a person.</summary>
/// <example><code>
/// var journey = await Journey.Start(demo, Screen.Phone, "Signaal doorgeven");
/// await journey.Visit("/signaal");
/// await journey.Fill("Wat is er aan de hand?", "…");
/// await journey.Press("Versturen");
/// journey.Report();                                    // Signaal doorgeven (phone): 1 fields, 1 clicks, 2 page loads
/// </code></example>
public sealed class Journey
{
    private readonly string task;
    private readonly Screen screen;

    private Journey(IPage page, Screen screen, string task)
    {
        (Page, this.screen, this.task) = (page, screen, task);
        page.FrameNavigated += (_, frame) => { if (frame == page.MainFrame) Loads++; };
        page.Console += (_, message) => { if (message.Type == "error") ConsoleErrors.Add($"{page.Url}: {message.Text}"); };
        page.PageError += (_, error) => ConsoleErrors.Add($"{page.Url}: {error}");
    }

    public IPage Page { get; }

    /// <summary>Script errors, and what the content security policy stopped.</summary>
    public List<string> ConsoleErrors { get; } = [];

    public int Fields { get; private set; }

    public int Clicks { get; private set; }

    public int Loads { get; private set; }

    public static async Task<Journey> Start(RunningDemo demo, Screen screen, string task) => new(await demo.Open(screen), screen, task);

    /// <summary>The same person begins another task: counting starts anew.</summary>
    public void Restart() => (Fields, Clicks, Loads) = (0, 0, 0);

    public async Task<IResponse> Visit(string url) => (await Page.GotoAsync(url))!;

    /// <summary>Becomes the fictional person of this role, by the button on the sign-in page.</summary>
    /// <param name="person">What the button begins with: "Wijkteammedewerker" or "Wijkteammedewerker: Nora Vos".</param>
    public async Task SignInAs(string person)
    {
        await Visit("/aanmelden");
        var button = Page.Locator("button[name=Person]").Filter(new() { HasTextRegex = new($"^\\s*{Regex.Escape(person)}(:|\\s*$)") });
        await button.First.ClickAsync();
        await Page.WaitForURLAsync(url => !url.Contains("/aanmelden"));
        Restart();
    }

    /// <summary>Types in the field with this label.</summary>
    public async Task Fill(string label, string text)
    {
        Fields++;
        await Page.GetByLabel(label).First.FillAsync(text);
    }

    /// <summary>Ticks a choice or a box by its words.</summary>
    public async Task Choose(string label)
    {
        Fields++;
        await Page.GetByLabel(label).First.CheckAsync();
    }

    /// <summary>Picks an option from the list with this label.</summary>
    public async Task Pick(string label, string option)
    {
        Fields++;
        await Page.GetByLabel(label).First.SelectOptionAsync(new SelectOptionValue { Label = option });
    }

    /// <summary>Presses the button with these words.</summary>
    public async Task Press(string button)
    {
        Clicks++;
        await Page.GetByRole(AriaRole.Button, new() { Name = button }).First.ClickAsync();
        await Page.WaitForLoadStateAsync();
    }

    /// <summary>Follows the link with these words.</summary>
    public async Task Follow(string link)
    {
        Clicks++;
        await Page.GetByRole(AriaRole.Link, new() { Name = link }).First.ClickAsync();
        await Page.WaitForLoadStateAsync();
    }

    /// <summary>Opens the first thing on the list that the page shows.</summary>
    public async Task OpenFirst()
    {
        Clicks++;
        await Page.Locator("a.sk-item__title").First.ClickAsync();
        await Page.WaitForLoadStateAsync();
    }

    public async Task<string> Heading() => await Page.Locator("h1").First.InnerTextAsync();

    public async Task ShouldShow(string text) => await Assertions.Expect(Page.Locator("main")).ToContainTextAsync(text);

    public override string ToString() => $"{task} ({screen})";

    /// <summary>Prints the costs of the task.</summary>
    public void Report() => Console.WriteLine($"{this}: {Fields} fields, {Clicks} clicks, {Loads} page loads");
}
