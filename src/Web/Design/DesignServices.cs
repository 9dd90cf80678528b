using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.WebEncoders;
using Samenkracht.Web.Layout;

namespace Samenkracht.Web.Design;

/// <summary>Vormgeving: what the layout and the tags need from the application.</summary>
public static class DesignServices
{
    /// <param name="stylePage">Show every component at <c>/stijl</c>: demo and development only.</param>
    public static IServiceCollection AddDesign(this IServiceCollection services, bool stylePage = false)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IChrome, BareChrome>();
        services.AddSingleton(new DesignOptions(stylePage));
        services.Configure<MvcOptions>(DutchMessages.Use);
        // Names keep their accents in the page's source instead of becoming numbers.
        services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        return services;
    }
}

/// <summary>Whether the living style page answers.</summary>
public sealed record DesignOptions(bool StylePage);
