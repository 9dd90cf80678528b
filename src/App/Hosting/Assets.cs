using Samenkracht.Web.Access;

namespace Samenkracht.App.Hosting;

internal static class Assets
{
    /// <summary>Styles, scripts, fonts: compressed when published, public, and the same for everyone.</summary>
    public static void MapAssets(this WebApplication site)
    {
        var manifest = Path.Combine(AppContext.BaseDirectory, "Samenkracht.App.staticwebassets.endpoints.json");
        if (File.Exists(manifest)) site.MapStaticAssets(manifest).WithRule(new PublicAttribute());
    }
}
