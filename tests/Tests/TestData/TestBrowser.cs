using System.Net;

namespace Samenkracht.Tests.TestData;

/// <summary>Somebody's browser without JavaScript: keeps cookies and follows redirects.</summary>
public sealed class TestBrowser(HttpMessageInvoker sender, Uri site)
{
    private const int TooManyRedirects = 10;

    public Uri Site { get; } = site;

    public CookieContainer Cookies { get; } = new();

    /// <summary>What it says it is.</summary>
    public string? UserAgent { get; set; }

    public Task<Page> Get(string url) => Send(new HttpRequestMessage(HttpMethod.Get, new Uri(Site, url)));

    /// <summary>A bare POST, as an attacker sends it. A person submits a form: <see cref="Page.Submit"/>.</summary>
    public Task<Page> Post(string url, Dictionary<string, string>? fields = null) =>
        Send(new HttpRequestMessage(HttpMethod.Post, new Uri(Site, url)) { Content = new FormUrlEncodedContent(fields ?? []) });

    /// <summary>A redirect that it does not follow: what stands in the address bar is what somebody could steal.</summary>
    public string? StopsBefore { get; set; }

    internal async Task<Page> Send(HttpRequestMessage request)
    {
        for (var hops = 0; hops < TooManyRedirects; hops++)
        {
            var url = request.RequestUri!;
            if (Cookies.GetCookieHeader(url) is { Length: > 0 } cookies) request.Headers.Add("Cookie", cookies);
            if (UserAgent is not null) request.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
            var response = await sender.SendAsync(request, TestContext.Current.CancellationToken);
            if (response.Headers.TryGetValues("Set-Cookie", out var set))
                foreach (var cookie in set) Cookies.SetCookies(url, cookie);
            if (response.Headers.Location is not { } next || (StopsBefore is { } stop && new Uri(url, next).AbsolutePath == stop))
            {
                var html = await response.Content.ReadAsStringAsync();
                return new Page(this, response, new Uri(Site, url).PathAndQuery, html);
            }
            // 307: the same form again, as a browser does.
            request = response.StatusCode == HttpStatusCode.TemporaryRedirect ? await Again(request, new Uri(url, next)) : new HttpRequestMessage(HttpMethod.Get, new Uri(url, next));
        }
        throw new InvalidOperationException($"{request.RequestUri} keeps redirecting.");
    }

    private static async Task<HttpRequestMessage> Again(HttpRequestMessage request, Uri url)
    {
        var again = new HttpRequestMessage(request.Method, url);
        if (request.Headers.TryGetValues("Sec-Fetch-Site", out var site)) again.Headers.Add("Sec-Fetch-Site", site);
        if (request.Content is { } content)
        {
            again.Content = new ByteArrayContent(await content.ReadAsByteArrayAsync());
            again.Content.Headers.ContentType = content.Headers.ContentType;
        }
        return again;
    }
}
