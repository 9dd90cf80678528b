namespace Samenkracht.Browser;

/// <summary>The whole chain, walked by the people of it: from a signal to the answer that goes back to who gave it.</summary>
public class ChainTests(RunningDemo demo)
{
    // A form that comes back sooner is taken for a robot's.
    private const int HumanMilliseconds = 3500;
    private const string Answer = "Wij verruimen de regeling vanaf januari. In juni kijken wij of het genoeg is.";

    [Fact]
    public Task The_chain_on_a_desktop() => Walk(Screen.Desktop, OpenFromFinding);

    [Fact]
    public Task The_chain_on_a_phone() => Walk(Screen.Phone, OpenByHand);

    private async Task Walk(Screen screen, Func<Screen, Task<string>> open)
    {
        var (reference, secret) = await GiveSignal(screen);
        var issue = await open(screen);
        await Assess(screen, reference, issue);
        await JoinAsResident(screen, issue);
        var question = $"Kan de regeling ruimer? ({issue})";
        await PutOnAgenda(screen, issue, question);
        await GiveAnswer(screen, question);
        await ReadAnswerAsReporter(screen, reference, secret);
        await ReadAnswerAsResident(screen);
    }

    private async Task<(string Reference, string Secret)> GiveSignal(Screen screen)
    {
        var reporter = await Journey.Start(demo, screen, "Signaal doorgeven");
        await reporter.Visit("/signaal");
        reporter.Restart();
        await reporter.ShouldShow("112");
        await reporter.Fill("Wat is er aan de hand?", "Bij ons op de club kunnen kinderen niet mee op kamp, het geld is op.");
        await reporter.Fill("Om wie of waar gaat het?", "Gezinnen op de club, ik weet het niet precies");
        await reporter.Choose("Ja");
        await reporter.Page.WaitForTimeoutAsync(HumanMilliseconds);
        await reporter.Press("Versturen");
        await reporter.ShouldShow("Uw code");
        var codes = await reporter.Page.Locator(".sk-code").AllInnerTextsAsync();
        reporter.Report();
        Assert.True(reporter.Fields <= 6 && reporter.Clicks == 1);
        await Sound(reporter);
        return (codes[0].Trim(), codes[1].Trim());
    }

    /// <summary>The scan found something: the team recognises it.</summary>
    private async Task<string> OpenFromFinding(Screen screen)
    {
        var worker = await Journey.Start(demo, screen, "Bevinding herkennen");
        await worker.SignInAs("Wijkteammedewerker");
        await worker.Visit("/kwesties");
        worker.Restart();
        await worker.Follow("Geld en schulden rond een sportvereniging");
        await worker.ShouldShow("Wijk of netwerk?");
        await Sound(worker);
        await worker.Follow("Dit herkennen wij");
        await worker.Fill("Wat herkent u?", "De trainers horen dit ook.");
        await worker.Press("Maak er een kwestie van");
        worker.Report();
        return await worker.Heading();
    }

    private async Task<string> OpenByHand(Screen screen)
    {
        var worker = await Journey.Start(demo, screen, "Kwestie openen");
        await worker.SignInAs("Wijkteammedewerker");
        await worker.Visit("/kwesties/nieuw");
        worker.Restart();
        await worker.Fill("Titel", "Kamp is te duur");
        await worker.Pick("Thema", "Geld en schulden");
        await worker.Fill("Waar gaat het om?", "Ouders kunnen het kamp van de club niet betalen.");
        await worker.Press("Kwestie openen");
        worker.Report();
        return await worker.Heading();
    }

    private async Task Assess(Screen screen, string reference, string issue)
    {
        var worker = await Journey.Start(demo, screen, "Signaal beoordelen");
        await worker.SignInAs("Wijkteammedewerker");
        await worker.Visit("/signalen");
        await worker.Fill("Woord, straat of kenmerk", reference);
        await worker.Press("Zoeken");
        worker.Restart();
        await worker.OpenFirst();
        await worker.Follow("Hoort bij een kwestie");
        await worker.Choose(issue);
        await worker.Press("Toevoegen");
        await worker.ShouldShow("gezamenlijk opgepakt");
        worker.Report();
        Assert.True(worker.Clicks + worker.Fields <= 4);
        await Sound(worker);
    }

    private async Task JoinAsResident(Screen screen, string issue)
    {
        var resident = await Journey.Start(demo, screen, "Meedoen als inwoner");
        await resident.SignInAs("Inwoner");
        await resident.Visit("/mijn");
        resident.Restart();
        await Sound(resident);
        await resident.Follow(issue);
        await resident.Choose("Ja, laat het antwoord weten");
        await resident.Press("Doe mee");
        await resident.ShouldShow("U doet mee");
        resident.Report();
    }

    private async Task PutOnAgenda(Screen screen, string issue, string question)
    {
        var worker = await Journey.Start(demo, screen, "Op de agenda zetten");
        await worker.SignInAs("Wijkteammedewerker");
        await worker.Visit("/kwesties");
        worker.Restart();
        await worker.Follow(issue);
        await Sound(worker);
        await worker.Follow("Zet op de agenda");
        await worker.Fill("Wat is de vraag?", question);
        await worker.Pick("Wie gaat erover?", "Gemeente");
        await worker.Pick("Wie bereidt het antwoord voor?", "Femke Terpstra");
        await worker.Press("Zet op de agenda");
        await worker.ShouldShow("staat op de agenda");
        worker.Report();
    }

    private async Task GiveAnswer(Screen screen, string question)
    {
        var officer = await Journey.Start(demo, screen, "Antwoord geven");
        await officer.SignInAs("Beleidsmedewerker");
        await officer.Visit("/beleidstafel");
        officer.Restart();
        await officer.Follow(question);
        await officer.Choose("Wij doen een deel");
        await officer.Fill("Het antwoord", Answer);
        await officer.Press("Geef antwoord");
        await officer.ShouldShow("Het antwoord is gegeven");
        officer.Report();
        await Sound(officer);
    }

    private async Task ReadAnswerAsReporter(Screen screen, string reference, string secret)
    {
        var reporter = await Journey.Start(demo, screen, "Antwoord lezen als melder");
        await reporter.Visit("/signaal/volgen");
        reporter.Restart();
        await reporter.Fill("Kenmerk", reference);
        await reporter.Fill("Geheim", secret);
        await reporter.Press("Lezen");
        await reporter.ShouldShow(Answer);
        await reporter.Press("Ja");
        await reporter.ShouldShow("ja, dit is een antwoord");
        reporter.Report();
        Assert.DoesNotContain(reference.Replace("-", ""), reporter.Page.Url);
        await Sound(reporter);
    }

    private async Task ReadAnswerAsResident(Screen screen)
    {
        var resident = await Journey.Start(demo, screen, "Antwoord lezen als inwoner");
        await resident.SignInAs("Inwoner");
        await resident.Visit("/mijn");
        await resident.ShouldShow(Answer);
        resident.Report();
    }

    private static async Task Sound(Journey journey)
    {
        var faults = await Accessibility.Faults(journey.Page);
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
        Assert.False(await Accessibility.ScrollsSideways(journey.Page), $"{journey} scrolls sideways at {journey.Page.Url}");
        Assert.Empty(journey.ConsoleErrors);
    }
}
