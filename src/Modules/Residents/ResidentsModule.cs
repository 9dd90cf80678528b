using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Samenkracht.Access.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Keys;
using Samenkracht.Kernel.Processing;
using Samenkracht.Kernel.Records;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Circles;
using Samenkracht.Residents.Closing;
using Samenkracht.Residents.Contract;
using Samenkracht.Residents.Copy;
using Samenkracht.Residents.Emergency;
using Samenkracht.Residents.Identify;
using Samenkracht.Residents.Kept;
using Samenkracht.Residents.Requests;
using Samenkracht.Residents.Safety;
using Samenkracht.Web.Access;
using Samenkracht.Web.Day;

namespace Samenkracht.Residents;

/// <summary>Huishoudens: people, circles, contact persons, and who looked.</summary>
public sealed class ResidentsModule : IModule
{
    public void Map(ModelMap map) => ResidentsTables.Map(map);

    public void Register(IServiceCollection services)
    {
        services.TryAddSingleton(all => SafetyOptions.From(all.GetService<IConfiguration>()));
        services.AddSingleton<IHandle<HouseholdEntered>, HoldContacts>();
        services.AddSingleton<IHandle<PersonIdentified>, HoldContacts>();
        services.AddSingleton<IShieldedItems, ShieldedHere>();
        services.AddSingleton<IHandle<FileDestroyed>, MarkAfterDestruction>();
        services.AddSingleton<IDayItems, SafetyDay>();
        services.AddSingleton<IDayItems, EmergencyDay>();
        services.AddSingleton<IDayItems, TakeoverDay>();
        services.AddSingleton<IDayItems, RequestsDay>();
        services.AddHostedService<EndMemberships>();
        services.AddSingleton<IReseal, PersonBsn>();
        services.AddSingleton<IReseal, FoundAgain>();
        services.AddSingleton<IHiddenHouseholds, WithheldHouseholds>();
        services.AddSingleton<IAccountClosing, LeavingCircles>();
        services.AddSingleton<IKeptFiles, ResidentsKept>();
        services.AddSingleton<ICopySource, ResidentCopy>();
        services.AddSingleton<ICopySource, LooksCopy>();
        services.AddSingleton<ICopySource, RequestCopy>();
        services.AddSingleton(new NavItem("Huishoudens", "/huishoudens", Permission.WorkWithHouseholds, 20, "/veiligheid", "/noodtoegang", "/verzoeken"));
        services.AddSingleton<IResidentByBsn, ResidentByBsn>();
        services.AddSingleton(new OwnDoorLink("Wie keek mee?", "/mijn/inzage", 40));
        services.AddSingleton(new OwnDoorLink("Wie kijkt met mij mee?", "/mijn/naast-mij", 45));
        services.AddSingleton(new OwnDoorLink("Mijn verzoeken", "/mijn/verzoeken", 50));
        services.AddSingleton(new NavItem("Verzoeken", "/verzoeken", Permission.HandleRequests, 70));
        services.AddSingleton(new NavItem("Noodtoegang", "/noodtoegang/beoordelen", Permission.JudgeEmergencyAccess, 80, "/noodtoegang"));
        services.AddSingleton(new NavItem("Noodtoegang", "/noodtoegang/beoordelen", Permission.SuperviseEmergencyAccess, 80, "/noodtoegang"));
    }
}
