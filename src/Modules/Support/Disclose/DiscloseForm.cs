using System.ComponentModel.DataAnnotations;
using Samenkracht.Residents.Contract;

namespace Samenkracht.Support.Disclose;

/// <summary>The form of what was told in person.</summary>
internal sealed class DiscloseForm
{
    public Guid? Item { get; set; }

    public PersonId? Person { get; set; }

    public DateOnly? On { get; set; }

    [StringLength(Disclosure.MostPlace)]
    public string? Place { get; set; }

    [StringLength(Disclosure.MostWords)]
    public string? Words { get; set; }

    public IEnumerable<(string Field, string Words)> Faults(DateOnly since, DateOnly today)
    {
        if (On is not { } day) yield return (nameof(On), "Vul in op welke dag u het vertelde.");
        else if (day > today) yield return (nameof(On), "Deze dag moet nog komen. Vul het in als u het hebt verteld.");
        else if (day < since) yield return (nameof(On), "Op deze dag stond dit er nog niet.");
        if (string.IsNullOrWhiteSpace(Place)) yield return (nameof(Place), "Schrijf op waar het veilig was.");
        if (string.IsNullOrWhiteSpace(Words)) yield return (nameof(Words), "Schrijf op wat u hebt verteld.");
    }
}

/// <summary>The form of what is put off for safety.</summary>
internal sealed class PutOffForm
{
    public Guid? Item { get; set; }

    public PersonId? Person { get; set; }

    [StringLength(Disclosure.MostWords)]
    public string? Reason { get; set; }

    public DateOnly? ReviewOn { get; set; }

    public IEnumerable<(string Field, string Words)> Faults(DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(Reason)) yield return (nameof(Reason), "Schrijf op wat er kan gebeuren als u het nu vertelt.");
        if (ReviewOn is not { } day || day <= today || day > today.AddDays(Disclosure.MostDays))
            yield return (nameof(ReviewOn), "Kies een dag in de komende drie maanden. Dan kijkt u er opnieuw naar.");
    }
}
