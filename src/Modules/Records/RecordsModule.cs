using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Records;
using Samenkracht.Kernel.Storage;
using Samenkracht.Records.Contract;
using Samenkracht.Records.Copy;
using Samenkracht.Records.Listing;
using Samenkracht.Records.Retention;
using Samenkracht.Residents.Contract;
using Samenkracht.Support.Contract;
using Samenkracht.Web.Access;
using Samenkracht.Web.Day;

namespace Samenkracht.Records;

/// <summary>Archief: a copy for who it is about, and an end to what has been kept long enough.</summary>
public sealed class RecordsModule : IModule
{
    public void Map(ModelMap map) => RecordsTables.Map(map);

    public void Register(IServiceCollection services)
    {
        services.TryAddSingleton(all => RetentionRules.From(all.GetService<IConfiguration>()));
        services.AddSingleton<NightlyList>();
        services.AddSingleton<Carrying>();
        services.AddSingleton(all => new Forgetting(all.GetRequiredService<Storage>()));
        services.AddSingleton<IHouseholdPanel, RecordsPanel>();
        services.AddSingleton<IDayItems, ArchiveDay>();
        services.AddSingleton<IHandle<ProposedDestruction>, ListGranted>();
        services.AddSingleton(new OwnDoorLink("Kopie van mijn gegevens", "/mijn/kopie", 45));
        services.AddSingleton(new NavItem("Archief", "/archief", Permission.ApproveDestruction, 80));
        services.AddHostedService<RetentionJob>();
    }
}
