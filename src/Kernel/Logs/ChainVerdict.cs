namespace Samenkracht.Kernel.Logs;

/// <summary>Schade: what was done to a chain.</summary>
public enum Damage { Removed, Changed, Moved, SealRemoved, SealChanged, EndCut, Rewritten }

/// <summary>Fout in een keten.</summary>
/// <param name="Position">Its place in the chain: the number of the seal.</param>
/// <param name="Line">The number of the line; null when only the seal could tell.</param>
public sealed record Defect(Damage Damage, long Position, long? Line, string Dutch);

/// <summary>The last seal of a chain.</summary>
public sealed record ChainHead(long Position, string Hash);

/// <summary>The tail that the sealer has not reached: nothing vouches for it yet.</summary>
/// <param name="Since">When its oldest line was written; null when that cannot be read.</param>
public sealed record UnsealedTail(long Count, long From, long To, DateTimeOffset? Since);

/// <summary>What <c>verify-log</c> found in one log.</summary>
/// <param name="Sealed">Lines whose place in the chain was checked.</param>
/// <param name="Tail">Null when all is sealed.</param>
/// <param name="Defects">In the order of the chain, so that the first is where it begins.</param>
/// <param name="Head">To keep elsewhere: it also betrays a tail that was cut off.</param>
public sealed record ChainVerdict(string Name, long Sealed, UnsealedTail? Tail, IReadOnlyList<Defect> Defects, ChainHead? Head)
{
    public bool IsSound => Defects.Count == 0;
}
