using Microsoft.Extensions.DependencyInjection;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Residents;

/// <summary>Huishoudens: people, circles, contact persons, and who looked.</summary>
public sealed class ResidentsModule : IModule
{
    public void Map(ModelMap map) => ResidentsTables.Map(map);

    public void Register(IServiceCollection services) { }
}
