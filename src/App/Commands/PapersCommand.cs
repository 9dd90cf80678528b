using System.CommandLine;
using System.Text;
using Samenkracht.App.Papers;
using Samenkracht.Kernel.Time;

namespace Samenkracht.App.Commands;

/// <summary><c>papers</c>: what a municipality needs on paper before it begins, with its own name and terms. Needs no database.</summary>
internal static class PapersCommand
{
    public static Command Create()
    {
        var municipality = new Option<string>("--gemeente") { Description = "De naam van de gemeente, zonder het woord gemeente.", HelpName = "naam", Required = true };
        var folder = new Option<string>("--naar") { Description = "De map waarin de papieren komen; ze wordt gemaakt als ze er niet is.", HelpName = "map", Required = true };
        municipality.Validators.Add(given =>
        {
            if (given.GetValue(municipality) is not { } name || string.IsNullOrWhiteSpace(name) || name.Any(char.IsControl)) given.AddError("Geen naam.");
        });
        var command = new Command("papers", "Schrijf de papieren voor de invoering: register, DPIA, convenant, verwerkersovereenkomst en privacyverklaringen, met uw instellingen.") { municipality, folder };
        command.SetAction((given, cancel) => Run(given.GetRequiredValue(municipality).Trim(), given.GetRequiredValue(folder), cancel));
        return command;
    }

    private static async Task<int> Run(string municipality, string folder, CancellationToken cancel)
    {
        var papers = GoLivePapers.Write(PaperSubject.Of(municipality, Amsterdam.Date(TimeProvider.System.GetUtcNow()), Deployment.Settings()));
        var files = papers.ToDictionary(paper => paper.File, paper => Path.Combine(folder, paper.File));
        // What someone has filled in by hand is not lost to a second run.
        if (files.Values.FirstOrDefault(Path.Exists) is { } there) throw new RefusedException($"{there} is er al. Kies een andere map: wat u al hebt ingevuld, wordt niet overschreven.");
        try
        {
            System.IO.Directory.CreateDirectory(folder);
            foreach (var paper in papers) await File.WriteAllTextAsync(files[paper.File], paper.Text, new UTF8Encoding(), cancel);
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException($"In {folder} kan niet worden geschreven: {unwritable.Message}");
        }
        Console.Out.WriteLine($"{papers.Count} papieren geschreven in {Path.GetFullPath(folder)}. Begin met README.md. Het zijn concepten: laat ze nakijken.");
        return CommandLine.Good;
    }
}
