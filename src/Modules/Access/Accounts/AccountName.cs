using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;

namespace Samenkracht.Access.Accounts;

/// <summary>Wie iemand is: an account as others may read it, and nothing of how someone signs in. The account itself is on PostgreSQL for its owner and the door alone (docs/adr/0103).</summary>
internal sealed class AccountName
{
    private AccountName() { }

    public AccountId Id { get; private set; }
    public string Name { get; private set; } = "";
    public string Function { get; private set; } = "";
    public Role Role { get; private set; }
    public OrganisationId? Organisation { get; private set; }
    public TeamId? Team { get; private set; }
    public string? PhoneNumber { get; private set; }
    public bool Active { get; private set; }
}
