using Microsoft.Playwright;

namespace Samenkracht.Browser;

/// <summary>Beside a password that is chosen stands how far it is from the rule, and then from comfortable (ASVS 2.1.8).</summary>
public class PasswordMeterTests(RunningDemo demo)
{
    [Fact]
    public async Task Who_chooses_a_password_sees_and_hears_how_far_it_is()
    {
        foreach (var screen in (Screen[])[Screen.Desktop, Screen.Phone])
        {
            var journey = await Journey.Start(demo, screen, "Een wachtwoord kiezen");
            await journey.Visit("/uitnodiging");
            var meter = journey.Page.GetByRole(AriaRole.Meter, new() { Name = "Hoe sterk het wachtwoord is" });
            await Assertions.Expect(meter).ToHaveCountAsync(0);
            await journey.Fill("Uw naam", "Zonnebloem Tapijt");

            await Says("fiets", "Nog 7 tekens nodig.", 5);
            await Says("wachtwoord2026", "Makkelijk te raden.", 11);
            // Her own name, from the field above.
            await Says("zonnebloemtapijt", "Makkelijk te raden.", 11);
            await Says("abababababab", "ten minste 5 verschillende tekens", 11);
            await Says("fiets onder b", "Met nog 3 tekens is het sterker.", 13);
            await Says("paarse fiets onder de brug", "Sterk: lang, en niet makkelijk te raden.", 16);
            Assert.Empty(await Accessibility.Faults(journey.Page));
            Assert.Empty(journey.ConsoleErrors);

            async Task Says(string password, string words, double value)
            {
                await journey.Fill("Kies een wachtwoord", password);
                await Assertions.Expect(journey.Page.Locator(".sk-strength [role=status]")).ToContainTextAsync(words);
                Assert.Equal(value, await meter.EvaluateAsync<double>("meter => meter.value"));
            }
        }
    }
}
