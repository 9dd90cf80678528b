using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Accounts;
using Samenkracht.Access.Contract;
using Samenkracht.Access.Officers;
using Samenkracht.Access.Organisations;
using Samenkracht.Access.Sessions;
using Samenkracht.Access.SignIn;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Login = Microsoft.AspNetCore.Identity.IdentityUserLogin<Samenkracht.Kernel.AccountId>;

namespace Samenkracht.Access.Providers;

/// <summary>What came of a provider's word: how far someone came, or why not.</summary>
internal sealed record ProviderAnswer(ProviderRefusal? Refusal, SignInAnswer? SignIn = null, ProviderVisit? Visit = null);

/// <summary>Balie voor wie via een aanbieder komt. An account is known by issuer and subject, never by an e-mail address: an address can pass to another person,
/// and a provider may let people choose their own.</summary>
internal sealed class ProviderDesk(Storage storage, AccountRegistry registry, SignInDesk desk, BsnDesk residents, CircleExit circles, IDataProtectionProvider protection)
{
    private readonly IDataProtector secrets = protection.CreateProtector("Samenkracht.Access.IdToken");

    public async Task<ProviderAnswer> Arrive(ProviderWord word, Visit visit, CancellationToken cancel)
    {
        await using var work = await storage.Begin(Actor.System, cancel);
        if (!await SpentChallenge.Spend(work, word.Nonce, cancel)) return new(ProviderRefusal.Answer);
        var (account, refusal) = word.Provider.Bsn is null ? await Account(work, word, cancel) : await residents.Account(work, word, cancel);
        if (account is null) return await TurnAway(work, refusal, cancel);
        if (await Door.Meet(work, account.Value, visit, cancel) is not { } who) return await TurnAway(work, Unless(word, ProviderRefusal.Closed), cancel);
        if (await TakeRole(work, who.Account, word, cancel) is { } misfit) return await TurnAway(work, Unless(word, misfit), cancel);
        // A resident's token may hold their burgerservicenummer: it is not kept.
        var entry = new ProviderVisit(word.Provider.Key, word.Provider.ForResidents ? null : secrets.Protect(word.IdToken), word.Session);
        if (!word.HasTwoFactors && desk.SecondStep(who.Account) is { } step)
        {
            await Door.Note(work, who.Account, AccessEvents.ProviderVouched, cancel);
            await work.Commit(cancel);
            return new(null, new SignInAnswer(step, who.Account), entry);
        }
        return new(null, await Door.Admit(work, who, visit, SignInMethod.Provider, AccessEvents.SignedIn, cancel, entry), entry);
    }

    /// <summary>Lets an account that is signed in come in by this provider from now on. Returns why not; null when it may.</summary>
    public async Task<ProviderRefusal?> Link(ProviderWord word, (AccountId Account, SessionId Session)? signedIn, Visit visit, CancellationToken cancel)
    {
        await using var work = await storage.Begin(Actor.System, cancel);
        var owner = signedIn?.Account;
        var account = await work.Query<Account>().FirstOrDefaultAsync(a => a.Id == owner && a.Active, cancel);
        if (account is null || !await SpentChallenge.Spend(work, word.Nonce, cancel)) return ProviderRefusal.Answer;
        // Whose account a burgerservicenummer opens, is not for who is signed in to say.
        if (word.Provider.Bsn is not null) return ProviderRefusal.Answer;
        if (await Known(work, word, cancel) is not null) return ProviderRefusal.Linked;
        if (word.Role is null || word.Provider.ForResidents != (account.Role == Role.Resident)) return ProviderRefusal.Role;
        work.Add(LoginOf(word, account.Id));
        await Door.Tell(work, account, AccessEvents.ProviderLinked, visit, signedIn!.Value.Session, cancel);
        await work.Commit(cancel);
        return null;
    }

    /// <summary>What the provider wants back to sign someone out there too.</summary>
    public string? IdToken(AccountSession session) => session.IdToken is { Length: > 0 } kept ? secrets.Unprotect(kept) : null;

    private async Task<(AccountId? Account, ProviderRefusal Refusal)> Account(Work work, ProviderWord word, CancellationToken cancel)
    {
        var known = await Known(work, word, cancel);
        if (word.Role is not { } role)
        {
            if (known is not null) await EndSignIns(work, known.UserId, cancel);
            return (null, ProviderRefusal.Role);
        }
        if (known is not null) return (known.UserId, default);
        var address = Accounts.Account.Normal(word.Email ?? "");
        if (word.Email is not null && await work.Query<Account>().AnyAsync(a => a.NormalizedEmail == address, cancel)) return (null, ProviderRefusal.Known);
        var employer = await Employer(work, word.Provider, cancel);
        if (role.IsProfessional() && employer is null) return (null, ProviderRefusal.Organisation);
        // The rules of an account (AccountForm) bind who fills in the settings of a provider too.
        if (employer?.Kind.Fits(role) == false) return (null, ProviderRefusal.Role);
        return await Open(work, word, role, employer?.Id, cancel);
    }

