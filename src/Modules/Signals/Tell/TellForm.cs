using System.ComponentModel.DataAnnotations;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Time;
using Samenkracht.Residents.Contract;
using Samenkracht.Signals.Contract;

namespace Samenkracht.Signals.Tell;

/// <summary>Hoe het ging: told now, or known before.</summary>
internal enum Knew
{
    [Label("Ik heb het verteld")] FromUs,
    [Label("Zij wisten het al van de melder; dat heb ik nagevraagd")] FromReporter,
}

/// <summary>The form of what was told.</summary>
internal sealed class TellForm
{
    public Knew Knew { get; set; }

    public DateOnly? On { get; set; }

    public Manner Manner { get; set; }

    public List<PersonId> People { get; set; } = [];

    [StringLength(2000)]
    public string? Words { get; set; }

    /// <summary>Where it was safe to tell.</summary>
    [StringLength(200)]
    public string? Place { get; set; }

    public SourceShown Source { get; set; }

    [StringLength(200)]
    public string? SourceName { get; set; }

    /// <summary>There is someone whom it is about and who does not know yet.</summary>
    public bool OthersLeft { get; set; }

    public bool ShowQuestion { get; set; }

    /// <summary>What is missing or cannot be, as (field, words).</summary>
    /// <param name="noPost">To whom no letter may go.</param>
    /// <param name="inPersonOnly">It lies in the safety compartment.</param>
    public IEnumerable<(string Field, string Words)> Faults(Reported said, IReadOnlyList<PersonCard> people, IReadOnlyList<PersonId> noPost, bool inPersonOnly, DateTimeOffset now)
    {
        if (inPersonOnly && Manner != Manner.InPerson) yield return (nameof(Manner), "Dit is afgeschermd. Vertel het alleen in een gesprek, nooit met een brief of aan de telefoon.");
        else if (Manner == Manner.ByLetter && people.Where(p => noPost.Contains(p.Id) && People.Contains(p.Id)).Select(p => p.Name).ToList() is [_, ..] names)
            yield return (nameof(Manner), $"Aan {string.Join(" en ", names)} kan geen brief met de post. Vertel het zelf, bijvoorbeeld in een gesprek.");
        if (inPersonOnly && string.IsNullOrWhiteSpace(Place)) yield return (nameof(Place), "Schrijf op waar het veilig was.");
        if (On is not { } day) yield return (nameof(On), "Vul in op welke dag u het vertelde.");
        else if (day > Amsterdam.Date(now)) yield return (nameof(On), "Deze dag moet nog komen. Vul het in als u het hebt verteld.");
        else if (day < Amsterdam.Date(said.ReceivedAt)) yield return (nameof(On), "Op deze dag was er nog niets gemeld.");
        if (string.IsNullOrWhiteSpace(Words)) yield return (nameof(Words), "Schrijf op wat u hebt verteld. Dit kan de inwoner teruglezen.");
        if (people.Count > 0 && People.Count == 0) yield return (nameof(People), "Kies aan wie u het hebt verteld.");
        if (People.Except(people.Select(p => p.Id)).Any()) yield return (nameof(People), "Kies iemand uit de lijst.");
        if (Knew == Knew.FromReporter && said.Told != Told.Yes) yield return (nameof(Knew), "De melder had het nog niet gezegd. Vertel het zelf.");
        if (Source == SourceShown.Function && said.Function is null) yield return (nameof(Source), "Van een buur of kennis noemen wij ook niet uit welke hoek het kwam.");
        if (Source == SourceShown.Name && string.IsNullOrWhiteSpace(SourceName)) yield return (nameof(SourceName), "Schrijf op hoe de melder genoemd wil worden.");
    }

    public Telling AsTelling(Reported said, bool inPersonOnly) => new(On!.Value, Manner, Words!.Trim(), Source,
        Source switch { SourceShown.Function => said.Function, SourceShown.Name => SourceName!.Trim(), _ => null }, Knew == Knew.FromReporter)
    {
        Place = inPersonOnly ? Place!.Trim() : null,
    };
}

/// <summary>The form of what is put off.</summary>
internal sealed class WithholdForm
{
    public Ground? Ground { get; set; }

    [StringLength(1000)]
    public string? Reason { get; set; }

    public DateOnly? ReviewOn { get; set; }

    public IEnumerable<(string Field, string Words)> Faults(DateOnly today)
    {
        if (Ground is null) yield return (nameof(Ground), "Kies waarom u het nu niet vertelt.");
        if (string.IsNullOrWhiteSpace(Reason)) yield return (nameof(Reason), "Schrijf op waarom. Alleen de kring en de aandachtsfunctionaris lezen dit.");
        if (ReviewOn is not { } day || day <= today || day > today.AddDays(Withholding.MostDays))
            yield return (nameof(ReviewOn), "Kies een dag in de komende drie maanden. Dan kijkt u er opnieuw naar.");
    }

    public Withholding AsWithholding() => new(Ground!.Value, Reason!.Trim(), ReviewOn!.Value);
}
