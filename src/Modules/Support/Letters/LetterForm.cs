using System.ComponentModel.DataAnnotations;
using Samenkracht.Kernel.Access;

namespace Samenkracht.Support.Letters;

/// <summary>What is typed of a letter.</summary>
internal sealed class LetterForm
{
    /// <summary>To whom; of a draft that stands, fixed.</summary>
    public string? To { get; set; }

    public LetterKind Kind { get; set; }

    public Law? Law { get; set; }

    [Required(ErrorMessage = "Schrijf op waar de brief over gaat."), StringLength(Letter.MostSubject)]
    public string? Subject { get; set; }

    [Required(ErrorMessage = "Schrijf de brief."), StringLength(Letter.MostText)]
    public string? Text { get; set; }

    [StringLength(Letter.MostOutcome)]
    public string? Outcome { get; set; }

    [StringLength(Letter.MostReference)]
    public string? Reference { get; set; }

    public bool Shielded { get; set; }

    internal SafetyMark Safety => Shielded ? SafetyMark.Shielded : SafetyMark.None;

    internal LetterText Wanted() => new(Kind, Law!.Value, Subject!, Text!, Outcome, Reference);

    public static LetterForm Of(Letter draft) => new()
    {
        To = draft.About?.ToString(),
        Kind = draft.Kind,
        Law = draft.Law,
        Subject = draft.Subject,
        Text = draft.Text,
        Outcome = draft.Outcome,
        Reference = draft.Reference,
        Shielded = draft.Safety == SafetyMark.Shielded,
    };
}
