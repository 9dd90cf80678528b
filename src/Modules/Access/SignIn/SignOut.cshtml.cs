using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
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
            await work.Note(work.Because(AccessEvents.SignedOut), account.Value, cancel: Cancel);
            await work.Commit(Cancel);
        }
        await HttpContext.SignOutAsync(Sessions.Scheme);
        await HttpContext.SignOutAsync(Sessions.HalfwayScheme);
        return LocalRedirect("/");
    }
}
