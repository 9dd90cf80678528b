using Microsoft.Extensions.Configuration;
using Samenkracht.Access.Providers;
using Samenkracht.Kernel.Access;

namespace Samenkracht.Tests.Access.Providers;

public class ProviderSettingsTests
{
    [Fact]
    public void A_provider_is_read_from_the_configuration_as_the_manual_writes_it()
    {
        var staff = Assert.Single(Read([]));

        Assert.Equal(("gemeente", "Gemeente Waterveen", "https://inloggen.waterveen.example", false), (staff.Key, staff.Name, staff.Issuer, staff.ForResidents));
        Assert.Equal([new("sk-wijkteam", Role.TeamMember), new("sk-beheer", Role.Administrator)], staff.Roles);
        Assert.Equal(["mfa"], staff.TwoFactors);
        Assert.Equal("/aanmelden/via/gemeente/terug", staff.CallbackPath);
    }

    [Fact]
    public void One_for_residents_has_no_roles_to_give()
    {
        var broker = Assert.Single(Read(new() { ["Voor"] = "Inwoners" }));

        Assert.True(broker.ForResidents);
        Assert.Empty(broker.Roles);
    }

    [Fact]
    public void One_that_gives_the_burgerservicenummer_says_in_which_claim_and_how_sure_it_must_be()
    {
        var usual = Assert.Single(Read(new() { ["Voor"] = "Inwoners", ["Bsn:Claim"] = "bsn" })).Bsn!;
        var own = Assert.Single(Read(new() { ["Voor"] = "Inwoners", ["Bsn:Claim"] = "urn:nl:bsn", ["Bsn:Betrouwbaarheid:0"] = "substantieel" })).Bsn!;

        Assert.Equal(("bsn", BsnSettings.FromMidden), (usual.Claim, usual.Levels));
        Assert.DoesNotContain(usual.Levels, level => level.EndsWith("PasswordProtectedTransport", StringComparison.Ordinal));
        Assert.Equal(("urn:nl:bsn", "substantieel"), (own.Claim, Assert.Single(own.Levels)));
        Assert.Null(Assert.Single(Read(new() { ["Voor"] = "Inwoners" })).Bsn);
    }

    [Theory]
    [InlineData("Bsn:Claim", "bsn")]
    [InlineData("Adres", "http://inloggen.waterveen.example")]
    [InlineData("Adres", "inloggen")]
    [InlineData("ClientSecret", "")]
    [InlineData("Organisatie", "")]
    [InlineData("Voor", "iedereen")]
    [InlineData("Rollen:0:Rol", "Systeem")]
    [InlineData("Rollen:0:Rol", "Baas")]
    [InlineData("Rollen:0:Waarde", "")]
    public void A_mistake_stops_the_start_and_names_itself(string name, string value) =>
        Assert.Contains("Aanmelden:Aanbieders:gemeente", Assert.Throws<InvalidOperationException>(() => Read(new() { [name] = value })).Message);

    private static IReadOnlyList<ProviderSettings> Read(Dictionary<string, string> changed)
    {
        Dictionary<string, string> all = new()
        {
            ["Naam"] = "Gemeente Waterveen",
            ["Adres"] = "https://inloggen.waterveen.example",
            ["ClientId"] = "samenkracht",
            ["ClientSecret"] = "geheim",
            ["Voor"] = "Medewerkers",
            ["Organisatie"] = "Gemeente Waterveen",
            ["Rollen:0:Waarde"] = "sk-wijkteam",
            ["Rollen:0:Rol"] = "Wijkteammedewerker",
            ["Rollen:1:Waarde"] = "sk-beheer",
            ["Rollen:1:Rol"] = "Administrator",
            ["TweeFactoren:0"] = "mfa",
        };
        foreach (var (name, value) in changed) all[name] = value;
        return ProviderSettings.All(new ConfigurationBuilder().AddInMemoryCollection(all.Select(s => KeyValuePair.Create($"Aanmelden:Aanbieders:gemeente:{s.Key}", (string?)s.Value))).Build());
    }
}
