using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Web.Access;
using Samenkracht.Web.Layout;

namespace Samenkracht.App.Hosting;

/// <summary>What stands around a page: the entries that this actor may use, from all modules.</summary>
internal sealed class SiteChrome(IEnumerable<NavItem> entries, Deployment deployment) : IChrome
{
    // Until sign-in for professionals asks for a code, real people do not belong in here (SECURITY.md).
    private readonly string banner = deployment.IsDemo
        ? "Demogemeente: alle mensen en gebeurtenissen zijn verzonnen."
        : "Alleen voor proefgegevens: voer nog geen echte personen in.";

    private readonly NavItem[] ordered = [.. entries.OrderBy(entry => entry.Order)];

    public Chrome For(HttpContext http)
    {
        var actor = http.Actor();
        if (!actor.IsSignedIn) return new Chrome([new("Signaal doorgeven", "/signaal"), new("Aanmelden", "/aanmelden")], null, banner, MaySearch: false);
        return new Chrome(
            [new("Mijn dag", "/"), .. ordered.Where(entry => actor.May(entry.Permission)).Select(entry => new NavLink(entry.Text, entry.Url, entry.Also))],
            new SignedIn(actor.Name, actor.Role.Label()),
            banner,
            MaySearch: actor.May(Permission.FindInvolvement));
    }
}
