using System.CommandLine;
using Samenkracht.App.Hosting;
using Samenkracht.Kernel.Logs;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Time;

namespace Samenkracht.App.Commands;

/// <summary><c>verify-log</c>: walks the sealed chains of the journal, the log of looks and the processing log.</summary>
internal static class VerifyLogCommand
{
    public static Command Create()
    {
        var database = DatabaseOption.Create();
        var command = new Command("verify-log", "Controleer of niemand aan het journaal, het inzagelog of het logboek dataverwerkingen heeft gezeten.") { database };
        command.SetAction((given, cancel) => Run(given.GetValue(database), cancel));
        return command;
    }

    private static async Task<int> Run(string? database, CancellationToken cancel)
    {
        var deployment = Deployment.Of(database);
        await using var services = Services.For(deployment);
        if (await new Migrator(services.GetRequiredService<Storage>().Connection).State(cancel) is SchemaState.Empty or SchemaState.Foreign)
            throw new RefusedException("In deze database staat geen journaal.");
        var kept = new KeptSeals(deployment).Read();
        var verdicts = await services.GetRequiredService<Chains>().Verify(kept, cancel);
        foreach (var verdict in verdicts) Tell(verdict, kept.ContainsKey(verdict.Name), Console.Out);
        return verdicts.All(verdict => verdict.IsSound) ? CommandLine.Good : CommandLine.BadInput;
    }

    internal static void Tell(ChainVerdict verdict, bool hasKept, TextWriter output)
    {
        output.WriteLine($"{verdict.Name}: {Regels(verdict.Sealed)} verzegeld, {Unsealed(verdict.Tail)}.");
        foreach (var defect in verdict.Defects) output.WriteLine($"  {defect.Dutch}");
        if (verdict.Head is { } head) output.WriteLine($"  Laatste zegel: {head.Position} {head.Hash}");
        if (!hasKept) output.WriteLine("  Geen bewaard zegel gevonden in de sleutelmap: of het einde is weggehaald of de keten opnieuw is gemaakt, is niet na te gaan.");
        output.WriteLine(verdict.IsSound ? "  Klopt." : $"  Klopt NIET. De eerste fout staat bij zegel {verdict.Defects[0].Position}.");
    }

    private static string Unsealed(UnsealedTail? tail) => tail switch
    {
        null => "niets wacht",
        { Count: 1 } => $"1 nog niet (regel {tail.From}, van {Moment(tail.Since)})",
        _ => $"{tail.Count} nog niet (regel {tail.From} tot en met {tail.To}, sinds {Moment(tail.Since)})",
    };

    private static string Regels(long count) => count == 1 ? "1 regel" : $"{count} regels";

    private static string Moment(DateTimeOffset? at) => at is { } moment ? Amsterdam.Local(moment).ToString("d MMMM yyyy HH.mm") : "een tijdstip dat niet te lezen is";
}
