namespace Samenkracht.Access.Providers;

/// <summary>Burgerservicenummer bij een aanbieder: in which claim a broker of DigiD gives it, and how sure it must have been of whom it saw.</summary>
/// <param name="Levels">Values of <c>acr</c> that are enough; any other is turned away.</param>
internal sealed record BsnSettings(string Claim, IReadOnlyList<string> Levels)
{
    /// <summary>DigiD Midden, Substantieel and Hoog as DigiD itself names them, and the European levels from substantial (eIDAS, Regulation 910/2014 art. 8).
    /// Never DigiD Basis: a password alone opens no file.</summary>
    public static IReadOnlyList<string> FromMidden { get; } =
    [
        "urn:oasis:names:tc:SAML:2.0:ac:classes:MobileTwoFactorContract", "urn:oasis:names:tc:SAML:2.0:ac:classes:Smartcard", "urn:oasis:names:tc:SAML:2.0:ac:classes:SmartcardPKI",
        "http://eidas.europa.eu/LoA/substantial", "http://eidas.europa.eu/LoA/high",
    ];
}
