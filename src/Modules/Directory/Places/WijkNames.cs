using Samenkracht.Access.Contract;
using Samenkracht.Geography.Contract;
using Samenkracht.Kernel.Storage;
using Samenkracht.Web.Design;

namespace Samenkracht.Directory.Places;

/// <summary>Tells Access the names of the wijken: this is the first room on the map that knows accounts and areas both.</summary>
internal sealed class WijkNames : IWijkNames
{
    public Task<IReadOnlyList<Option>> For(Work work, CancellationToken cancel) => work.WijkOptions(cancel);
}
