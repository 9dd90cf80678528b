using Microsoft.Extensions.DependencyInjection;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Storage;
using Samenkracht.Records.Copy;
using Samenkracht.Residents.Contract;
using Samenkracht.Support.Contract;

namespace Samenkracht.Records;

/// <summary>Archief: a copy for who it is about, and an end to what has been kept long enough.</summary>
public sealed class RecordsModule : IModule
{
    public void Map(ModelMap map) { }

    public void Register(IServiceCollection services)
    {
        services.AddSingleton<IHouseholdPanel, RecordsPanel>();
        services.AddSingleton(new OwnDoorLink("Kopie van mijn gegevens", "/mijn/kopie", 45));
    }
}
