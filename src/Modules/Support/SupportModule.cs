using Microsoft.Extensions.DependencyInjection;
using Samenkracht.Access.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Records;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;
using Samenkracht.Support.Closing;
using Samenkracht.Support.Consent;
using Samenkracht.Support.Contract;
using Samenkracht.Support.Copy;
using Samenkracht.Support.Disclose;
using Samenkracht.Support.Due;
using Samenkracht.Support.Letters;
using Samenkracht.Support.Kept;
using Samenkracht.Support.Requests;
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
        services.AddSingleton(new OwnDoorLink("Mijn plan", "/mijn", 10));
        services.AddSingleton(new OwnDoorLink("Gesprekken", "/mijn/gesprekken", 30));
        services.AddSingleton<IDayItems, SupportDay>();
        services.AddSingleton(new OwnDoorLink("Mijn brieven", "/mijn/brieven", 20));
        services.AddSingleton(new OwnDoorLink("Vind ik dit goed?", "/mijn/instemming", 30));
        services.AddSingleton<IDayItems, LettersDay>();
        services.AddSingleton<IDayItems, DiscloseDay>();
        services.AddSingleton<IDayItems, ConsentDay>();
        services.AddSingleton<IHouseholdPanel, ConsentPanel>();
        services.AddSingleton<IHouseholdPanel, LetterPanel>();
        services.AddSingleton<IHouseholdPanel, RequestsPanel>();
        services.AddSingleton<IKeptFiles, SupportKept>();
        services.AddSingleton<IShieldedItems, ShieldedSupport>();
        services.AddSingleton<ICopySource, SupportCopy>();
        services.AddSingleton<ICopySource, ConsentCopy>();
        services.AddSingleton<IAccountClosing, LeavingAgreements>();
    }
}
