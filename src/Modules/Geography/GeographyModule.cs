using Microsoft.Extensions.DependencyInjection;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Web.Access;

namespace Samenkracht.Geography;

/// <summary>Gebieden: municipality, wijken and buurten, their key figures and maps.</summary>
public sealed class GeographyModule : IModule
{
    internal static readonly JournalKind AreasImported = new("areas.imported", "Gebieden en kerncijfers ingelezen", Purpose.Administration);

    public void Map(ModelMap map) => GeographyTables.Map(map);

    public void Register(IServiceCollection services) => services.AddSingleton(new NavItem("Wijken", "/wijken", Permission.SeeAreas, 40));
}
