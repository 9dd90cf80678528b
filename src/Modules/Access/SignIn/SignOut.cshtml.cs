using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Sessions;
using Samenkracht.Kernel.Storage;
using Samenkracht.Web.Access;

namespace Samenkracht.Access.SignIn;

/// <summary>Afmelden, on this device.</summary>
[Public]
internal sealed class SignOutPage(Storage storage) : SkPage
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Actor.Account is { } account)
        {
            await using var work = await storage.Begin(Actor, Cancel);
            var id = SignInCookies.Current(HttpContext);
            (await work.Query<AccountSession>().FirstOrDefaultAsync(s => s.Id == id, Cancel))?.End(work.Now);
            await work.Note(work.Because(AccessEvents.SignedOut), account.Value, cancel: Cancel);
            await work.Commit(Cancel);
        }
        await HttpContext.SignOutAsync(SignInCookies.Scheme);
        await HttpContext.SignOutAsync(SignInCookies.HalfwayScheme);
        return LocalRedirect("/");
    }
}
