using Samenkracht.Access;
using Samenkracht.Directory;
using Samenkracht.Geography;
using Samenkracht.Insight;
using Samenkracht.Kernel;
using Samenkracht.PolicyTable;
using Samenkracht.Records;
using Samenkracht.Residents;
using Samenkracht.Signals;
using Samenkracht.Support;

namespace Samenkracht.App;

/// <summary>The rooms of the house, in the order of the map in ARCHITECTURE.md.</summary>
public static class Modules
{
    public static IReadOnlyList<IModule> All { get; } =
    [
        new GeographyModule(),
        new AccessModule(),
        new DirectoryModule(),
        new ResidentsModule(),
        new SupportModule(),
        new SignalsModule(),
        new InsightModule(),
        new PolicyTableModule(),
        new RecordsModule(),
    ];
}
