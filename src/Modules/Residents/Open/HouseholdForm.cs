using System.ComponentModel.DataAnnotations;
using Samenkracht.Geography.Contract;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;

namespace Samenkracht.Residents.Open;

/// <summary>What is typed of a household's name and address.</summary>
internal sealed class HouseholdForm
{
    [Required(ErrorMessage = "Geef het huishouden een naam."), StringLength(100)]
    public string? Name { get; set; }

    [StringLength(100)]
    public string? Street { get; set; }

    [StringLength(20)]
    public string? HouseNumber { get; set; }

    [RegularExpression("^ *[0-9]{4} *[A-Za-z]{2} *$", ErrorMessage = "Een postcode heeft vier cijfers en twee letters, bijvoorbeeld 1234 AB.")]
    public string? Postcode { get; set; }

    [StringLength(100)]
    public string? Place { get; set; }

    public string? Buurt { get; set; }

    public bool Secrecy { get; set; }

    internal Address Address => new(Street, HouseNumber, Postcode, Place, BuurtCode);

    internal async Task<bool> BuurtIsKnown(Work work, CancellationToken cancel) =>
        string.IsNullOrEmpty(Buurt) || (BuurtCode is { } code && await work.IsBuurt(code, cancel));

    private AreaCode? BuurtCode => AreaCode.TryParse(Buurt, out var code) ? code : null;

    internal static HouseholdForm Of(Household household) => new()
    {
        Name = household.Name,
        Street = household.Street,
        HouseNumber = household.HouseNumber,
        Postcode = household.Postcode,
        Place = household.Place,
        Buurt = household.BuurtCode?.Value,
        Secrecy = household.Secrecy,
    };
}
