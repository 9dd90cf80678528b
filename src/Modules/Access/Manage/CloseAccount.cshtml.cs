using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Accounts;
using Samenkracht.Access.Contract;
using Samenkracht.Access.Officers;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Web.Access;
using Samenkracht.Web.Design;

namespace Samenkracht.Access.Manage;

/// <summary>Account sluiten: first what will happen, in numbers; then all of it at once.</summary>
[Allow(Permission.ManageAccounts)]
internal sealed class CloseAccountPage(Storage storage, IEnumerable<IAccountClosing> modules) : SkPage
{
    [BindProperty(SupportsGet = true)] public AccountId Id { get; set; }
    [BindProperty] public AccountId? Successor { get; set; }

    public Account Account { get; private set; } = null!;
    public IReadOnlyList<string> Lines { get; private set; } = [];
    public bool NeedsSuccessor { get; private set; }
    public IReadOnlyList<Option> Colleagues { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        await using var work = await storage.Read(Actor.System, Cancel);
        return await Load(work) ? Page() : NotFound();
    }

    // The system's work, since the administrator sees no household; the journal says whose doing it is.
    public async Task<IActionResult> OnPostAsync()
    {
        await using var work = await storage.Begin(Actor.System, Cancel);
        if (!await Load(work)) return NotFound();
        if (Id == Actor.Account) Refuse("", "Uw eigen account kan alleen een andere beheerder sluiten.");
        if (NeedsSuccessor && !Colleagues.Any(c => c.Value == Successor?.Text())) Refuse(nameof(Successor), "Kies een collega die het overneemt.");
        if (!ModelState.IsValid) return Page();
        var closing = new AccountClosing(Id, NeedsSuccessor ? Successor : null, Actor);
        foreach (var module in modules) await module.Close(work, closing, Cancel);
        await OfficerRole.Withdraw(work, Id, new Because(Actor, work.Now, AccessEvents.OfficerWithdrawn, null, null), Cancel);
        Account.Close();
        await work.Note(new Because(Actor, work.Now, AccessEvents.AccountClosed, null, null), Id.Value, payload: new { closing.Successor }, cancel: Cancel);
        return await Saved(work) ? Done($"/beheer/accounts/{Id}", "Het account is gesloten.") : Page();
    }

    private async Task<bool> Load(Work work)
    {
        if (await work.Query<Account>().FirstOrDefaultAsync(a => a.Id == Id && a.Active, Cancel) is not { } account) return false;
        Account = account;
        var forecasts = new List<ClosingForecast>();
        foreach (var module in modules) forecasts.Add(await module.Foresee(work, Id, Cancel));
        (Lines, NeedsSuccessor) = ([.. forecasts.SelectMany(f => f.Lines)], forecasts.Exists(f => f.NeedsSuccessor));
        var excluded = forecasts.SelectMany(f => f.CannotSucceed ?? []).Append(Id).ToHashSet();
        if (NeedsSuccessor) Colleagues = [.. (await Able(work)).Where(c => !excluded.Contains(c.Id)).Select(c => new Option(c.Id.Text(), c.Name, c.Function))];
        return true;
    }

    private async Task<List<AccountCard>> Able(Work work)
    {
        var organisation = Account.Organisation;
        var colleagues = await work.Accounts.Where(a => a.Organisation == organisation).OrderBy(a => a.Name).ToListAsync(Cancel);
        return colleagues.FindAll(c => c.Role.IsProfessional() && c.Role.MayJoinCircle());
    }
}
