using Microsoft.Extensions.DependencyInjection;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Support;

/// <summary>Hulpvragen en plannen: what a household asks, and what it agreed with its circle.</summary>
public sealed class SupportModule : IModule
{
    public void Map(ModelMap map) => SupportTables.Map(map);

    public void Register(IServiceCollection services) { }
}
