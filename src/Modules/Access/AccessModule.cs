using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Samenkracht.Access.Accounts;
using Samenkracht.Access.Contract;
using Samenkracht.Access.Copy;
using Samenkracht.Access.Officers;
using Samenkracht.Access.Organisations;
using Samenkracht.Access.Own;
using Samenkracht.Access.Passkeys;
using Samenkracht.Access.Providers;
using Samenkracht.Access.Sessions;
using Samenkracht.Access.SignIn;
using Samenkracht.Access.Told;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Records;
using Samenkracht.Kernel.Storage;
using Samenkracht.Web.Access;
using Samenkracht.Web.Day;
using Samenkracht.Web.Layout;

namespace Samenkracht.Access;

/// <summary>Toegang: accounts, organisations, teams and signing in.</summary>
public sealed class AccessModule : IModule
{
    public void Map(ModelMap map)
    {
        OrganisationTables.Map(map);
        AccountTables.Map(map);
        SessionTables.Map(map);
        OfficerTables.Map(map);
    }

    public void Register(IServiceCollection services)
    {
        services.AddOptions<AccessOptions>();
        AddIdentity(services);
        AddCookies(services);
        ProviderSchemes.Register(services);
        PasskeySettings.Register(services);
        services.AddScoped<AccountManagers>().AddScoped<SignInDesk>().AddScoped<DemoPersons>().AddSingleton<CircleExit>();
        services.AddScoped(all => new AccountRegistry(all.GetRequiredService<AccountManagers>()));
        services.Configure<MvcOptions>(mvc => mvc.Filters.Add<StaleForms>());
        services.AddSingleton<IDayPlace, DayPlace>();
        services.AddScoped<IDayItems, OfficerDay>();
        services.AddSingleton<IStartNotice, Telling>();
        services.AddSingleton<ICopySource, AccountCopy>();
        services.AddSingleton(new NavItem("Beheer", "/beheer", Permission.ManageAccounts, 70));
    }

    private static void AddIdentity(IServiceCollection services) =>
        services.AddIdentityCore<Account>(identity =>
        {
            identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
            identity.User.RequireUniqueEmail = true;
            identity.User.AllowedUserNameCharacters = "";
            // Length is what counts (NIST SP 800-63B, 3.1.1.2); forced signs make people write passwords down.
            identity.Password = new PasswordOptions
            {
                RequiredLength = PasswordRules.Shortest,
                RequiredUniqueChars = PasswordRules.FewestSigns,
                RequireDigit = false,
                RequireLowercase = false,
                RequireUppercase = false,
                RequireNonAlphanumeric = false,
            };
        })
        .AddErrorDescriber<DutchIdentityErrors>()
        .AddPasswordValidator<PasswordRules>()
        .AddTokenProvider<AuthenticatorTokenProvider<Account>>(TokenOptions.DefaultAuthenticatorProvider);

    private static void AddCookies(IServiceCollection services) => services
        .AddAuthentication(SignInCookies.Scheme)
        .AddCookie(SignInCookies.Scheme, cookie =>
        {
            cookie.Cookie.Name = "sk-aangemeld";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.ExpireTimeSpan = AccountSession.Idle;
            cookie.SlidingExpiration = true;
            cookie.LoginPath = "/aanmelden";
            cookie.ReturnUrlParameter = "naar";
            cookie.Events.OnValidatePrincipal = SignInCookies.Validate;
            // The sign-in page itself knows where to go next: perhaps first to a form that came too late.
            cookie.Events.OnRedirectToReturnUrl = _ => Task.CompletedTask;
            // What one may not do is said in place; there is no page elsewhere for it.
            cookie.Events.OnRedirectToAccessDenied = denied =>
            {
                denied.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
        })
        .AddCookie(SignInCookies.HalfwayScheme, cookie =>
        {
            cookie.Cookie.Name = "sk-halverwege";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Strict;
            cookie.ExpireTimeSpan = TimeSpan.FromMinutes(10);
            cookie.SlidingExpiration = false;
        });
}
