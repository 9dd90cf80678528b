using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Samenkracht.Access.Passkeys;
using Samenkracht.Access.Providers;
using Samenkracht.Access.Sessions;
using Samenkracht.Kernel;
using Samenkracht.Web.Access;

namespace Samenkracht.Access.SignIn;

/// <summary>Aanmelden: password, then where it is asked an own password or a code. A form that came too late travels along.</summary>
/// <remarks>The handler Expired receives forms whose token no longer counts, so that the token is checked here and not by the framework.</remarks>
[Public, IgnoreAntiforgeryToken, EnableRateLimiting("sign-in")]
internal sealed class SignInPage(SignInDesk desk, PasskeyDesk passkeys, DemoPersons demo, ProviderBook providers, IAntiforgery tokens, IDataProtectionProvider protection) : SkPage
{
    private const string WrongPassword =
        "Dit e-mailadres en wachtwoord horen niet bij elkaar, of het account is op slot. Na vijf keer fout wacht u een kwartier.";

    [BindProperty] public string? Email { get; set; }
    [BindProperty] public string? Password { get; set; }
    [BindProperty] public string? OwnPassword { get; set; }
    [BindProperty] public string? Code { get; set; }
    [BindProperty] public string? Credential { get; set; }
    [BindProperty] public AccountId? Person { get; set; }
    [BindProperty] public string? Held { get; set; }
    [BindProperty(SupportsGet = true, Name = "naar")] public string? ReturnTo { get; set; }

    public SignInStep Step { get; private set; }

    /// <summary>Of who chooses a password.</summary>
    public string? About { get; private set; }

    public HeldForm? GivenBack { get; private set; }
    public bool TooMuchToHold { get; private set; }
    public IReadOnlyList<DemoPerson> Persons { get; private set; } = [];

    /// <summary>Who else signs people in here. A form that came too late cannot travel along there.</summary>
    public IReadOnlyList<ProviderSettings> Providers => providers.All;

    public string ViaUrl(ProviderSettings provider) => Via.Address(provider, ReturnTo is not null && Url.IsLocalUrl(ReturnTo) ? ReturnTo : null);

    public bool HasHeld => HeldForm.Open(Held, protection) is not null;

    public string Title => Step switch { SignInStep.Code => "Nog één stap", SignInStep.OwnPassword => "Kies een eigen wachtwoord", _ => "Aanmelden" };

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (HttpMethods.IsPost(Request.Method) && context.HandlerMethod?.Name != "Expired" && !await tokens.IsRequestValidAsync(HttpContext))
        {
            Refuse("", "Dit scherm stond te lang open. Probeer het nog eens.");
            context.Result = await Again(SignInStep.Refused);
        }
        else await next();
    }

    public async Task<IActionResult> OnGetAsync() => Actor.IsSignedIn ? LocalRedirect(Back) : await Again(SignInStep.Refused);

    /// <summary>From a provider that does not vouch for two factors, to the local code.</summary>
    public async Task<IActionResult> OnGetCodeAsync() => await Again(await SignInCookies.Halfway(HttpContext) is null ? SignInStep.Refused : SignInStep.Code);

    /// <summary>A form that arrived without a sign-in: it stays in the page while one signs in.</summary>
    public async Task<IActionResult> OnPostExpiredAsync([FromQuery(Name = "naar")] string? returnTo)
    {
        ModelState.Clear();
        (Email, ReturnTo, Held) = (null, Url.IsLocalUrl(returnTo) ? returnTo : null, null);
        if (ReturnTo is not null && Request.IsFromOurPages()) Held = HeldForm.From(Request, ReturnTo)?.Close(protection);
        TooMuchToHold = Held is null;
        return await Again(SignInStep.Refused);
    }

    public async Task<IActionResult> OnPostAsync() => await Follow(await desk.Password(Email ?? "", Password ?? "", Visit, Cancel), nameof(Email), WrongPassword);

    public async Task<IActionResult> OnPostOwnPasswordAsync() => await SignInCookies.Halfway(HttpContext) is { } who
        ? await Follow(await desk.OwnPassword(who, OwnPassword ?? "", Visit, Cancel), "", "Dit duurde te lang. Meld u opnieuw aan.")
        : await StartAgain();

    public async Task<IActionResult> OnPostCodeAsync()
    {
        if (await SignInCookies.Halfway(HttpContext) is not { } who) return await StartAgain();
        var answer = await desk.Code(who, Code ?? "", Visit, Cancel);
        if (answer.Step == SignInStep.SignedIn) return await Follow(answer, "", "");
        Refuse(nameof(Code), "Deze code klopt niet. Gebruik de nieuwste code in uw app. Na vijf keer fout wacht u een kwartier.");
        return await Again(SignInStep.Code);
    }

    public async Task<IActionResult> OnPostPasskeyOptionsAsync() => Content(await passkeys.Ask(HttpContext), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync() =>
        await Follow(await passkeys.SignIn(HttpContext, Credential ?? "", Visit), "", "Deze toegangssleutel past niet, of het duurde te lang. Probeer het nog eens.");

    public async Task<IActionResult> OnPostBeAsync() => await Follow(await desk.Be(Person ?? default, Visit, Cancel), "", "Deze persoon is er niet.");

    private Visit Visit => Visit.Of(HttpContext);

    private string Back => Url.IsLocalUrl(ReturnTo) ? ReturnTo! : "/";

    private async Task<IActionResult> Follow(SignInAnswer answer, string field, string refusal)
    {
        if (answer.Step == SignInStep.OwnPassword) About = PasswordRules.About(answer.Account!);
        foreach (var reason in answer.Refusals ?? []) Refuse(nameof(OwnPassword), reason);
        switch (answer.Step)
        {
            case SignInStep.SignedIn:
                return await Welcome(answer);
            case SignInStep.Refused:
                Refuse(field, refusal);
                return await Again(SignInStep.Refused);
            default:
                await SignInCookies.StartHalfway(HttpContext, answer.Account!, change: answer.Change);
                return answer.Step == SignInStep.Authenticator ? LocalRedirect("/aanmelden/code-app") : await Again(answer.Step);
        }
    }

    private async Task<IActionResult> Welcome(SignInAnswer answer)
    {
        await SignInCookies.Start(HttpContext, answer);
        GivenBack = HeldForm.Open(Held, protection);
        ModelState.Clear();
        return GivenBack is null ? LocalRedirect(Back) : Page();
    }

    private async Task<IActionResult> StartAgain()
    {
        Refuse("", "Dit duurde te lang. Meld u opnieuw aan.");
        return await Again(SignInStep.Refused);
    }

    private async Task<PageResult> Again(SignInStep step)
    {
        Step = step;
        if (step == SignInStep.Refused) Persons = await demo.All(Cancel);
        return Page();
    }
}
