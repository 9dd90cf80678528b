using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Accounts;
using Samenkracht.Access.Providers;
using Samenkracht.Access.Sessions;
using Samenkracht.Access.Told;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Web.Access;
using Login = Microsoft.AspNetCore.Identity.IdentityUserLogin<Samenkracht.Kernel.AccountId>;

namespace Samenkracht.Access.Own;

/// <summary>Aanmelden via uw organisatie: links an account to a provider, by its owner, and unlinks it.</summary>
[SignedIn]
internal sealed class OwnProvidersPage(Storage storage, ProviderBook book, IDataProtectionProvider protection) : SkPage
{
    private List<Login> logins = [];

    public IReadOnlyList<ProviderSettings> Providers => [.. book.All.Where(p => p.Bsn is null && p.ForResidents == (Actor.Role == Role.Resident))];

    /// <summary>Where one goes on: a link, as a form may not lead to another site.</summary>
    public (string Name, string Address)? GoOn { get; private set; }

    public bool IsLinked(ProviderSettings provider) => logins.Exists(l => l.LoginProvider == provider.Issuer);

    public async Task<IActionResult> OnGetAsync()
    {
        if (Providers.Count == 0) return NotFound();
        await using var work = await storage.Read(Actor, Cancel);
        await Load(work);
        return Page();
    }

    public IActionResult OnPostLink(string? key)
    {
        if (Providers.FirstOrDefault(p => p.Key == key) is not { } provider || SignInCookies.Current(HttpContext) is not { } session) return NotFound();
        GoOn = (provider.Name, Via.LinkAddress(provider, session, protection));
        return Page();
    }

    public async Task<IActionResult> OnPostUnlinkAsync(string? key)
    {
        await using var work = await storage.Begin(Actor, Cancel);
        await Load(work);
        if (book.Find(key) is not { } provider || logins.Find(l => l.LoginProvider == provider.Issuer) is not { } login) return NotFound();
        if (!await ComesInOtherwise(work, login))
        {
            Refuse("", "Dit is de enige manier waarop u zich kunt aanmelden. Vraag de beheerder eerst om een wachtwoord.");
            return Page();
        }
        work.Remove(login);
        await SignInChange.Tell(work, work.Because(AccessEvents.ProviderUnlinked), Actor.Account!.Value, Visit.Of(HttpContext), SignInCookies.Current(HttpContext), Cancel);
        return await Saved(work) ? Done("/account/organisaties", $"{provider.Name} is losgemaakt.") : Page();
    }

    private async Task<bool> ComesInOtherwise(Work work, Login login)
    {
        var own = Actor.Account;
        // Not a passkey alone: it opens nothing for who has no password.
        return logins.Exists(l => l != login)
            || await work.Query<Account>().AnyAsync(a => a.Id == own && a.PasswordHash != null, Cancel);
    }

    private async Task Load(Work work) => logins = await work.Query<Login>().ToListAsync(Cancel);
}
