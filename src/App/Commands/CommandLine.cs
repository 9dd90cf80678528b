using System.CommandLine;
using System.CommandLine.Parsing;
using System.Data.Common;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Samenkracht.App.Commands;

/// <summary>The commands and their exit status: 0 good, 1 bad input, 2 usage, 130 cancelled.</summary>
public static class CommandLine
{
    public const int Good = 0;
    public const int BadInput = 1;
    public const int Usage = 2;
    public const int Cancelled = 130;

    // A clean end takes less. What then still runs is a transaction, which the database rolls back by itself.
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(4.5);

    public static RootCommand Root => DutchHelp.In(new("Samenkracht: software voor sociale wijkteams.")
    {
        DemoCommand.Create(),
        ServeCommand.Create(),
        ImportCommand.Create(),
        AdminCommand.Create(),
        VerifyLogCommand.Create(),
        ForgetAgainCommand.Create(),
        KeysCommand.Create(),
        ScanCommand.Create(),
        ScanAgainCommand.Create(),
        PapersCommand.Create(),
        SbomCommand.Create(),
    });

    public static async Task<int> Run(string[] args)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("nl-NL");
        var parsed = Root.Parse(args);
        if (parsed.Errors.Count > 0) return Misused(parsed.CommandResult, Misuse.Of(parsed));

        using var cancel = new CancellationTokenSource();
        using var end = new Timer(_ => Environment.Exit(Aborted()));
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            end.Change(LongestEnd, Timeout.InfiniteTimeSpan);
            cancel.Cancel();
        }

        try
        {
            return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, cancel.Token);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return Aborted();
        }
        catch (Exception refused) when (refused is RefusedException or InvalidDataException or FormatException)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return BadInput;
        }
        catch (DbException failed)
        {
            await Console.Error.WriteLineAsync($"De database werkt niet mee: {failed.Message}");
            return BadInput;
        }
    }

    private static int Aborted()
    {
        Console.Error.WriteLine("Afgebroken.");
        return Cancelled;
    }

    /// <summary>Says what is wrong with the use of a command.</summary>
    internal static int Misused(CommandResult command, IEnumerable<string> mistakes)
    {
        foreach (var mistake in mistakes) Console.Error.WriteLine(mistake);
        Console.Error.WriteLine($"Zie: ./samenkracht {string.Join(' ', Path(command))} --help");
        return Usage;
    }

    private static IEnumerable<string> Path(CommandResult result) =>
        result.Parent is CommandResult parent ? [.. Path(parent), result.Command.Name] : [];
}
