using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Samenkracht.Access.Passkeys;

/// <summary>Toegangssleutels of this installation. The domain that they are for is <c>Aanmelden:Domein</c>; without it that of the address that one uses.</summary>
internal static class PasskeySettings
{
    public static void Register(IServiceCollection services)
    {
        services.AddOptions<IdentityPasskeyOptions>().Configure<IServiceProvider>((passkeys, all) =>
        {
            passkeys.ServerDomain = all.GetService<IConfiguration>()?["Aanmelden:Domein"];
            // Both factors, and found without typing an address.
            passkeys.UserVerificationRequirement = "required";
            passkeys.ResidentKeyRequirement = "required";
            passkeys.ValidateOrigin = origin => ValueTask.FromResult(
                !origin.CrossOrigin && origin.Origin == $"{origin.HttpContext.Request.Scheme}://{origin.HttpContext.Request.Host}");
        });
        services.AddScoped<PasskeyDesk>();
    }
}
