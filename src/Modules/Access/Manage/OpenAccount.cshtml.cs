using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Accounts;
using Samenkracht.Access.Contract;
using Samenkracht.Access.Officers;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Web.Access;

namespace Samenkracht.Access.Manage;

/// <summary>Account maken, with a password that works until the first sign-in.</summary>
[Allow(Permission.ManageAccounts)]
internal sealed class OpenAccountPage(Storage storage, AccountRegistry registry) : SkPage, IAccountFields
{
    [BindProperty] public AccountForm Input { get; set; } = new();

    public AccountChoices Choices { get; private set; } = new([], []);
    public string? Password { get; private set; }

    /// <summary>For a second person's yes.</summary>
    public bool Waits { get; private set; }

    /// <summary>Made by this same form a moment ago: its password was shown then, and is kept nowhere.</summary>
    public AccountId? Made { get; private set; }

    public async Task OnGetAsync()
    {
        await using var work = await storage.Read(Actor, Cancel);
        Choices = await AccountChoices.Load(work, Cancel);
    }

    // The system's work: only that sees which addresses are taken. The journal says whose doing it is.
    public async Task<IActionResult> OnPostAsync()
    {
        await using var work = await storage.Begin(Actor.System, Cancel);
        Choices = await AccountChoices.Load(work, Cancel);
        if (ModelState.IsValid && await Input.Misfit(work, Cancel) is { } misfit) Refuse($"Input.{misfit.Field}", misfit.Message);
        if (!ModelState.IsValid) return Page();
        var (password, id) = (TemporaryPassword.New(), OnceId<AccountId>());
        var opened = await registry.Open(work, Input.ToDetails(), password, passwordIsTemporary: true, id, Actor, Cancel);
        if (opened.Account is null && await work.Query<Account>().AnyAsync(a => a.Id == id, Cancel)) return await Shown(id, null);
        foreach (var refusal in opened.Refusals) Refuse("Input.Email", refusal);
        if (opened.Account is null || !await Saved(work)) return Page();
        return await Shown(id, SentTwice ? null : password);
    }

    private async Task<IActionResult> Shown(AccountId id, string? password)
    {
        (Made, Password) = (id, password);
        await using var kept = await storage.Read(Actor, Cancel);
        Waits = await OfficerRole.Waiting(kept, id, Cancel) is not null;
        return Page();
    }
}
