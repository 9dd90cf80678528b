using System.ComponentModel.DataAnnotations;
using Samenkracht.Signals.Contract;
using Samenkracht.Support.Contract;

namespace Samenkracht.Signals.Raise;

/// <summary>The form of a signal: at most six fields to fill in, and which depends on its kind.</summary>
internal sealed class SignalForm
{
    [Required(ErrorMessage = "Schrijf kort op wat er aan de hand is."), StringLength(4000)]
    public string? Text { get; set; }

    [StringLength(300)]
    public string? About { get; set; }

    public Told? Told { get; set; }

    public Urgency Urgency { get; set; } = Urgency.FewDays;

    public Theme? Theme { get; set; }

    [StringLength(200)]
    public string? Contact { get; set; }

    [StringLength(100)]
    public string? Community { get; set; }

    public HowMany? HowMany { get; set; }

    /// <summary>A field that people do not see and robots fill in.</summary>
    public string? Website { get; set; }

    /// <summary>See <see cref="FormSeal"/>.</summary>
    public string? Seal { get; set; }

    /// <summary>What is missing for this kind, as (field, words).</summary>
    public IEnumerable<(string Field, string Words)> Missing(SignalKind kind, bool signedIn)
    {
        var nobody = string.IsNullOrWhiteSpace(Contact) && !signedIn;
        if (kind == SignalKind.Concern && string.IsNullOrWhiteSpace(About))
            yield return (nameof(About), "Schrijf op om wie of waar het gaat. Weet u het niet precies? Schrijf dan wat u wel weet.");
        if (kind == SignalKind.Concern && Told is null or Contract.Told.NotApplicable)
            yield return (nameof(Told), "Kies of u het zelf hebt gezegd.");
        if (kind == SignalKind.Request && string.IsNullOrWhiteSpace(About) && !signedIn)
            yield return (nameof(About), "Schrijf op wie u bent en waar u woont. Dan weten wij wie u kan helpen.");
        if (kind == SignalKind.Request && nobody)
            yield return (nameof(Contact), "Vul een telefoonnummer of e-mailadres in. Anders kunnen wij u niet bereiken.");
        if (kind == SignalKind.Community && string.IsNullOrWhiteSpace(Community))
            yield return (nameof(Community), "Schrijf op namens welke groep of vereniging u dit doorgeeft.");
        if (kind == SignalKind.Community && HowMany is null)
            yield return (nameof(HowMany), "Kies om hoeveel mensen het ongeveer gaat.");
    }
}
