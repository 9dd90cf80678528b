using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samenkracht.Access.Contract;
using Samenkracht.Directory.Communities;
using Samenkracht.Directory.Places;
using Samenkracht.Geography.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Web.Access;

namespace Samenkracht.Directory;

/// <summary>Sociale kaart: communities and what they do.</summary>
public sealed class DirectoryModule : IModule
{
    public void Map(ModelMap map) => map
        .Stays("communities, what they do, and the contact person whom they name for it", "community", "activity")
        .Open<Community>(t =>
        {
            t.ToTable("community").HasKey(c => c.Id);
            t.HasMany(c => c.Activities).WithOne().HasForeignKey(a => a.Community);
            t.Navigation(c => c.Activities).UsePropertyAccessMode(PropertyAccessMode.Field);
        })
        .Open<Activity>(t =>
        {
            t.ToTable("activity").HasKey(a => a.Id);
            t.Property(a => a.Id).ValueGeneratedNever();
        });

    public void Register(IServiceCollection services)
    {
        services.AddSingleton<IAreaPanel, AreaCommunities>();
        services.AddSingleton<IWijkNames, WijkNames>();
        services.AddSingleton(new NavItem("Gemeenschappen", "/gemeenschappen", Permission.SeeCommunities, 30));
    }
}
