using System.CommandLine;
using Samenkracht.App.Hosting;
using Samenkracht.Kernel.Journal;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.App.Commands;

/// <summary><c>verify-log</c>: walks the sealed chain of the journal.</summary>
internal static class VerifyLogCommand
{
    public static Command Create()
    {
        var database = DatabaseOption.Create();
        var command = new Command("verify-log", "Controleer of niemand aan het journaal heeft gezeten.") { database };
        command.SetAction((given, cancel) => Run(given.GetValue(database), cancel));
        return command;
    }

    private static async Task<int> Run(string? database, CancellationToken cancel)
    {
        await using var services = Services.For(Deployment.Of(database));
        if (await new Migrator(services.GetRequiredService<Storage>().Connection).State(cancel) is SchemaState.Empty or SchemaState.Foreign)
            throw new RefusedException("In deze database staat geen journaal.");
        var verdict = await services.GetRequiredService<JournalCheck>().Verify(cancel);
        foreach (var defect in verdict.Defects) Console.Out.WriteLine(defect);
        Console.Out.WriteLine($"{verdict.Sealed} regels verzegeld, {verdict.Unsealed.Count} nog niet{Numbers(verdict.Unsealed)}.");
        if (verdict.Head is not null) Console.Out.WriteLine($"Laatste zegel: {verdict.Head}");
        Console.Out.WriteLine(verdict.IsSound ? "Het journaal klopt." : "Het journaal klopt NIET.");
        return verdict.IsSound ? CommandLine.Good : CommandLine.BadInput;
    }

    private static string Numbers(IReadOnlyList<long> lines) => lines.Count switch
    {
        0 => "",
        1 => $" (regel {lines[0]})",
        _ => $" (regel {lines[0]} tot en met {lines[^1]})",
    };
}