    // Whom the provider no longer gives a role is out here too, on every device.
    private static async Task EndSignIns(Work work, AccountId id, CancellationToken cancel)
    {
        var account = await work.Query<Account>().SingleAsync(a => a.Id == id, cancel);
        account.EndSignIns();
        await Door.Note(work, account, AccessEvents.SignedOutThere, cancel);
    }

    // The person that a resident is in a household is linked afterwards, by the contact person; a provider that gives the BSN does it by itself, see BsnDesk.
    private async Task<(AccountId? Account, ProviderRefusal Refusal)> Open(Work work, ProviderWord word, Role role, OrganisationId? organisation, CancellationToken cancel)
    {
        var email = word.Email ?? $"{Guid.NewGuid():N}@{Accounts.Account.NoAddress}";
        var opened = await registry.Open(work, new NewAccount(email, word.Name ?? role.Label(), Meanwhile(role), "", organisation), password: null, cancel: cancel);
        if (opened.Account is not { } account) return (null, ProviderRefusal.Answer);
        await work.Flush(cancel);
        work.Add(LoginOf(word, account));
        // Whom a provider makes a privacy officer says yes to no attention officer before another did to them (ADR 0099).
        if (role == Role.PrivacyOfficer) await OfficerRole.Beside(work, await work.Query<Account>().SingleAsync(a => a.Id == account, cancel), cancel);
        return (account, default);
    }

    // Of who comes with a burgerservicenummer no refusal tells that there is an account.
    private static ProviderRefusal Unless(ProviderWord word, ProviderRefusal reason) => word.Provider.Bsn is null ? reason : ProviderRefusal.NoPlan;

    // The provider says at every sign-in who someone is now.
    private async Task<ProviderRefusal?> TakeRole(Work work, Account account, ProviderWord word, CancellationToken cancel)
    {
        if (word.Provider.ForResidents != (account.Role == Role.Resident)) return ProviderRefusal.Role;
        if (account.Role == word.Role || await Refused(work, account, word, cancel)) return null;
        var employer = account.Organisation is { } own ? await work.Query<Organisation>().FirstOrDefaultAsync(o => o.Id == own, cancel) : await Employer(work, word.Provider, cancel);
        var organisation = employer?.Id;
        if (word.Role!.Value.IsProfessional() && organisation is null) return ProviderRefusal.Organisation;
        if (employer?.Kind.Fits(word.Role.Value) == false)
        {
            await EndSignIns(work, account.Id, cancel);
            return ProviderRefusal.Role;
        }
        // Someone with another role now, who is the only one at a household: no door stands open until that is passed on at closing the account.
        if (!await circles.Leave(work, account, word.Role.Value, organisation, work.Actor, cancel)) return ProviderRefusal.Role;
        await OfficerRole.Describe(work, account, new NewAccount(account.Email!, account.Name, word.Role.Value, account.Function, organisation, account.Team, account.PhoneNumber), cancel);
        await work.Note(work.Because(AccessEvents.AccountChanged), account.Id.Value, payload: new { role = account.Role.ToString() }, cancel: cancel);
        return null;
    }

    // An attention officer too by what the provider says, and by a second person here (ADR 0094).
    private static Role Meanwhile(Role role) => role == Role.AttentionOfficer ? OfficerRequest.Meanwhile : role;

    private static async Task<bool> Refused(Work work, Account account, ProviderWord word, CancellationToken cancel) =>
        word.Role == Role.AttentionOfficer && account.Role == OfficerRequest.Meanwhile && await OfficerRole.WasRefused(work, account.Id, cancel);

    private static Task<Organisation?> Employer(Work work, ProviderSettings provider, CancellationToken cancel) =>
        work.Query<Organisation>().FirstOrDefaultAsync(o => o.Name == provider.Organisation, cancel);

    private static Task<Login?> Known(Work work, ProviderWord word, CancellationToken cancel) =>
        work.Query<Login>().FirstOrDefaultAsync(l => l.LoginProvider == word.Provider.Issuer && l.ProviderKey == word.Subject, cancel);

    private static Login LoginOf(ProviderWord word, AccountId account) => new()
    {
        LoginProvider = word.Provider.Issuer,
        ProviderKey = word.Subject,
        ProviderDisplayName = word.Provider.Name,
        UserId = account,
    };

    // Nothing was changed before a refusal but that the answer was used and that sign-ins ended, and that is kept.
    private static async Task<ProviderAnswer> TurnAway(Work work, ProviderRefusal refusal, CancellationToken cancel)
    {
        await work.Note(new Because(Actor.Anonymous, work.Now, AccessEvents.SignInFailed, null, null), Guid.Empty, cancel: cancel);
        await work.Commit(cancel);
        return new(refusal);
    }
}
