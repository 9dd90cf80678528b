using Samenkracht.Kernel.Storage;

namespace Samenkracht.Kernel.Keys;

/// <summary>Opnieuw versleutelen: a module puts what it keeps sealed under the newest keys. Done by <c>keys rotate</c>, as the system.</summary>
public interface IReseal
{
    /// <summary>Returns how many values.</summary>
    Task<int> Reseal(Work work, CancellationToken cancel);
}
