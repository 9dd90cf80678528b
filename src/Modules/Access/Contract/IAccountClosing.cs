using Samenkracht.Kernel;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Access.Contract;

/// <summary>Slot: what passes to others when an account closes, or can be in no circle any more. A module tells beforehand in numbers, and does it in the transaction that closes the account,
/// as work of the system: the administrator sees and does nothing of it.</summary>
public interface IAccountClosing
{
    Task<ClosingForecast> Foresee(Work work, AccountId account, CancellationToken cancel);

    Task Close(Work work, AccountClosing closing, CancellationToken cancel);
}

/// <summary>Vooruitblik op een sluiting: numbers alone, and nothing of the safety compartment.</summary>
/// <param name="Lines">Sentences with a number, such as "Bij 3 huishoudens neemt de vervanger het over."</param>
/// <param name="NeedsSuccessor">Something has nobody else who follows from the rules.</param>
/// <param name="CannotSucceed">Who cannot be the one, because they are already what would be asked of them.</param>
public sealed record ClosingForecast(IReadOnlyList<string> Lines, bool NeedsSuccessor = false, IReadOnlyCollection<AccountId>? CannotSucceed = null);

/// <summary>Sluiting van een account: whose, who takes over what nobody else does, and by whom.</summary>
/// <param name="Why">As the journal says it.</param>
public sealed record AccountClosing(AccountId Account, AccountId? Successor, Kernel.Access.Actor By, string Why = "account gesloten")
{
    /// <summary>The journal names the administrator, whose doing it is.</summary>
    public Because Because(Work work, JournalKind kind) => new(By, work.Now, kind, null, Why);
}
