using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.CookiePolicy;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.Extensions.WebEncoders;
using Samenkracht.Access.Contract;
using Samenkracht.Web.Access;
using Samenkracht.Web.Design;
using Samenkracht.Web.Layout;

namespace Samenkracht.App.Hosting;

/// <summary>What the pages need.</summary>
internal static class SiteServices
{
    /// <summary>Enough for any form; an import page raises it for itself.</summary>
    private const int LargestRequest = 2 * 1024 * 1024;

    public static IServiceCollection AddSite(this IServiceCollection services, Deployment deployment)
    {
        services.AddSingleton(deployment).AddSingleton<WhileFilling>();
        services.AddDesign(stylePage: deployment.IsDemo).AddSingleton<IChrome, SiteChrome>();
        services.AddHttpContextAccessor();
        services.AddRazorPages(pages => pages.RootDirectory = "/")
            .AddMvcOptions(mvc =>
            {
                mvc.ModelBinderProviders.Insert(0, new IdBinderProvider());
                mvc.ModelBinderProviders.Insert(0, new TextBinderProvider());
                mvc.Filters.Add<NoHandlerNoPage>();
                mvc.Filters.Add<LateChanges>();
            })
            .ConfigureApplicationPartManager(AddModules);
        services.Configure<AccessOptions>(access => (access.IsDemo, access.RequireAuthenticator) = (deployment.IsDemo, !deployment.IsDemo));
        services.Configure<WebEncoderOptions>(html => html.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddSafeCookies(deployment).AddRateLimits();
        services.AddHsts(hsts => hsts.MaxAge = TimeSpan.FromDays(365));
        services.AddSingleton(all => Logbook.Of(all.GetRequiredService<IConfiguration>())).AddHostedService<LogSealing>().AddHostedService<KeptDestructions>().AddHostedService<ProcessingExport>();
        services.Configure<Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions>(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestRequest;
        });
        // Whoever waits longer than this for an answer has gone; the whole stop stays under five seconds.
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(4));
        services.AddReadiness();
        return services;
    }

    // The build's own list of parts goes stale when a module gets its first page.
    private static void AddModules(ApplicationPartManager parts)
    {
        foreach (var assembly in Modules.All.Select(module => module.GetType().Assembly))
            if (!parts.ApplicationParts.Any(part => part.Name == assembly.GetName().Name))
                foreach (var part in ApplicationPartFactory.GetApplicationPartFactory(assembly).GetApplicationParts(assembly)) parts.ApplicationParts.Add(part);
    }

    // Plain http exists in the demo only, where a Secure cookie would not come back in every browser.
    private static IServiceCollection AddSafeCookies(this IServiceCollection services, Deployment deployment)
    {
        var (secure, prefix) = deployment.IsDemo ? (CookieSecurePolicy.SameAsRequest, "") : (CookieSecurePolicy.Always, "__Host-");
        services.Configure<CookiePolicyOptions>(policy =>
        {
            policy.HttpOnly = HttpOnlyPolicy.Always;
            policy.MinimumSameSitePolicy = SameSiteMode.Lax;
            policy.Secure = secure;
        });
        services.AddAntiforgery(form => form.Cookie = new() { Name = $"{prefix}sk-form", SameSite = SameSiteMode.Strict, SecurePolicy = secure });
        services.Configure<Microsoft.AspNetCore.Mvc.CookieTempDataProviderOptions>(told => told.Cookie.Name = $"{prefix}sk-told");
        services.PostConfigureAll<Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationOptions>(signedIn =>
        {
            signedIn.Cookie.SecurePolicy = secure;
            signedIn.Cookie.Path = "/";
            if (signedIn.Cookie.Name?.StartsWith("__", StringComparison.Ordinal) != true) signedIn.Cookie.Name = prefix + signedIn.Cookie.Name;
        });
        return services;
    }
}
