using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Time;
using Samenkracht.Residents.Authority;
using Samenkracht.Residents.Contract;
using Samenkracht.Residents.People;
using Samenkracht.Web.Access;

namespace Samenkracht.Residents.Beside;

/// <summary>Uitnodiging aannemen: with the code that a resident gave. Who has no account makes one here; without a code nobody can.</summary>
[Public, EnableRateLimiting("public-form"), ResponseCache(NoStore = true)]
internal sealed class AcceptModel(Storage storage, AccountRegistry registry) : SkPage
{
    // One answer for a code that never was, one that was used, one that was withdrawn and one that is too old.
    private const string Unknown = "Deze code werkt niet (meer). Kijk hem na, of vraag om een nieuwe.";
    private const string Why = "who shows the code of an invitation takes that one";

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>Signed in with an account that can stand beside someone.</summary>
    public bool Comes => Actor.Role == Role.Supporter;

    /// <summary>Signed in for work or for oneself: such an account cannot stand beside someone.</summary>
    public bool CannotCome => Actor.IsSignedIn && !Comes;

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        if (CannotCome) return Page();
        if (string.IsNullOrWhiteSpace(Code)) Refuse(nameof(Code), "Vul de code in.");
        if (!Comes) CheckNewAccount();
        if (!ModelState.IsValid) return Page();
        // The one who comes sees nothing of the household yet, so the system writes it, in their name.
        await using var work = await storage.Begin(Actor.System, Cancel);
        var (id, hash, now) = (OnceId<CircleMemberId>(), InvitationCode.Read(Code).Hash, work.Now);
        if (await work.IsNoted(id.Value, Cancel)) return Joined();
        var invitation = await work.Query<Invitation>().FirstOrDefaultAsync(i => i.CodeHash == hash, Cancel);
        if (invitation is null || !invitation.IsOpen(now) || !await MayAsk(work, invitation))
        {
            Refuse(nameof(Code), Unknown);
            return Page();
        }
        var account = Comes ? Actor.Account : await OpenAccount(work);
        if (account is null) return await work.IsNoted(id.Value, Cancel) ? Joined() : Page();
        return await Saved(work, "U staat al naast iemand van dit huishouden.", last: () => Join(work, invitation, account.Value, id)) ? Joined() : Page();
    }

    // Made before the child's age was known or asked; or by somebody of 16 or 17, while a parent may be the one who shows the code (Sight.Doors).
    private async Task<bool> MayAsk(Work work, Invitation invitation)
    {
        var (today, household) = (Amsterdam.Date(work.Now), invitation.Household);
        var person = await work.Query<Person>().SingleAsync(p => p.Id == invitation.Person, Cancel);
        if (!Invitation.MayAsk(person, today)) return false;
        var isMinor = person.BirthDate > today.AddYears(-Ages.Grown);
        return !isMinor || !await work.Query<ViewFreeze>().AnyAsync(f => f.Household == household && f.LiftedAt == null, Cancel);
    }

    private LocalRedirectResult Joined() => Comes ? Done("/mijn", "U kijkt nu mee.") : Done("/aanmelden", "Uw account is gemaakt. Meld u aan, dan kijkt u mee.");

    private void CheckNewAccount()
    {
        if (string.IsNullOrWhiteSpace(Name) || Name.Length > 100) Refuse(nameof(Name), "Vul uw naam in.");
        if (string.IsNullOrWhiteSpace(Email) || Email.Length > 200 || !Email.Contains('@')) Refuse(nameof(Email), "Vul uw e-mailadres in.");
        if (string.IsNullOrEmpty(Password)) Refuse(nameof(Password), "Kies een wachtwoord.");
    }

    private async Task<AccountId?> OpenAccount(Work work)
    {
        var opened = await registry.Open(work, new NewAccount(Email!.Trim(), Name!.Trim(), Role.Supporter), Password, cancel: Cancel);
        foreach (var refusal in opened.Refusals) Refuse(refusal.Contains("achtwoord", StringComparison.Ordinal) ? nameof(Password) : nameof(Email), refusal);
        return opened.Account;
    }

    private async Task Join(Work work, Invitation invitation, AccountId account, CircleMemberId id)
    {
        var because = new Because(work.Actor with { Account = account, Role = Role.Supporter }, work.Now, ResidentEvents.StandsBeside, null, Why);
        var household = await work.Query<Household>().SingleAsync(h => h.Id == invitation.Household, Cancel);
        // The account's row goes before the one that points at it.
        await work.Flush(Cancel);
        var member = invitation.Accept(account, because, id);
        work.Add(member);
        household.CircleChanged();
        await work.Note(because, member.Id.Value, household.Id, new { invitation.Kind, invitation.Parts, invitation.EndsAt }, Cancel);
    }
}
