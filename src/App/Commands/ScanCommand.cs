using System.CommandLine;
using Samenkracht.App.Scanning;

namespace Samenkracht.App.Commands;

/// <summary><c>scan</c>: the scan by itself, over files. Needs no database and no web server.</summary>
internal static class ScanCommand
{
    public static Command Create()
    {
        var arguments = new ScanArguments();
        var command = new Command("scan", "Zoek in eigen bestanden waar meer gevallen zijn dan te verwachten, en hoe waarschijnlijk dat door toeval is.");
        foreach (var option in arguments.All) command.Options.Add(option);
        command.SetAction((given, cancel) => Task.FromResult(arguments.Mistakes(given) is { Count: > 0 } mistakes
            ? CommandLine.Misused(given.CommandResult, mistakes)
            : Run(arguments.Request(given), cancel)));
        return command;
    }

    private static int Run(ScanRequest request, CancellationToken cancel)
    {
        var json = request.Json is null ? null : new ReportFile(request.Json);
        var input = ScanInput.Read(request);
        var report = Scanner.Run(request, input, cancel);
        // From here on it is too late to stop: the file stands there whole or not at all.
        cancel.ThrowIfCancellationRequested();
        json?.Write(report);
        ScanTable.Write(report, Console.Out);
        if (request.Timings) Console.Out.WriteLine($"Voorbereiding {report.Seconds.Setup:0.000} s, herhalingen {report.Seconds.Simulation:0.000} s.");
        return CommandLine.Good;
    }
}
