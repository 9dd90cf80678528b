using Microsoft.Extensions.Configuration;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;

namespace Samenkracht.Access.Providers;

/// <summary>Rol bij een aanbieder: whoever has this value in the role claim gets this role here.</summary>
internal sealed record ProviderRole(string Value, Role Role);

/// <summary>Aanbieder: another organisation that signs people in, by OpenID Connect. Stands in the configuration under <c>Aanmelden:Aanbieders:{key}</c>.</summary>
internal sealed record ProviderSettings
{
    private const string Section = "Aanmelden:Aanbieders";

    /// <summary>Part of the addresses: small letters, digits and dashes.</summary>
    public required string Key { get; init; }
    public required string Name { get; init; }
    /// <summary>The issuer; its discovery document lies below it.</summary>
    public required string Issuer { get; init; }
    public required string ClientId { get; init; }
    public required string ClientSecret { get; init; }
    /// <summary>For residents (a broker of DigiD): whoever comes is a resident, never anything else.</summary>
    public bool ForResidents { get; init; }
    /// <summary>The organisation whose employees it signs in, by its name here.</summary>
    public string? Organisation { get; init; }
    public string RoleClaim { get; init; } = "groups";
    /// <summary>The first that fits counts.</summary>
    public IReadOnlyList<ProviderRole> Roles { get; init; } = [];
    /// <summary>Values of <c>acr</c> or <c>amr</c> with which it vouches for two factors; without one of them the local code is asked.</summary>
    public IReadOnlyList<string> TwoFactors { get; init; } = [];
    /// <summary>Only of one for residents: it says whose burgerservicenummer comes. Null: the claim is not even read.</summary>
    public BsnSettings? Bsn { get; init; }
    public IReadOnlyList<string> Scopes { get; init; } = ["openid", "profile", "email"];

    public string Scheme => $"aanbieder-{Key}";

    public string CallbackPath => $"/aanmelden/via/{Key}/terug";

    public static IReadOnlyList<ProviderSettings> All(IConfiguration? configuration) =>
        [.. (configuration?.GetSection(Section).GetChildren() ?? []).Select(Read)];

    private static ProviderSettings Read(IConfigurationSection given)
    {
        var key = given.Key.ToLowerInvariant();
        string Need(string name) => given[name] is { Length: > 0 } value ? value : throw Wrong(key, $"{name} ontbreekt");
        var residents = given["Voor"]?.ToLowerInvariant() switch
        {
            "inwoners" => true,
            "medewerkers" => false,
            _ => throw Wrong(key, "Voor moet Inwoners of Medewerkers zijn"),
        };
        var settings = new ProviderSettings
        {
            Key = key,
            Name = Need("Naam"),
            Issuer = Need("Adres"),
            ClientId = Need("ClientId"),
            ClientSecret = Need("ClientSecret"),
            ForResidents = residents,
            Organisation = residents ? null : Need("Organisatie"),
            RoleClaim = given["Rolclaim"] ?? "groups",
            Roles = residents ? [] : [.. given.GetSection("Rollen").GetChildren().Select(role => RoleOf(key, role))],
            TwoFactors = [.. Values(given, "TweeFactoren")],
            Bsn = given["Bsn:Claim"] is { Length: > 0 } claim ? new(claim, [.. Values(given, "Bsn:Betrouwbaarheid")]) : null,
            Scopes = given.GetSection("Scopes").GetChildren().Any() ? [.. Values(given, "Scopes").Prepend("openid").Distinct()] : ["openid", "profile", "email"],
        };
        return settings.Checked();
    }

    private ProviderSettings Checked()
    {
        if (!Key.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')) throw Wrong(Key, "de naam heeft kleine letters, cijfers en streepjes");
        // A secret and an identity travel there; plain http is for a provider on this machine.
        if (!Uri.TryCreate(Issuer, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback))
            throw Wrong(Key, "Adres moet met https beginnen");
        if (!ForResidents && Roles.Count == 0) throw Wrong(Key, "Rollen ontbreekt");
        if (!ForResidents && Bsn is not null) throw Wrong(Key, "Bsn is alleen voor inwoners");
        return Bsn is { Levels.Count: 0 } ? this with { Bsn = Bsn with { Levels = BsnSettings.FromMidden } } : this;
    }

    private static ProviderRole RoleOf(string key, IConfigurationSection given)
    {
        var name = given["Rol"];
        var role = Kernel.Access.Roles.OfAccounts.Where(r => r.ToString() == name || string.Equals(r.Label(), name, StringComparison.OrdinalIgnoreCase)).ToList();
        return role is [var found] && given["Waarde"] is { Length: > 0 } value ? new ProviderRole(value, found) : throw Wrong(key, $"een van de Rollen klopt niet ({given.Path})");
    }

    private static IEnumerable<string> Values(IConfiguration given, string list) => given.GetSection(list).GetChildren().Select(v => v.Value).OfType<string>();

    private static InvalidOperationException Wrong(string key, string what) => new($"De instelling {Section}:{key} klopt niet: {what}.");
}

/// <summary>De aanbieders van deze installatie.</summary>
internal sealed record ProviderBook(IReadOnlyList<ProviderSettings> All)
{
    public ProviderSettings? Find(string? key) => All.FirstOrDefault(p => p.Key == key);
}
