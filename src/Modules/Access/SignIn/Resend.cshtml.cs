using Microsoft.AspNetCore.Mvc;
using Samenkracht.Web.Access;

namespace Samenkracht.Access.SignIn;

/// <summary>Opnieuw versturen: a form whose token no longer counts, because its reader signed in or out since. Nothing is done here but giving it back.</summary>
[Public, IgnoreAntiforgeryToken]
internal sealed class ResendPage : SkPage
{
    public HeldForm? Held { get; private set; }

    public IActionResult OnGet() => LocalRedirect("/");

    public void OnPost([FromQuery(Name = "naar")] string? returnTo)
    {
        ModelState.Clear();
        if (Request.IsFromOurPages() && Url.IsLocalUrl(returnTo)) Held = HeldForm.From(Request, returnTo!);
    }
}
