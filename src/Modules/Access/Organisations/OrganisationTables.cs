using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Access.Organisations;

internal static class OrganisationTables
{
    public static void Map(ModelMap map) => map
        .Stays("organisations and teams", "organisation", "team", "team_wijk")
        .Open<Organisation>(t => t.ToTable("organisation").HasKey(o => o.Id))
        .Open<Team>(t =>
        {
            t.ToTable("team").HasKey(x => x.Id);
            t.HasOne<Organisation>().WithMany().HasForeignKey(x => x.Organisation);
            t.HasMany(x => x.Wijken).WithOne().HasForeignKey(w => w.Team);
            t.Navigation(x => x.Wijken).UsePropertyAccessMode(PropertyAccessMode.Field);
        })
        .Open<TeamWijk>(t => t.ToTable("team_wijk").HasKey(w => new { w.Team, w.WijkCode }));
}
