using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Samenkracht.Access.Sessions;

/// <summary>Bezoek: the browser at the door, as far as signing in looks at it.</summary>
/// <param name="Device">In plain words.</param>
/// <param name="Devices">The known devices that this browser is, of one account or of several.</param>
internal sealed record Visit(string Device, IReadOnlyList<Guid> Devices)
{
    private const string CookieName = "sk-apparaat";
    // Those of a few colleagues who share a computer.
    private const int MostDevices = 5;

    public static Visit Of(HttpContext http) => new(DeviceWords.Of(http.Request.Headers.UserAgent), Read(http));

    /// <summary>Tells the browser which device it is, once someone signed in there. It holds random numbers and nothing about anyone.</summary>
    public static void Remember(HttpContext http, Guid device)
    {
        var all = Read(http).Where(d => d != device).Prepend(device).Take(MostDevices);
        http.Response.Cookies.Append(Name(http), Protector(http).Protect(string.Join(' ', all.Select(d => d.ToString("N")))), new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
            IsEssential = true,
            Path = "/",
            MaxAge = KnownDevice.Remembered,
        });
    }

    private static List<Guid> Read(HttpContext http)
    {
        if (http.Request.Cookies[Name(http)] is not { Length: > 0 } cookie) return [];
        try
        {
            return [.. Protector(http).Unprotect(cookie).Split(' ').Select(d => Guid.ParseExact(d, "N"))];
        }
        catch (CryptographicException)
        {
            return [];
        }
    }

    private static string Name(HttpContext http) => http.Request.IsHttps ? $"__Host-{CookieName}" : CookieName;

    private static IDataProtector Protector(HttpContext http) =>
        http.RequestServices.GetRequiredService<IDataProtectionProvider>().CreateProtector("Samenkracht.Access.KnownDevice");
}
