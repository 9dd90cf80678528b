using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Time;
using Samenkracht.Web.Access;
using Samenkracht.Web.Layout;

namespace Samenkracht.App.Hosting;

/// <summary>What stands around a page: the entries that this actor may use, from all modules.</summary>
internal sealed class SiteChrome(IEnumerable<NavItem> entries, Deployment deployment, TimeProvider clock) : IChrome
{
    private string? Banner => deployment switch
    {
        { IsDemo: true } => "Demogemeente: alle mensen en gebeurtenissen zijn verzonnen.",
        { InUseFrom: { } day } when day <= Amsterdam.Date(clock.GetUtcNow()) => null,
        _ => "Nog niet in gebruik genomen: voer geen echte personen in.",
    };

    private readonly NavItem[] ordered = [.. entries.OrderBy(entry => entry.Order)];

    public Chrome For(HttpContext http)
    {
        var actor = http.Actor();
        if (!actor.IsSignedIn) return new Chrome([new("Signaal doorgeven", "/signaal"), new("Aanmelden", "/aanmelden")], null, Banner, MaySearch: false);
        return new Chrome(
            [new("Mijn dag", "/"), .. ordered.Where(entry => actor.May(entry.Permission)).Select(entry => new NavLink(entry.Text, entry.Url, entry.Also))],
            new SignedIn(actor.Name, actor.Role.Label()),
            Banner,
            MaySearch: actor.May(Permission.FindInvolvement));
    }
}
