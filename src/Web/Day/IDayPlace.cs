using Samenkracht.Kernel.Storage;

namespace Samenkracht.Web.Day;

/// <summary>Slot: where the actor works, in words for under the greeting ("team Oost"). Contributed by the module Access.</summary>
public interface IDayPlace
{
    Task<string?> For(Work work, CancellationToken cancel);
}
