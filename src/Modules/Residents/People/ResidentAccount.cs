using Samenkracht.Kernel;
using Samenkracht.Residents.Contract;

namespace Samenkracht.Residents.People;

/// <summary>Inlog van een inwoner: which person an account is. An account is of one person, a person signs in with one account.</summary>
internal sealed class ResidentAccount
{
    public required AccountId Account { get; init; }
    public required PersonId Person { get; init; }
}
