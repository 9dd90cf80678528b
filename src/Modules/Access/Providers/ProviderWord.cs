using System.Security.Claims;
using Samenkracht.Kernel.Access;

namespace Samenkracht.Access.Providers;

/// <summary>Waarom iemand niet binnenkwam.</summary>
internal enum ProviderRefusal { Answer, Cancelled, Role, Known, Closed, Organisation, Linked, NoPlan, Assurance }

/// <summary>Het woord van een aanbieder: who came, as its ID token says.</summary>
/// <param name="Nonce">Of the question that this answers; it is answered once.</param>
internal sealed record ProviderWord(
    ProviderSettings Provider, string Subject, string? Name, string? Email, Role? Role, bool HasTwoFactors, string Nonce, string IdToken)
{
    private const int LongestName = 100;

    /// <summary>The burgerservicenummer, of a provider that was configured to give it and of no other. Held as long as this word is, and written nowhere.</summary>
    public string? Bsn { get; private init; }

    /// <summary>The provider's own number of this sign-in.</summary>
    public string? Session { get; private init; }

    /// <summary>The provider was sure enough of whom it saw.</summary>
    public bool IsAssured { get; private init; }

    /// <summary>Without what must be in no log.</summary>
    public override string ToString() => $"the word of {Provider.Key}";

    public static ProviderWord Of(ProviderSettings provider, ClaimsPrincipal said, string nonce)
    {
        string? One(string claim) => said.FindFirstValue(claim) is { Length: > 0 } value ? value : null;
        bool Vouches(string claim) => said.FindAll(claim).Any(c => provider.TwoFactors.Contains(c.Value));
        var assured = provider.Bsn is { } asked && said.FindAll("acr").Select(c => c.Value).ToList() is [var level] && asked.Levels.Contains(level);
        var roles = said.FindAll(provider.RoleClaim).Select(c => c.Value).ToHashSet();
        return new ProviderWord(
            provider, One("sub")!,
            One("name") is { } name ? name[..Math.Min(name.Length, LongestName)] : null,
            One("email") is { Length: <= 200 } email ? email : null,
            provider.ForResidents ? Kernel.Access.Role.Resident : provider.Roles.FirstOrDefault(r => roles.Contains(r.Value))?.Role,
            assured || Vouches("acr") || Vouches("amr"), nonce, One(OidcHandler.IdToken)!)
        {
            // Two numbers are none.
            Bsn = provider.Bsn is { } bsn && said.FindAll(bsn.Claim).Select(c => c.Value).ToList() is [var number] ? number : null,
            IsAssured = assured,
            Session = One("sid") is { Length: <= 255 } there ? there : null,
        };
    }
}
