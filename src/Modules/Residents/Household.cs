using Samenkracht.Geography.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Keys;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;

namespace Samenkracht.Residents;

/// <summary>Huishouden: people at one address who have at most one plan together.</summary>
internal sealed class Household : IVersioned
{
    internal static readonly TimeSpan LookFirst = TimeSpan.FromHours(24);

    private Household() { }

    public HouseholdId Id { get; private init; }
    /// <summary>How the circle speaks of it, "gezin aan het Molenpad"; a surname is not needed.</summary>
    public string Name { get; private set; } = "";
    public string? Street { get; private set; }
    public string? HouseNumber { get; private set; }
    public string? Postcode { get; private set; }
    public string? Place { get; private set; }
    public AreaCode? BuurtCode { get; private set; }
    public string SearchText { get; private set; } = "";
    /// <summary>Street and number, and postcode and number, in the form that finds the same address again.</summary>
    public string? AddressKey { get; private set; }
    public string? PostcodeKey { get; private set; }
    public SafetyMark Safety { get; private set; }
    public bool HasSafetyItems { get; private set; }
    /// <summary>Geheimhouding (Wet BRP art. 2.59): the address is not found, listed or exported.</summary>
    public bool Secrecy { get; private set; }
    public DateTimeOffset KnownSince { get; private init; }
    /// <summary>Before this instant nobody visits or writes: whether that is safe is looked at first, for every new address alike.</summary>
    public DateTimeOffset ContactFrom { get; private set; }
    /// <summary>Every change of circle or contact person touches this row, so that two at once cannot both succeed.</summary>
    public int CircleEdition { get; private set; }
    public int Version { get; private set; }

    public Address Address => new(Street, HouseNumber, Postcode, Place, BuurtCode);

    public static Household Open(string name, Address address, SafetyMark safety, Secrets secrets, Because because, HouseholdId? id = null)
    {
        var household = new Household { Id = id ?? Kernel.Id.New<HouseholdId>(), KnownSince = because.At, Safety = safety };
        household.Describe(name, address, secrecy: false, secrets);
        household.ContactFrom = because.At + LookFirst;
        return household;
    }

    public void Describe(string name, Address address, bool secrecy, Secrets secrets)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var normal = address.Normal();
        Secrecy = secrecy;
        (Name, Street, HouseNumber, Postcode, Place, BuurtCode) =
            (name.Trim(), normal.Street, normal.HouseNumber, normal.Postcode, normal.Place, normal.Buurt);
        KeepFindable(secrets);
    }

    /// <summary>By name and address; of a hidden household without being readable.</summary>
    public void KeepFindable(Secrets secrets)
    {
        var form = FindForm.Of(this, secrets);
        SearchText = form.Words(Secrecy ? Name : $"{Name} {Address}");
        (AddressKey, PostcodeKey) = (form.Key(Address.StreetKey), form.Key(Address.PostcodeKey));
    }

    /// <summary>Another address is looked at like a new one.</summary>
    public void Moved(Because because) => ContactFrom = because.At + LookFirst;

    /// <summary>Puts the household in the safety compartment, or takes it out again.</summary>
    public void Shield(SafetyMark safety, Secrets secrets)
    {
        Safety = safety;
        KeepFindable(secrets);
    }

    public void KeepSafetyItems() => HasSafetyItems = true;

    public void LeaveSafetyItems() => HasSafetyItems = false;

    public void CircleChanged() => CircleEdition++;
}
