using Microsoft.Extensions.DependencyInjection;
using Samenkracht.Access.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Support.Closing;
using Samenkracht.Support.Due;
using Samenkracht.Web.Access;
using Samenkracht.Web.Day;

namespace Samenkracht.Support;

/// <summary>Hulpvragen en plannen: what a household asks, and what it agreed with its circle.</summary>
public sealed class SupportModule : IModule
{
    public void Map(ModelMap map) => SupportTables.Map(map);

    public void Register(IServiceCollection services)
    {
        services.AddSingleton(new NavItem("Mijn plan", "/mijn", Permission.SeeOwnHousehold, 20));
        services.AddSingleton<IDayItems, SupportDay>();
        services.AddSingleton<IAccountClosing, LeavingAgreements>();
    }
}
