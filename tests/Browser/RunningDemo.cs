using System.Diagnostics;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Samenkracht.Browser.RunningDemo))]

namespace Samenkracht.Browser;

/// <summary>The real program, started by the launcher as a person would, once for all tests; and Debian's Chromium to visit it with.</summary>
public sealed class RunningDemo : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("samenkracht-demo-");
    private Process? program;
    private IPlaywright? playwright;

    public string Url { get; private set; } = "";

    public IBrowser Chromium { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable("SAMENKRACHT_FILLED") is { Length: > 0 } filled) Copy(new(filled), folder);
        program = Process.Start(new ProcessStartInfo("/bin/bash", [Path.Combine(Root, "samenkracht"), "demo", "--port", "0"])
        {
            RedirectStandardOutput = true,
            Environment = { ["SAMENKRACHT_VAR"] = folder.FullName },
        })!;
        using var patience = new CancellationTokenSource(Patience);
        while (!Url.StartsWith("http://", StringComparison.Ordinal))
            Url = await program.StandardOutput.ReadLineAsync(patience.Token) ?? throw new InvalidOperationException("The demo ended before it was ready.");
        _ = program.StandardOutput.ReadToEndAsync(CancellationToken.None);
        playwright = await Playwright.CreateAsync();
        Chromium = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("SAMENKRACHT_CHROMIUM") ?? "/usr/bin/chromium",
            // The tests need no outside world, and root cannot have Chromium's sandbox.
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>A fresh browser window, without cookies.</summary>
    public async Task<IPage> Open(Screen screen)
    {
        var context = await Chromium.NewContextAsync(new()
        {
            BaseURL = Url,
            Locale = "nl-NL",
            TimezoneId = "Europe/Amsterdam",
            ViewportSize = new() { Width = screen.Width, Height = screen.Height },
            IsMobile = screen.IsPhone,
            HasTouch = screen.IsPhone,
            DeviceScaleFactor = screen.IsPhone ? 2 : 1,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(15_000);
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (Chromium is not null) await Chromium.CloseAsync();
        playwright?.Dispose();
        if (program is { HasExited: false })
        {
            using var kill = Process.Start("kill", ["-TERM", program.Id.ToString()]);
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
            await program.WaitForExitAsync(patience.Token);
        }
        program?.Dispose();
        folder.Delete(recursive: true);
    }

    internal static string Root { get; } = Find(AppContext.BaseDirectory);

    // A run of all tests fills the municipality once, for both suites.
    private static void Copy(DirectoryInfo filled, DirectoryInfo here)
    {
        foreach (var file in filled.GetFiles()) file.CopyTo(Path.Combine(here.FullName, file.Name));
        foreach (var below in filled.GetDirectories()) Copy(below, here.CreateSubdirectory(below.Name));
    }

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "Samenkracht.slnx")) ? folder
        : Find(Directory.GetParent(folder)?.FullName ?? throw new InvalidOperationException("The tests do not run inside a checkout."));
}

/// <summary>What one looks at the site with.</summary>
public sealed record Screen(string Name, int Width, int Height, bool IsPhone)
{
    public static Screen Desktop { get; } = new("desktop", 1280, 900, IsPhone: false);

    public static Screen Phone { get; } = new("phone", 390, 844, IsPhone: true);

    /// <summary>The narrowest that WCAG 1.4.10 asks for; also 1280 px at 400 % zoom.</summary>
    public static Screen Narrow { get; } = new("narrow", 320, 700, IsPhone: false);

    public override string ToString() => Name;
}
