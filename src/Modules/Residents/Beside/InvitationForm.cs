using System.ComponentModel.DataAnnotations;
using Samenkracht.Residents.Contract;

namespace Samenkracht.Residents.Beside;

/// <summary>What a resident fills in to ask someone to stand beside them.</summary>
internal sealed class InvitationForm
{
    [Required(ErrorMessage = "Schrijf op wie u vraagt."), StringLength(100)]
    public string? Name { get; set; }

    [Required(ErrorMessage = "Kies wie het is.")]
    public BesideKind? Kind { get; set; }

    public List<Parts> Parts { get; set; } = [];

    [Required(ErrorMessage = "Kies tot wanneer.")]
    public DateOnly? Last { get; set; }
}
