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
    public int Version { get; private set; }

    public static Organisation Found(string name, OrganisationKind kind, string? phone) =>
        new() { Id = Kernel.Id.New<OrganisationId>(), Name = name.Trim(), Kind = kind, Phone = phone };

    public void Change(string name, OrganisationKind kind, string? phone) => (Name, Kind, Phone) = (name.Trim(), kind, phone);
}
