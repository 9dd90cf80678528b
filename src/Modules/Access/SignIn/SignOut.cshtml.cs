using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Providers;
using Samenkracht.Access.Sessions;
using Samenkracht.Kernel.Storage;
using Samenkracht.Web.Access;

namespace Samenkracht.Access.SignIn;

/// <summary>Afmelden, on this device; and then, for who came by a provider, there too.</summary>
[Public]
internal sealed class SignOutPage(Storage storage, ProviderSignOut providers) : SkPage
{
    public ProviderFarewell? Farewell { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var ended = Actor.IsSignedIn ? await End() : null;
        await HttpContext.SignOutAsync(SignInCookies.Scheme);
        await HttpContext.SignOutAsync(SignInCookies.HalfwayScheme);
        Farewell = ended is null ? null : await providers.From(ended, Request, Cancel);
        if (Farewell is null) return LocalRedirect("/");
        HttpContext.AllowFormTo(Farewell.Address);
        HttpContext.User = new();
        return Page();
    }

    private async Task<AccountSession?> End()
    {
        await using var work = await storage.Begin(Actor, Cancel);
        var id = SignInCookies.Current(HttpContext);
        var session = await work.Query<AccountSession>().FirstOrDefaultAsync(s => s.Id == id, Cancel);
        session?.End(work.Now);
        await work.Note(work.Because(AccessEvents.SignedOut), Actor.Account!.Value.Value, cancel: Cancel);
        await work.Commit(Cancel);
        return session;
    }
}
