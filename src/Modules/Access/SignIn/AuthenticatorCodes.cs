using Microsoft.AspNetCore.Identity;
using Samenkracht.Access.Accounts;

namespace Samenkracht.Access.SignIn;

/// <summary>Codes of an authenticator app (TOTP, RFC 6238). Each is accepted once.</summary>
internal static class AuthenticatorCodes
{
    private const string Issuer = "Samenkracht";
    private const string UsedCodes = "LastCode";
    private const int RecoveryCodes = 10;

    // Identity takes the code of now and two on either side, for clocks that differ: so many can still be used again.
    private const int Usable = 5;

    public static async Task<bool> Accept(UserManager<Account> manager, Account account, string code)
    {
        var digits = new string([.. code.Where(char.IsAsciiDigit)]);
        if (digits.Length != 6 || !await manager.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, digits)) return false;
        // RFC 6238, 5.2: who looks over a shoulder cannot use the code again, also not after the next one was used.
        var used = (await manager.GetAuthenticationTokenAsync(account, Issuer, UsedCodes) ?? "").Split(' ');
        if (used.Contains(digits)) return false;
        await manager.SetAuthenticationTokenAsync(account, Issuer, UsedCodes, string.Join(' ', used.Prepend(digits).Take(Usable)));
        return true;
    }

    /// <summary>Ten codes that each work once, for who lost the telephone; those of before work no more.</summary>
    public static async Task<IReadOnlyList<string>> NewRecoveryCodes(UserManager<Account> manager, Account account) =>
        [.. await manager.GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodes) ?? []];

    /// <summary>What the QR code holds: <c>otpauth://totp/…</c>.</summary>
    public static string Link(Account account, string key) =>
        $"otpauth://totp/{Issuer}:{Uri.EscapeDataString(account.Email!)}?secret={key}&issuer={Issuer}&digits=6";

    /// <summary>The key in groups of four, to type over.</summary>
    public static string Readable(string key) => string.Join(' ', key.Chunk(4).Select(group => new string(group)));
}
