using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Accounts;
using Samenkracht.Access.Officers;
using Samenkracht.Access.Providers;
using Samenkracht.Access.Sessions;
using Samenkracht.Access.Told;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Web.Access;

namespace Samenkracht.Access.Own;

/// <summary>Mijn account: one's own name, password and sign-ins.</summary>
[SignedIn]
internal sealed class OwnAccountPage(Storage storage, AccountManagers managers, ProviderBook providers) : SkPage
{
    public const int FewChanges = 5;

    public Account Account { get; private set; } = null!;
    public IReadOnlyList<OwnSignIn> SignIns { get; private set; } = [];

    /// <summary>For a second person's yes, to be an attention officer.</summary>
    public bool Waits { get; private set; }

    public bool HasProviders => providers.All.Any(p => p.Bsn is null && p.ForResidents == (Actor.Role == Role.Resident));

    public string Sub => Account.HasAddress ? $"{Account.Email} · {Account.Role.Label()}" : Account.Role.Label();

    [BindProperty, StringLength(100)] public string? Name { get; set; }
    [BindProperty, StringLength(30)] public string? Phone { get; set; }
    [BindProperty] public string? CurrentPassword { get; set; }
    [BindProperty] public string? NewPassword { get; set; }
    [BindProperty] public SignInChangeId[] Known { get; set; } = [];
    [BindProperty] public string? From { get; set; }

    /// <summary>What changed in how one signs in, newest first.</summary>
    public IReadOnlyList<SignInChange> Changes { get; private set; } = [];

    public async Task OnGetAsync()
    {
        await using var work = await storage.Read(Actor, Cancel);
        await Load(work);
        (Name, Phone) = (Account.Name, Account.PhoneNumber);
    }

    public async Task<IActionResult> OnPostNameAsync()
    {
        await using var work = await storage.Begin(Actor, Cancel);
        await Load(work);
        if (string.IsNullOrWhiteSpace(Name)) Refuse(nameof(Name), "Vul uw naam in.");
        if (!ModelState.IsValid) return Page();
        work.Expect(Account, Version);
        Account.Rename(Name!, Phone);
        await work.Note(work.Because(AccessEvents.AccountChanged), Account.Id.Value, cancel: Cancel);
        return await Saved(work) ? Done("/account", "Uw gegevens zijn bewaard.") : Page();
    }

    public async Task<IActionResult> OnPostPasswordAsync()
    {
        await using var work = await storage.Begin(Actor, Cancel);
        await Load(work);
        (Name, Phone) = (Account.Name, Account.PhoneNumber);
        using var manager = managers.On(work);
        var changed = Account.IsLocked(work.Now) ? null : await manager.ChangePasswordAsync(Account, CurrentPassword ?? "", NewPassword ?? "");
        if (changed is not { Succeeded: true }) return await PasswordRefused(work, changed?.Errors.ToList() ?? []);
        Account.HasOwnPassword();
        var visit = Visit.Of(HttpContext);
        var session = AccountSession.Start(Account, SignInMethod.Password, visit.Device, work.Now);
        await SignInChange.Tell(work, work.Because(AccessEvents.PasswordChanged), Account.Id, visit, session.Id, Cancel);
        work.Add(session);
        if (!await Saved(work)) return Page();
        await SignInCookies.Start(HttpContext, Account, session);
        return Done("/account", "Uw wachtwoord is gewijzigd.");
    }

    /// <summary>Ends one sign-in: that device is out at its next request.</summary>
    public async Task<IActionResult> OnPostEndAsync(SessionId session)
    {
        await using var work = await storage.Begin(Actor, Cancel);
        if (await work.Query<AccountSession>().FirstOrDefaultAsync(s => s.Id == session, Cancel) is not { } ended) return NotFound();
        ended.End(work.Now);
        await work.Note(work.Because(AccessEvents.SessionEnded), Actor.Account!.Value.Value, cancel: Cancel);
        return await Saved(work) ? Done("/account", "Dat apparaat is afgemeld.") : Page();
    }

    public async Task<IActionResult> OnPostEverywhereAsync()
    {
        await using var work = await storage.Begin(Actor, Cancel);
        await Load(work);
        Account.EndSignIns();
        await work.Note(work.Because(AccessEvents.SignedOutEverywhere), Account.Id.Value, cancel: Cancel);
        if (!await Saved(work)) return Page();
        await HttpContext.SignOutAsync(SignInCookies.Scheme);
        return Done("/aanmelden", "U bent op alle apparaten afgemeld.");
    }

    /// <summary>Dat klopt: what was shown is told no more. What came meanwhile is, and so is what was done in this same sign-in.</summary>
    public async Task<IActionResult> OnPostKnownAsync()
    {
        await using var work = await storage.Begin(Actor, Cancel);
        var answered = await Telling.Of(work, SignInCookies.Current(HttpContext)).Where(c => Known.Contains(c.Id)).ToListAsync(Cancel);
        foreach (var change in answered) change.Answer(work.Now, Visit.Of(HttpContext).Device);
        if (answered.Count > 0) await work.Note(work.Because(AccessEvents.ChangesKnown), Actor.Account!.Value.Value, cancel: Cancel);
        await work.Commit(Cancel);
        return LocalRedirect(Url.IsLocalUrl(From) ? From! : "/");
    }

    // Guesses at an unattended screen count like guesses at the door.
    private async Task<IActionResult> PasswordRefused(Work work, List<Microsoft.AspNetCore.Identity.IdentityError> errors)
    {
        var wrong = errors.Exists(e => e.Code == "PasswordMismatch");
        foreach (var error in errors) Refuse(error.Code == "PasswordMismatch" ? nameof(CurrentPassword) : nameof(NewPassword), error.Description);
        if (errors.Count == 0) Refuse("", "Uw account is tijdelijk op slot. Probeer het over een kwartier opnieuw.");
        if (!wrong) return Page();
        Account.Fail(work.Now);
        await work.Note(work.Because(AccessEvents.SignInFailed), Account.Id.Value, cancel: Cancel);
        await work.Commit(Cancel);
        return Page();
    }

    private async Task Load(Work work)
    {
        var own = Actor.Account;
        Account = await work.Query<Account>().FirstAsync(a => a.Id == own, Cancel);
        Waits = await OfficerRole.Waiting(work, own!.Value, Cancel) is not null;
        Changes = await work.Query<SignInChange>().Where(c => c.Account == own).OrderByDescending(c => c.At).ThenBy(c => c.Kind).ToListAsync(Cancel);
        SignIns = await OwnSignIn.Load(work, SignInCookies.Current(HttpContext), Cancel);
    }
}
