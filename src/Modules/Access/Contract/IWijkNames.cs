using Samenkracht.Kernel.Storage;
using Samenkracht.Web.Design;

namespace Samenkracht.Access.Contract;

/// <summary>Slot: the wijken that a team can serve, by name. Areas are another room's; the first module that knows both contributes them.</summary>
public interface IWijkNames
{
    /// <summary>The wijken of now, each with its CBS code as value; empty while no areas were imported.</summary>
    Task<IReadOnlyList<Option>> For(Work work, CancellationToken cancel);
}
