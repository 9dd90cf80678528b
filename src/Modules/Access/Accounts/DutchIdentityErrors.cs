using Microsoft.AspNetCore.Identity;

namespace Samenkracht.Access.Accounts;

/// <summary>What Identity refuses, in plain Dutch.</summary>
internal sealed class DutchIdentityErrors : IdentityErrorDescriber
{
    private const string Taken = "Er is al een account met dit e-mailadres.";

    public override IdentityError DefaultError() => Say(nameof(DefaultError), "Dit lukte niet. Probeer het nog eens.");

    public override IdentityError DuplicateEmail(string email) => Say(nameof(DuplicateEmail), Taken);

    public override IdentityError DuplicateUserName(string userName) => Say(nameof(DuplicateUserName), Taken);

    public override IdentityError InvalidEmail(string? email) => Say(nameof(InvalidEmail), "Dit is geen e-mailadres.");

    public override IdentityError InvalidUserName(string? userName) => Say(nameof(InvalidUserName), "Dit is geen e-mailadres.");

    public override IdentityError PasswordMismatch() => Say(nameof(PasswordMismatch), "Uw huidige wachtwoord klopt niet.");

    public override IdentityError PasswordTooShort(int length) =>
        Say(nameof(PasswordTooShort), $"Een wachtwoord heeft ten minste {length} tekens. Drie of vier gewone woorden achter elkaar is goed.");

    public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) =>
        Say(nameof(PasswordRequiresUniqueChars), $"Gebruik ten minste {uniqueChars} verschillende tekens in het wachtwoord.");

    private static IdentityError Say(string code, string dutch) => new() { Code = code, Description = dutch };
}
