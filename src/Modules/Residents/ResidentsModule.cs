using Microsoft.Extensions.DependencyInjection;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Web.Access;

namespace Samenkracht.Residents;

/// <summary>Huishoudens: people, circles, contact persons, and who looked.</summary>
public sealed class ResidentsModule : IModule
{
    public void Map(ModelMap map) => ResidentsTables.Map(map);

    public void Register(IServiceCollection services) =>
        services.AddSingleton(new NavItem("Huishoudens", "/huishoudens", Permission.WorkWithHouseholds, 20));
}
