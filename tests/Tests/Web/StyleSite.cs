using System.Globalization;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Samenkracht.Web.Design;

namespace Samenkracht.Tests.Web;

/// <summary>The style page on a site of its own: the real layout and tags over HTTP, without database or accounts.</summary>
internal sealed class StyleSite : IAsyncDisposable
{
    private readonly WebApplication site;

    private StyleSite(WebApplication site, HttpClient client) => (this.site, Client) = (site, client);

    public HttpClient Client { get; }

    public static async Task<StyleSite> Start(bool stylePage = true)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("nl-NL");
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddDesign(stylePage);
        builder.Services.AddRazorPages(pages => pages.RootDirectory = "/").AddApplicationPart(typeof(DesignServices).Assembly);
        var site = builder.Build();
        site.MapRazorPages();
        await site.StartAsync();
        return new(site, site.GetTestClient());
    }

    public async Task<IHtmlDocument> Get(string path = "/stijl") => await Read(await Client.GetAsync(new Uri(path, UriKind.Relative)));

    /// <summary>Fills in the form as a browser does, with the page's token and cookie, and sends it.</summary>
    public async Task<HttpResponseMessage> Post(params (string Name, string Value)[] fields)
    {
        var page = await Client.GetAsync(new Uri("/stijl", UriKind.Relative));
        var token = (await Read(page)).QuerySelector<IHtmlInputElement>("input[name=__RequestVerificationToken]")!.Value;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/stijl");
        request.Headers.Add("Cookie", page.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));
        request.Content = new FormUrlEncodedContent([.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)), new("__RequestVerificationToken", token)]);
        return await Client.SendAsync(request);
    }

    public static async Task<IHtmlDocument> Read(HttpResponseMessage response)
    {
        var html = await response.Content.ReadAsStringAsync();
        return (IHtmlDocument)await BrowsingContext.New().OpenAsync(page => page.Content(html));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await site.DisposeAsync();
    }
}
