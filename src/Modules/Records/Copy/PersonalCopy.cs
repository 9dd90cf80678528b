using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Records;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;

namespace Samenkracht.Records.Copy;

/// <summary>Kopie: everything that is kept about someone, as far as it may go to them (AVG art. 15 and 20). The same on the page, on paper and as JSON.</summary>
/// <param name="Laws">The laws that who made it works for; a copy of the others comes from who works for those.</param>
internal sealed record PersonalCopy(string Name, DateTimeOffset MadeAt, IReadOnlyList<Law> Laws, IReadOnlyList<CopyPart> Parts)
{
    /// <summary>Stands in every copy, whether or not anything was left out: it tells nothing about this one.</summary>
    public const string LeftOut = "Gegevens van anderen staan niet in een kopie. Namen van anderen in een tekst zijn vervangen door [naam]. "
        + "Ook wie een signaal gaf en persoonlijke werkaantekeningen staan er niet in, en niets waar de wet of iemands veiligheid dat niet toelaat (AVG art. 15 lid 4 en art. 23). "
        + "Wat u zelf meldde met uw account staat alleen in de kopie die u zelf maakt op Mijn Samenkracht.";

    public static async Task<PersonalCopy> Make(Work work, CopySubject whom, IEnumerable<ICopySource> sources, CancellationToken cancel)
    {
        var parts = new List<CopyPart>();
        foreach (var source in sources.OrderBy(s => s.Order)) parts.AddRange(await source.For(work, whom, cancel));
        return new PersonalCopy(whom.Name, work.Now, await work.LawsIn(whom.Household, cancel), [.. parts.Select(Known)]);
    }

    // What is not known has no line.
    private static CopyPart Known(CopyPart part) => part with { Rows = [.. part.Rows.Select(row => (IReadOnlyList<CopyValue>)[.. row.Where(v => v.Value is not (null or ""))]).Where(row => row.Count > 0)] };
}
