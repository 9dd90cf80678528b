using Microsoft.AspNetCore.Identity;
using Samenkracht.Access.Contract;
using Samenkracht.Access.Sessions;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Access.Accounts;

/// <summary>Account: someone who can sign in, with one role. How they sign in is ASP.NET Core Identity's; who they are is ours.</summary>
internal sealed class Account : IdentityUser<AccountId>, IVersioned
{
    private Account() { }

    public string Name { get; private set; } = "";
    public string Function { get; private set; } = "";
    public Role Role { get; private set; }
    public OrganisationId? Organisation { get; private set; }
    public TeamId? Team { get; private set; }
    public bool Active { get; private set; } = true;
    public bool MustChangePassword { get; private set; }
    /// <summary>Until when the password that somebody was given opens the door; null for one's own.</summary>
    public DateTimeOffset? PasswordUntil { get; private set; }
    public string SearchText { get; private set; } = "";
    public int Version { get; private set; }

    /// <summary>The mail domain of who came by a provider that gave no address (RFC 2606): nothing can be sent there.</summary>
    public const string NoAddress = "geen-adres.invalid";

    public bool HasAddress => !Email!.EndsWith(NoAddress, StringComparison.Ordinal);

    public Actor AsActor => new(Role, Id, Organisation, Team, Name);

    public static Account Open(NewAccount details, AccountId? id = null)
    {
        var account = new Account { Id = id ?? Kernel.Id.New<AccountId>(), SecurityStamp = FreshStamp(), LockoutEnabled = true, EmailConfirmed = true };
        account.Describe(details);
        return account;
    }

    /// <summary>What one may change about oneself.</summary>
    public void Rename(string name, string? phone)
    {
        (Name, PhoneNumber) = (name.Trim(), phone);
        SearchText = Kernel.SearchText.Of($"{Name} {Email} {Function}");
    }

    /// <summary>Changes who they are. Another role, organisation or team counts from the next request on.</summary>
    /// <exception cref="ArgumentException">A professional role without organisation, or a role that no account has.</exception>
    public void Describe(NewAccount details)
    {
        if (!Roles.OfAccounts.Contains(details.Role)) throw new ArgumentException($"No account has the role {details.Role}.");
        if (details.Role.IsProfessional() && details.Organisation is null) throw new ArgumentException("Who works, works somewhere.");
        (Name, Function, Role) = (details.Name.Trim(), details.Function.Trim(), details.Role);
        (Organisation, Team, PhoneNumber) = (details.Organisation, details.Team, details.Phone);
        UserName = Email = details.Email.Trim();
        NormalizedUserName = NormalizedEmail = Normal(Email);
        SearchText = Kernel.SearchText.Of($"{Name} {Email} {Function}");
    }

    /// <summary>Takes access away: every sign-in ends at its next request.</summary>
    public void Close() => (Active, SecurityStamp) = (false, FreshStamp());

    public void Reopen() => Active = true;

    /// <summary>After a second person said yes (<see cref="Officers.OfficerRequest.Confirm"/>), and never otherwise.</summary>
    public void BecomeOfficer() => Role = Role.AttentionOfficer;

    /// <summary>The role is put to wait until a second person says yes again.</summary>
    public void AwaitConfirmation() => Role = Officers.OfficerRequest.Meanwhile;

    /// <summary>How long a given password waits for its owner.</summary>
    public static readonly TimeSpan GivenPasswordLasts = TimeSpan.FromDays(7);

    /// <summary>The next sign-in asks for a password that only they know.</summary>
    public void AskNewPassword(DateTimeOffset now) => (MustChangePassword, PasswordUntil) = (true, now + GivenPasswordLasts);

    public void HasOwnPassword() => (MustChangePassword, PasswordUntil) = (false, null);

    /// <summary>The password that was given opens nothing any more: the administrator gives another.</summary>
    public bool IsPasswordOver(DateTimeOffset now) => MustChangePassword && PasswordUntil <= now;

    public bool IsLocked(DateTimeOffset now) => LockoutEnd > now;

    /// <summary>Counts a wrong password or code from a device that is not known. True when this one locks the account for such devices for a while.</summary>
    public bool Fail(DateTimeOffset now)
    {
        if (++AccessFailedCount < Lockout.MostFailures) return false;
        (AccessFailedCount, LockoutEnd) = (0, now + Lockout.Time);
        return true;
    }

    public void Succeed() => (AccessFailedCount, LockoutEnd) = (0, null);

    /// <summary>Ends every sign-in, on every device.</summary>
    public void EndSignIns() => SecurityStamp = FreshStamp();

    /// <summary>The form of an address in which Identity compares: see <see cref="UpperInvariantLookupNormalizer"/>.</summary>
    public static string Normal(string email) => email.Trim().Normalize().ToUpperInvariant();

    private static string FreshStamp() => Guid.NewGuid().ToString("N");
}
