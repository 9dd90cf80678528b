using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Accounts;
using Samenkracht.Access.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Web.Access;

namespace Samenkracht.Access.Officers;

/// <summary>Aandachtsfunctionarissen: who waits for a second person's yes, and who got it from whom.</summary>
[Allow(Permission.ConfirmOfficers)]
internal sealed class OfficersPage(Storage storage) : SkPage
{
    private const int Most = 25;

    [BindProperty] public OfficerRequestId Asked { get; set; }

    public IReadOnlyList<Row> Waiting { get; private set; } = [];
    public IReadOnlyList<Row> Answered { get; private set; } = [];

    /// <param name="NotYet">Why nobody can say yes yet; one can say no.</param>
    public sealed record Row(OfficerRequest Request, AccountCard Who, string? AskedBy, string? AnsweredBy, string? WhyNot, string? NotYet);

    public Task OnGet() => Load();

    public Task<IActionResult> OnPostConfirmAsync() =>
        Answer(AccessEvents.OfficerConfirmed, (request, account, because) => request.Confirm(account, because), "Bevestigd. De rol geldt vanaf nu.");

    public Task<IActionResult> OnPostRefuseAsync() =>
        Answer(AccessEvents.OfficerRefused, (request, _, because) => request.Refuse(because), "Niet bevestigd. De beheerder leest dat bij het account.");

    private async Task<IActionResult> Answer(JournalKind kind, Action<OfficerRequest, Account, Because> decide, string told)
    {
        // The system's work: the role is written in an account, which is for its owner alone to read (docs/adr/0103).
        await using (var work = await storage.Begin(Actor.System, Cancel))
        {
            if (await work.Query<OfficerRequest>().FirstOrDefaultAsync(r => r.Id == Asked, Cancel) is not { } request) return NotFound();
            var account = await work.Query<Account>().FirstAsync(a => a.Id == request.Account, Cancel);
            var reason = request.WhyNot(Actor, account.Role, await Served(work, request.Organisation), await OfficerRole.Unconfirmed(work).ContainsAsync(Actor.Account!.Value, Cancel));
            if (kind == AccessEvents.OfficerConfirmed) reason ??= OfficerRequest.NotYet(account);
            if (reason is not null) Refuse("", reason);
            else
            {
                var because = new Because(Actor, work.Now, kind, null, null);
                work.Expect(request, Version);
                decide(request, account, because);
                await work.Note(because, account.Id.Value, cancel: Cancel);
                if (await Saved(work)) return Done("/aandachtsfunctionarissen", told);
            }
        }
        await Load();
        return Page();
    }

    private async Task Load()
    {
        await using var work = await storage.Read(Actor.System, Cancel);
        Waiting = await Rows(work, work.Query<OfficerRequest>().Where(r => r.Answer == null).OrderBy(r => r.AskedAt));
        Answered = await Rows(work, work.Query<OfficerRequest>().Where(r => r.Answer != null).OrderByDescending(r => r.AnsweredAt));
    }

    private async Task<IReadOnlyList<Row>> Rows(Work work, IQueryable<OfficerRequest> requests)
    {
        var page = await requests.Take(Most).ToListAsync(Cancel);
        var names = await work.AccountNames(page.SelectMany(r => new[] { r.Account, r.AskedBy, r.AnsweredBy }).OfType<AccountId>(), Cancel);
        var served = await work.Accounts.Where(a => a.Role == Role.AttentionOfficer).Select(a => a.Organisation).Distinct().ToListAsync(Cancel);
        var ids = page.Select(r => r.Account).ToArray();
        var accounts = await work.Query<Account>().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, Cancel);
        var waits = await OfficerRole.Unconfirmed(work).ContainsAsync(Actor.Account!.Value, Cancel);
        string? Name(AccountId? id) => id is { } known ? names[known].Name : null;
        return [.. page.Select(r => new Row(r, names[r.Account], Name(r.AskedBy), Name(r.AnsweredBy),
            r.WhyNot(Actor, accounts[r.Account].Role, served.Contains(r.Organisation), waits), OfficerRequest.NotYet(accounts[r.Account])))];
    }

    private Task<bool> Served(Work work, OrganisationId organisation) =>
        work.Accounts.AnyAsync(a => a.Role == Role.AttentionOfficer && a.Organisation == organisation, Cancel);
}
