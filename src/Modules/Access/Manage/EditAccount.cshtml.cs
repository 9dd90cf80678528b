using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Accounts;
using Samenkracht.Access.Officers;
using Samenkracht.Access.Sessions;
using Samenkracht.Access.Told;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Web.Access;

namespace Samenkracht.Access.Manage;

/// <summary>Account wijzigen: who someone is, and whether they can sign in.</summary>
[Allow(Permission.ManageAccounts)]
internal sealed class EditAccountPage(Storage storage, AccountManagers managers, CircleExit circles) : SkPage, IAccountFields
{
    private const string NotYourself = "Uw eigen rol kan alleen een andere beheerder wijzigen.";

    private const string InCircle = "Deze persoon werkt met huishoudens die niemand anders overneemt, en kan daar met deze rol niet blijven. Sluit dit account, kies wie het overneemt, en maak een nieuw account.";

    [BindProperty(SupportsGet = true)] public AccountId Id { get; set; }
    [BindProperty] public AccountForm Input { get; set; } = new();

    public Account Account { get; private set; } = null!;
    public AccountChoices Choices { get; private set; } = new([], []);
    public string? Password { get; private set; }

    /// <summary>For a second person's yes.</summary>
    public bool Waits { get; private set; }

    /// <summary>What someone else saved meanwhile, beside what was typed.</summary>
    public AccountForm? Stands { get; private set; }

    // The system's work on every side of this page: an account is for its owner alone to read (docs/adr/0103). The journal says whose doing it is.
    public async Task<IActionResult> OnGetAsync()
    {
        await using var work = await storage.Read(Actor.System, Cancel);
        return await Load(work) ? Show() : NotFound();
    }

    // In the administrator's name: who cannot be in a circle any more leaves it, and the administrator sees no household.
    public async Task<IActionResult> OnPostSaveAsync()
    {
        await using var work = await storage.Begin(Actor.System with { Account = Actor.Account }, Cancel);
        if (!await Load(work)) return NotFound();
        if (ModelState.IsValid && await Input.Misfit(work, Cancel) is { } misfit) Refuse($"Input.{misfit.Field}", misfit.Message);
        if (IsOwn && Input.Role != Account.Role) Refuse("Input.Role", NotYourself);
        if (!ModelState.IsValid) return Page();
        work.Expect(Account, Version);
        if (!await circles.Leave(work, Account, Input.Role!.Value, Input.Organisation, Actor, Cancel))
        {
            Refuse("Input.Role", InCircle);
            return Page();
        }
        var address = Account.NormalizedEmail;
        await OfficerRole.Describe(work, Account, Input.ToDetails(), Cancel, Actor);
        if (Account.NormalizedEmail != address) await Tell(work, AccessEvents.AddressChanged);
        await work.Note(Why(work, AccessEvents.AccountChanged), Id.Value, payload: new { role = Account.Role.ToString() }, cancel: Cancel);
        try
        {
            if (!await Saved(work)) return await ShowBoth();
            return Done($"/beheer/accounts/{Id}", Input.Role == Account.Role ? "Het account is bewaard." : "Het account is bewaard. De rol wacht op bevestiging.");
        }
        catch (UniqueConflictException)
        {
            Refuse("Input.Email", "Er is al een account met dit e-mailadres.");
            return Page();
        }
    }

    public Task<IActionResult> OnPostEverywhereAsync() =>
        Change(AccessEvents.SignedOutEverywhere, a => a.EndSignIns(), changesWay: false, "Deze persoon is op alle apparaten afgemeld.");

    public Task<IActionResult> OnPostReopenAsync() => Change(AccessEvents.AccountReopened, a => a.Reopen(), changesWay: true, "Het account is weer open.");

    public async Task<IActionResult> OnPostPasswordAsync()
    {
        await using var work = await storage.Begin(Actor.System, Cancel);
        if (!await Load(work)) return NotFound();
        using var manager = managers.On(work);
        var password = TemporaryPassword.New();
        await manager.RemovePasswordAsync(Account);
        await manager.AddPasswordAsync(Account, password);
        Account.AskNewPassword(work.Now);
        Account.Succeed();
        Waits |= await OfficerRole.Entrust(work, Account, Cancel, Actor);
        await Tell(work, AccessEvents.PasswordReset);
        if (await Saved(work)) Password = password;
        return Show();
    }

    public async Task<IActionResult> OnPostAuthenticatorAsync()
    {
        await using var work = await storage.Begin(Actor.System, Cancel);
        if (!await Load(work)) return NotFound();
        using var manager = managers.On(work);
        await manager.SetTwoFactorEnabledAsync(Account, false);
        await OfficerRole.Entrust(work, Account, Cancel, Actor);
        await Tell(work, AccessEvents.AuthenticatorOff);
        return await Saved(work) ? Done($"/beheer/accounts/{Id}", "De code-app is los.") : Show();
    }

    private bool IsOwn => Id == Actor.Account;

    private Task<SignInChange> Tell(Work work, JournalKind kind) => SignInChange.Tell(work, Why(work, kind), Id, Visit.Of(HttpContext), SignInCookies.Current(HttpContext), Cancel);

    private Because Why(Work work, JournalKind kind) => new(Actor, work.Now, kind, null, null);

    private async Task<IActionResult> Change(JournalKind kind, Action<Account> change, bool changesWay, string told)
    {
        await using var work = await storage.Begin(Actor.System, Cancel);
        if (!await Load(work)) return NotFound();
        change(Account);
        if (changesWay)
        {
            await OfficerRole.Entrust(work, Account, Cancel, Actor);
            await Tell(work, kind);
        }
        else await work.Note(Why(work, kind), Id.Value, cancel: Cancel);
        return await Saved(work) ? Done($"/beheer/accounts/{Id}", told) : Show();
    }

    private PageResult Show()
    {
        // Not what a button's form left empty, but what stands.
        foreach (var key in ModelState.Keys.Where(k => k.StartsWith("Input.", StringComparison.Ordinal)).ToList()) ModelState.Remove(key);
        ModelState.Remove(nameof(Version));
        (Input, Version) = (AccountForm.Of(Account, Waits), Account.Version);
        return Page();
    }

    private async Task<IActionResult> ShowBoth()
    {
        await using var now = await storage.Read(Actor.System, Cancel);
        await Load(now);
        Stands = AccountForm.Of(Account, Waits);
        ModelState.Remove(nameof(Version));
        Version = Account.Version;
        return Page();
    }

    private async Task<bool> Load(Work work)
    {
        var account = await work.Query<Account>().FirstOrDefaultAsync(a => a.Id == Id, Cancel);
        Choices = await AccountChoices.Load(work, Cancel);
        if (account is null) return false;
        (Account, Waits) = (account, await OfficerRole.Waiting(work, Id, Cancel) is not null);
        return true;
    }
}
