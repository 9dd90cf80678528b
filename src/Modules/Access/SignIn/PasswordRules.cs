using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Samenkracht.Access.Accounts;
using Samenkracht.Kernel;

namespace Samenkracht.Access.SignIn;

/// <summary>Wat geen wachtwoord wordt: longer than anyone types, easy to guess, or known to have leaked (NIST SP 800-63B, 3.1.1.2; ASVS 2.1.2 and 2.1.7).</summary>
/// <remarks>The meter beside a password that is chosen says the same: src/Web/frontend/scripts/password-rule.ts, held against tests/passwords.json like this.</remarks>
internal sealed class PasswordRules(IConfiguration? configuration = null) : IPasswordValidator<Account>
{
    public const int Shortest = 12, Longest = 128, FewestSigns = 5;

    // Half of it or less is what one would have to guess: "wachtwoord" twice, "abcabcabcabc".
    private const int FewestDifferentThirds = 3, Third = 3, ShortestName = 4;

    internal static readonly string[] Rows = ["abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm", "azertyuiopqsdfghjklmwxcvbn", "01234567890123456789", "09876543210987654321"];

    internal static readonly string[] Common = ["wachtwoord", "password", "welkom", "welcome", "geheim", "samenkracht", "gemeente", "wijkteam", "letmein", "iloveyou"];

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) =>
        Task.FromResult(Refuses(user, password ?? "") is { } why ? IdentityResult.Failed(new IdentityError { Code = nameof(PasswordRules), Description = why }) : IdentityResult.Success);

    private string? Refuses(Account account, string password)
    {
        if (password.Length > Longest) return $"Een wachtwoord heeft ten hoogste {Longest} tekens.";
        if (IsEasy(password, About(account))) return "Dit wachtwoord is makkelijk te raden. Neem drie of vier gewone woorden die niets met elkaar of met u te maken hebben.";
        return LeakedPasswords.At(configuration?["Aanmelden:GelekteWachtwoorden"])?.Holds(password) == true ? "Dit wachtwoord stond in een datalek. Kies een ander, ook op andere plekken waar u het gebruikt." : null;
    }

    /// <summary>What somebody would try who knows whose it is.</summary>
    public static string About(Account account) => $"{account.Name} {account.Email} {account.Function}";

    /// <summary>Rows of the keyboard, repetition, and words that everyone or everyone here uses, once what is left over is too short to stand by itself.</summary>
    internal static bool IsEasy(string password, string about)
    {
        var left = password.ToLowerInvariant();
        var words = SearchText.Of(about).Split([' ', '@', '.', '-', '_'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length >= ShortestName);
        foreach (var word in Common.Concat(words).OrderByDescending(word => word.Length)) left = left.Replace(word, "", StringComparison.Ordinal);
        foreach (var row in Rows) left = WithoutRuns(left, row);
        var thirds = Enumerable.Range(0, Math.Max(0, left.Length - Third + 1)).Select(at => left.Substring(at, Third)).Distinct().Count();
        return thirds < Math.Max(FewestDifferentThirds, password.Length / Third);
    }

    // Four keys in a row are one.
    private static string WithoutRuns(string text, string row)
    {
        const int Run = 4;
        for (var at = 0; at + Run <= text.Length;)
        {
            var length = Run;
            if (!row.Contains(text.Substring(at, Run), StringComparison.Ordinal)) at++;
            else
            {
                while (at + length < text.Length && row.Contains(text.Substring(at, length + 1), StringComparison.Ordinal)) length++;
                text = text.Remove(at, length);
            }
        }
        return text;
    }
}
