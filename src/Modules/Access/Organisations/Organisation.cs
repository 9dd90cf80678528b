using Samenkracht.Access.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Access.Organisations;

/// <summary>Organisatie: employs accounts and answers for what they write (verwerkingsverantwoordelijke, AVG art. 4).</summary>
internal sealed class Organisation : IVersioned
{
    private Organisation() { }

    public OrganisationId Id { get; private init; }
    public string Name { get; private set; } = "";
    public OrganisationKind Kind { get; private set; }
    public string? Phone { get; private set; }
    /// <summary>Of a municipality: where and how to object to its decisions; without it none can be sent (Awb art. 3:45).</summary>
    public string? ObjectionAddress { get; private set; }
    public int Version { get; private set; }

    public static Organisation Found(string name, OrganisationKind kind, string? phone, string? objectionAddress = null, OrganisationId? id = null)
    {
        var organisation = new Organisation { Id = id ?? Kernel.Id.New<OrganisationId>() };
        organisation.Change(name, kind, phone, objectionAddress);
        return organisation;
    }

    public void Change(string name, OrganisationKind kind, string? phone, string? objectionAddress)
    {
        (Name, Kind, Phone) = (name.Trim(), kind, phone);
        ObjectionAddress = kind == OrganisationKind.Municipality && !string.IsNullOrWhiteSpace(objectionAddress) ? objectionAddress.Trim() : null;
    }
}
