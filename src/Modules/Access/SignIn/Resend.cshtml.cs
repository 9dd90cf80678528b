using Microsoft.AspNetCore.Mvc;
using Samenkracht.Web.Access;

namespace Samenkracht.Access.SignIn;

/// <summary>Opnieuw versturen: a form whose token no longer counts, because its reader signed in or out since, or one for which there was no room just now.
/// Nothing is done here but giving it back.</summary>
[Public, IgnoreAntiforgeryToken]
internal sealed class ResendPage : SkPage
{
    public HeldForm? Held { get; private set; }

    /// <summary>Too many forms came from the same network.</summary>
    [BindProperty(SupportsGet = true, Name = "druk")]
    public bool IsBusy { get; set; }

    public string Why => IsBusy ? "Vanaf dit netwerk komt nu veel tegelijk binnen. Wacht een minuut." : "Het scherm stond lang open.";

    public IActionResult OnGet() => LocalRedirect("/");

    public void OnPost([FromQuery(Name = "naar")] string? returnTo)
    {
        ModelState.Clear();
        if (Request.IsFromOurPages() && Url.IsLocalUrl(returnTo)) Held = HeldForm.From(Request, returnTo!);
    }
}
