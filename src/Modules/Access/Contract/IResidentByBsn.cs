using Samenkracht.Kernel;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Access.Contract;

/// <summary>Wie met DigiD voor de deur staat: the person in a household, and the account that they sign in with, if they have one already.</summary>
public sealed record ResidentAtDoor(Guid Person, string Name, AccountId? Account);

/// <summary>Slot: whose burgerservicenummer this is. A provider for residents gives it; the module that keeps people knows. Asked as the system, before anyone is signed in.</summary>
public interface IResidentByBsn
{
    /// <summary>The one person with this number who may come in by themselves. Null when it is no number, when it is nobody's or that of several, of a child who is
    /// too young, or of someone who is hidden: nobody can tell which.</summary>
    Task<ResidentAtDoor?> Find(Work work, string number, CancellationToken cancel);

    /// <summary>From now on this account is theirs.</summary>
    Task Link(Work work, ResidentAtDoor resident, AccountId account, CancellationToken cancel);
}
