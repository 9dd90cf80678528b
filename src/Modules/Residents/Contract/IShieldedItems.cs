using Samenkracht.Kernel;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Residents.Contract;

/// <summary>Of er nog iets is afgeschermd: each module that shields something of a household says so of what it keeps.</summary>
public interface IShieldedItems
{
    /// <summary>Looks past the scope: asked only to take the household's mark back, and answered to nobody.</summary>
    Task<bool> Any(Work work, HouseholdId household, CancellationToken cancel);
}
