using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Accounts;
using Samenkracht.Access.Organisations;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Access.Officers;

internal readonly record struct OfficerRequestId(Guid Value) : IId<OfficerRequestId>
{
    public override string ToString() => this.Text();
}

/// <summary>Wat er van de aanvraag werd.</summary>
internal enum OfficerAnswer
{
    [Label("bevestigd")] Confirmed,
    [Label("niet bevestigd")] Refused,
    [Label("ingetrokken")] Withdrawn,
}

/// <summary>Aanvraag van een aandachtsfunctionaris: the role opens the safety compartment, so that it counts only after somebody else said yes (ADR 0094). So does the yes of a
/// privacy officer who came beside another one (ADR 0099).</summary>
internal sealed class OfficerRequest : IVersioned
{
    /// <summary>What somebody is until then: all that an attention officer may, but for the safety compartment.</summary>
    public const Role Meanwhile = Role.TeamMember;

    private OfficerRequest() { }

    public OfficerRequestId Id { get; private init; }
    public AccountId Account { get; private init; }
    public OrganisationId Organisation { get; private init; }
    /// <summary>Null when it was a provider that gave the role.</summary>
    public AccountId? AskedBy { get; private init; }
    public DateTimeOffset AskedAt { get; private init; }
    public OfficerAnswer? Answer { get; private set; }
    public AccountId? AnsweredBy { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }
    public int Version { get; private set; }

    public static OfficerRequest Ask(Account account, Because because) => new()
    {
        Id = Kernel.Id.New<OfficerRequestId>(),
        Account = account.Id,
        Organisation = account.Organisation ?? throw new ArgumentException("Who waits for a second person works somewhere."),
        AskedBy = because.Actor.Account,
        AskedAt = because.At,
    };

    /// <summary>Why this actor does not decide on it, in Dutch; null when they do.</summary>
    /// <param name="role">What the account is now.</param>
    /// <param name="served">Whether the organisation has an attention officer already.</param>
    /// <param name="waits">Whether the actor waits for a yes too, or was told no.</param>
    public string? WhyNot(Actor by, Role role, bool served, bool waits)
    {
        if (Answer is not null) return "Hierover is al beslist.";
        if (by.Account == Account) return "Over uw eigen rol beslist een ander.";
        if (by.Account == AskedBy) return "U vroeg dit zelf: een ander beslist.";
        if (waits) return "Uw eigen rol is nog niet bevestigd. Tot dan beslist een ander.";
        if (role == Role.PrivacyOfficer) return by.Role is Role.PrivacyOfficer or Role.AttentionOfficer ? null : "Hierover beslist een privacyfunctionaris of een aandachtsfunctionaris.";
        if (served && (by.Role != Role.AttentionOfficer || by.Organisation != Organisation)) return "Hierover beslist de aandachtsfunctionaris die daar al werkt.";
        return served || by.Role == Role.PrivacyOfficer ? null : "Daar werkt nog geen aandachtsfunctionaris: de privacyfunctionaris beslist.";
    }

    /// <summary>Why nobody can say yes yet; null when one can. Whoever gave the password, has it until its owner chose another.</summary>
    public static string? NotYet(Account account) => account.MustChangePassword
        ? "Deze persoon koos nog geen eigen wachtwoord. Bevestig als die zelf is aangemeld: tot dan kan wie het wachtwoord gaf ook naar binnen." : null;

    /// <summary>A second person says yes: from the next request on the account is an attention officer, or a privacy officer who says yes to others.</summary>
    public void Confirm(Account account, Because because)
    {
        if (account.Id != Account || account.Organisation != Organisation || !account.Active || NotYet(account) is not null) throw new InvalidOperationException("It was asked for another place.");
        End(OfficerAnswer.Confirmed, because);
        if (account.Role != Role.PrivacyOfficer) account.BecomeOfficer();
    }

    public void Refuse(Because because) => End(OfficerAnswer.Refused, because);

    /// <summary>No longer needed: another role was chosen, or the account closes.</summary>
    public void Withdraw(Because because) => (Answer, AnsweredBy, AnsweredAt) = (OfficerAnswer.Withdrawn, because.Actor.Account, because.At);

    private void End(OfficerAnswer answer, Because because)
    {
        if (Answer is not null || because.Actor.Account is not { } by || by == Account || by == AskedBy) throw new InvalidOperationException("Another person decides, once.");
        (Answer, AnsweredBy, AnsweredAt) = (answer, by, because.At);
    }
}

internal static class OfficerTables
{
    public static void Map(ModelMap map) => map
        .GoesWith("officer_request", "account")
        .Scoped<OfficerRequest>(Visible, t =>
        {
            t.ToTable("officer_request").HasKey(r => r.Id);
            t.HasOne<Account>().WithMany().HasForeignKey(r => r.Account);
            t.HasOne<Account>().WithMany().HasForeignKey(r => r.AskedBy);
            t.HasOne<Account>().WithMany().HasForeignKey(r => r.AnsweredBy);
            t.HasOne<Organisation>().WithMany().HasForeignKey(r => r.Organisation);
        });

    private static IQueryable<OfficerRequest> Visible(IQueryable<OfficerRequest> all, Work work)
    {
        var actor = work.Actor;
        return actor.IsSystem || actor.May(Permission.ManageAccounts) || actor.May(Permission.ConfirmOfficers) ? all : all.Where(r => r.Account == actor.Account);
    }
}
