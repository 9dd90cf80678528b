using System.Diagnostics;

namespace Samenkracht.Tests.TestData;

/// <summary>The program in a process of its own, as an administrator starts it, with a folder of its own for keys and data.</summary>
public sealed class RunningProgram : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process process;
    private readonly Task<string> complaints;
    private Task<string>? said;

    private RunningProgram(Process process) => (this.process, complaints) = (process, process.StandardError.ReadToEndAsync());

    /// <summary>Where it listens.</summary>
    public Uri Url { get; private set; } = null!;

    /// <summary>Starts it and waits until it says where it listens.</summary>
    public static async Task<RunningProgram> Start(string folder, string[] arguments, params (string Name, string Value)[] environment)
    {
        var running = Launch(folder, arguments, environment);
        using var patience = new CancellationTokenSource(Patience);
        while (await running.process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (!line.StartsWith("http", StringComparison.Ordinal)) continue;
            running.Url = new Uri(line);
            running.said = running.process.StandardOutput.ReadToEndAsync(CancellationToken.None);
            return running;
        }
        throw new InvalidOperationException($"The program ended before it listened: {await running.complaints}");
    }

    /// <summary>Starts it without waiting.</summary>
    public static RunningProgram Launch(string folder, string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Samenkracht.App.dll"), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
            Environment = { ["SAMENKRACHT_VAR"] = folder, ["SAMENKRACHT_KEYS"] = null, ["SAMENKRACHT_DATABASE"] = null, ["SAMENKRACHT_DATABASE_OWNER"] = null },
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return new RunningProgram(Process.Start(start)!);
    }

    /// <summary>Types this and closes the input; waits for the end.</summary>
    public async Task<(int Status, string Text)> Answer(string input = "")
    {
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var said = process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await said + await complaints);
    }

    /// <summary>Sends a signal, "INT" as Ctrl-C does or "TERM", and waits for the end. The log is what it wrote after it said where it listens.</summary>
    public async Task<(int Status, TimeSpan Took, string Complaints, string Log)> Stop(string signal)
    {
        var watch = Stopwatch.StartNew();
        using (var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString()])) await kill.WaitForExitAsync();
        using var patience = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(patience.Token);
        var took = watch.Elapsed;
        return (process.ExitCode, took, await complaints, said is null ? "" : await said);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
