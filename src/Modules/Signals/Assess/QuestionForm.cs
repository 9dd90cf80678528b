using System.ComponentModel.DataAnnotations;
using Samenkracht.Directory.Contract;
using Samenkracht.Kernel.Access;
using Samenkracht.Residents.Contract;
using Samenkracht.Support.Contract;

namespace Samenkracht.Signals.Assess;

/// <summary>Whose question it is, and what is asked.</summary>
internal sealed class QuestionForm
{
    /// <summary>The choice that it is none of the known households.</summary>
    public const string NewHousehold = "nieuw";

    private const int LongestQuestion = 2000;

    [StringLength(100)]
    public string? Name { get; set; }

    [StringLength(100)]
    public string? Street { get; set; }

    [StringLength(20)]
    public string? HouseNumber { get; set; }

    [StringLength(7)]
    public string? Postcode { get; set; }

    [StringLength(100)]
    public string? Place { get; set; }

    [Required(ErrorMessage = "Schrijf de vraag op zoals het huishouden die zou stellen."), StringLength(LongestQuestion)]
    public string? Text { get; set; }

    [Required(ErrorMessage = "Kies waar de vraag over gaat.")]
    public Theme? Theme { get; set; }

    public Law Law { get; set; }

    public CommunityId? Channel { get; set; }

    /// <summary>The id of a known household, or <see cref="NewHousehold"/>; empty until possible duplicates were shown.</summary>
    public string? Household { get; set; }

    public Address Address => new Address(Street, HouseNumber, Postcode, Place, null).Normal();

    public string[] Names => string.IsNullOrWhiteSpace(Name) ? [] : [Name.Trim()];

    public bool NamesSomeone => Names.Length > 0 || Address != Address.Unknown;

    public static QuestionForm From(Signal signal) => new()
    {
        Text = signal.Text.Length <= LongestQuestion ? signal.Text : signal.Text[..LongestQuestion],
        Theme = signal.Theme,
        Channel = signal.ChannelCommunity,
        // What someone asks for themselves is a melding (Wmo art. 2.3.2); of another the assessor says it.
        Law = Law.Wmo,
    };

    public Residents.Contract.NewHousehold AsHousehold(SafetyMark safety) => new(
        Address.Street is { } street ? $"Huishouden {street}" : "Huishouden zonder vast adres",
        Address,
        [.. Names.Select(n => new NewPerson(n))],
        [Law], safety);
}
