using System.Net;
using System.Net.Sockets;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using Samenkracht.Web.Access;

namespace Samenkracht.App.Hosting;

/// <summary>Limits per address for what anyone on the internet can send, and per sign-in for searching people. A page asks for one with <c>[EnableRateLimiting("sign-in")]</c>.</summary>
/// <remarks>A town hall is behind one address, so that these only stop machines; a single account is guarded by its lockout.</remarks>
internal static class RateLimits
{
    private const string SignIn = "sign-in";
    private const string SignInVisit = "sign-in-visit";
    private const string PublicForm = "public-form";
    private const string Search = "search";

    public static IServiceCollection AddRateLimits(this IServiceCollection services) => services.AddRateLimiter(limits =>
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.OnRejected = (rejected, _) => { Warn(rejected.HttpContext); GiveBack(rejected.HttpContext); return ValueTask.CompletedTask; };
        limits.AddPolicy(SignIn, http => Posts(http, SignIn, perMinute: 60));
        limits.AddPolicy(SignInVisit, http => All(http, SignInVisit, perMinute: 120));
        limits.AddPolicy(PublicForm, http => Posts(http, PublicForm, perMinute: 20));
        limits.AddPolicy(Search, http => HttpMethods.IsPost(http.Request.Method) && SignInOf(http) is { } signIn ? Window($"{Search} {signIn}", perMinute: 60) : RateLimitPartition.GetNoLimiter(Search));
    });

    // For who watches the log: that too much came, and at which limit, and not from where.
    private static void Warn(HttpContext http) => http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Samenkracht.RateLimits")
        .LogWarning("Too many requests: {Limit}", http.GetEndpoint()?.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName);

    // Behind one address there may be a whole school: nobody there loses what they typed.
    private static void GiveBack(HttpContext http)
    {
        var isPublicForm = http.GetEndpoint()?.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName == PublicForm;
        if (isPublicForm && http.Request.CanBeHeld()) http.Response.Redirect(HeldForms.Url("/opnieuw-versturen?druk=true", http.Request), permanent: false, preserveMethod: true);
    }

    // Looking at a form costs nothing; sending it counts.
    private static RateLimitPartition<string> Posts(HttpContext http, string policy, int perMinute) =>
        HttpMethods.IsPost(http.Request.Method) ? All(http, policy, perMinute) : RateLimitPartition.GetNoLimiter(policy);

    // Going to a provider and coming back asks it something each time.
    private static RateLimitPartition<string> All(HttpContext http, string policy, int perMinute) => Window($"{policy} {Network(http.Connection.RemoteIpAddress)}", perMinute);

    // Who asks after name upon name works down a list. Of a sign-in, by what its cookie says: nobody is signed in yet, and a made-up one is nobody's. The cookie is read as signing in
    // reads it: there are more ways to spell one, and each would be a fresh start.
    private static string? SignInOf(HttpContext http)
    {
        var scheme = http.RequestServices.GetRequiredService<IOptions<AuthenticationOptions>>().Value.DefaultScheme!;
        var cookies = http.RequestServices.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(scheme);
        return cookies.CookieManager.GetRequestCookie(http, cookies.Cookie.Name!) is { Length: > 0 } sent
            ? cookies.TicketDataFormat.Unprotect(sent)?.Principal.FindFirstValue(ActorClaims.SessionClaim) : null;
    }

    private static RateLimitPartition<string> Window(string of, int perMinute) =>
        RateLimitPartition.GetFixedWindowLimiter(of, _ => new() { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1) });

    /// <summary>Of IPv6 the first half: any home has 2^64 addresses behind it.</summary>
    internal static string Network(IPAddress? address) => address is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false }
        ? Convert.ToHexString(address.GetAddressBytes(), 0, 8)
        : $"{address?.MapToIPv4()}";
}
