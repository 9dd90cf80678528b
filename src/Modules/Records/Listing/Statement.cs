using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Time;
using Samenkracht.Records.Copy;
using Samenkracht.Web.Design;

namespace Samenkracht.Records.Listing;

/// <summary>Verklaring van vernietiging, as it is read and kept: what kind, of which period, by which rule, how much, who approved, when and how. No personal data of who it was about.</summary>
internal sealed record Statement(Declaration Declaration, string ApprovedBy, IReadOnlyList<DestructionLine> Lines)
{
    private const string Settled = "Alle regels in de databank zijn verwijderd, ook in de zoektekst. Ze staan ook niet meer in de bestanden van die tabellen.";

    private const string NotSettled = "Alle regels in de databank zijn verwijderd, ook in de zoektekst. In de bestanden van de tabellen kan de oude plek nog leesbaar zijn, omdat die in gebruik was. "
        + "Het systeem maakt die plek in een volgende nacht leeg. Daarna staat dat hier.";

    private const string Journal = "De sleutels van het journaal zijn vernietigd: wat daarin over het dossier stond, is niet meer te lezen, "
        + "en de keten van het journaal blijft controleerbaar. Van inzage blijft alleen wie wanneer keek, zonder dat nog na te gaan is bij wie. In reservekopieën staan de gegevens nog tot die zijn verlopen, uiterlijk na drie maanden.";

    private const string JournalNotSettled = "De sleutels van het journaal zijn verwijderd, en als die plek leeg is, is niet meer te lezen wat daarin over het dossier stond. "
        + "De keten van het journaal blijft controleerbaar. Van inzage blijft alleen wie wanneer keek, zonder dat nog na te gaan is bij wie. In reservekopieën staan de gegevens nog tot die zijn verlopen, uiterlijk na drie maanden.";

    /// <summary>No more than is so now.</summary>
    public string How => Gone.Count == 0 ? "Er is nog niets vernietigd." : Gone.All(l => l.SettledAt is not null) ? $"{Settled} {Journal}" : $"{NotSettled} {JournalNotSettled}";

    public IReadOnlyList<DestructionLine> Gone => [.. Lines.Where(l => l.DoneAt is not null)];

    public IReadOnlyList<DestructionLine> Waiting => [.. Lines.Where(l => l.DoneAt is null)];

    /// <summary>By rule: what, how many files, of which period.</summary>
    public IEnumerable<(string Rule, string Ground, int Files, DateOnly From, DateOnly Until)> Rules =>
        Gone.GroupBy(l => (l.Rule, l.Ground)).OrderBy(g => g.Key.Rule).Select(g => (g.Key.Rule, g.Key.Ground.Label(), g.Count(), g.Min(l => l.CountedFrom), g.Max(l => l.CountedFrom)));

    public IEnumerable<(string Words, int Rows)> Counts => TableWords.Of(Gone.SelectMany(l => l.CountsByTable));

    public static async Task<Statement?> Read(Work work, DeclarationId id, CancellationToken cancel)
    {
        if (await work.Query<Declaration>().AsNoTracking().FirstOrDefaultAsync(d => d.Id == id, cancel) is not { } declaration) return null;
        var lines = await work.Query<DestructionLine>().AsNoTracking().Where(l => l.Declaration == id).OrderBy(l => l.DoneAt).ThenBy(l => l.Id).ToListAsync(cancel);
        // After a backup was put back an archivist may not be known here any more.
        var who = (await work.AccountNames([declaration.ApprovedBy], cancel)).GetValueOrDefault(declaration.ApprovedBy);
        var name = who is null ? "een archivaris die hier niet meer bekend is" : string.Join(", ", new[] { who.Name, who.Function, who.OrganisationName }.Where(w => !string.IsNullOrEmpty(w)));
        return new Statement(declaration, name, lines);
    }

    public byte[] Paper()
    {
        var page = new Paper($"Verklaring van vernietiging {Declaration.Reference}");
        page.Line($"Goedgekeurd op {DutchDate.Long(Amsterdam.Date(Declaration.ApprovedAt))} door {ApprovedBy} (Archiefbesluit, verklaring van vernietiging).");
        page.Heading("Wat er is vernietigd");
        foreach (var rule in Rules)
            page.Facts([("Regel", rule.Rule), ("Grond", rule.Ground), ("Dossiers", $"{rule.Files:N0}"), ("Periode", $"{DutchDate.Full(rule.From)} tot en met {DutchDate.Full(rule.Until)}")]);
        page.Heading("Hoeveel gegevens").Facts(Counts.Select(c => (c.Words, c.Rows.ToString("N0", CultureInfo.GetCultureInfo("nl-NL")))));
        page.Heading("Dossiers").Facts(Gone.Select(l => (FileNumber.Of(l), $"{Said.What(l)}, vernietigd op {DutchDate.Full(Amsterdam.Date(l.DoneAt!.Value))}")));
        if (Waiting.Count > 0) page.Heading("Nog niet vernietigd").Line($"{ArchiveListModel.Words(Waiting.Count)}: aangehouden, weer in gebruik, een verzoek om beperking of bezwaar, of het wacht op de nacht.");
        return page.Heading("Hoe").Line(How).Bytes();
    }
}
