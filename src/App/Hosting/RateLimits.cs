using System.Threading.RateLimiting;

namespace Samenkracht.App.Hosting;

/// <summary>Limits per address for what anyone on the internet can send. A page asks for one with <c>[EnableRateLimiting("sign-in")]</c>.</summary>
/// <remarks>A town hall is behind one address, so that these only stop machines; a single account is guarded by its lockout.</remarks>
internal static class RateLimits
{
    private const string SignIn = "sign-in";
    private const string PublicForm = "public-form";

    public static IServiceCollection AddRateLimits(this IServiceCollection services) => services.AddRateLimiter(limits =>
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.AddPolicy(SignIn, http => Posts(http, SignIn, perMinute: 60));
        limits.AddPolicy(PublicForm, http => Posts(http, PublicForm, perMinute: 20));
    });

    // Looking at a form costs nothing; sending it counts.
    private static RateLimitPartition<string> Posts(HttpContext http, string policy, int perMinute) =>
        HttpMethods.IsPost(http.Request.Method)
            ? RateLimitPartition.GetFixedWindowLimiter($"{policy} {http.Connection.RemoteIpAddress}", _ => new() { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1) })
            : RateLimitPartition.GetNoLimiter(policy);
}
