using System.Globalization;
using Microsoft.AspNetCore.Localization;
using Samenkracht.App.Hosting;
using Samenkracht.Web.Access;

namespace Samenkracht.App;

/// <summary>The web application: the modules, and around them what every request meets. Read <see cref="Build"/> from top to bottom.</summary>
public static class Site
{
    /// <summary>Builds the site without starting it.</summary>
    /// <param name="adjust">What the caller adds: where to listen, or a test's clock.</param>
    public static WebApplication Build(Deployment deployment, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(Site).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environments.Production,
        });
        // Waterveen's attention officer has a number, and nothing waits there by lot: a visitor would find twice as much as the story tells.
        if (deployment.IsDemo) builder.Configuration.AddInMemoryCollection([new("Veiligheid:Steekproef", "0"), new("Veiligheid:Bereikbaar", "0350 100 112")]);
        builder.Services.AddSamenkracht(deployment);
        builder.Services.AddSite(deployment);
        builder.Logging.WriteJson();
        builder.AddTelemetry();
        adjust?.Invoke(builder);
        var site = builder.Build();
        Pipeline(site, deployment);
        return site;
    }

    private static void Pipeline(WebApplication site, Deployment deployment)
    {
        site.UseMiddleware<SecurityHeaders>();
        site.UseExceptionHandler("/fout");
        site.UseStatusCodePagesWithReExecute("/fout/{0}");
        if (deployment.IsDemo) site.UseMiddleware<WhileFilling>();
        site.UseMiddleware<ProcessingTrace>();
        if (!deployment.IsDemo) site.UseHsts();
        site.UseCookiePolicy();
        site.UseRequestLocalization(new RequestLocalizationOptions
        {
            DefaultRequestCulture = new RequestCulture(Dutch),
            SupportedCultures = [Dutch],
            SupportedUICultures = [Dutch],
            RequestCultureProviders = [],
        });
        site.UseRouting();
        if (!deployment.IsDemo) site.UseMiddleware<HttpsOnly>();
        // Before authentication: what comes back from a provider is taken there.
        site.UseRateLimiter();
        site.UseAuthentication();
        site.UseMiddleware<AccessMiddleware>();
        site.UseMiddleware<ReadableForms>();
        site.MapHealth();
        site.MapAssets();
        site.MapRazorPages();
    }

    private static CultureInfo Dutch { get; } = CultureInfo.GetCultureInfo("nl-NL");
}
