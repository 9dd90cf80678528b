namespace Samenkracht.Kernel.Accountability;

/// <summary>Soort gegeven: how closely the law guards what a column holds. A text that anyone may write holds several at once.</summary>
[Flags]
public enum DataKind
{
    /// <summary>Nothing that says something about anyone: a version, a number that only ties rows together, a mark of the program itself.</summary>
    [Label("geen")] None = 0,
    [Label("gewoon")] Ordinary = 1,
    /// <summary>Not named in the law, and yet harmful in the wrong hands: debts, family, safety, where somebody lives in hiding.</summary>
    [Label("gevoelig")] Sensitive = 2,
    [Label("bijzonder (AVG artikel 9)")] Special = 4,
    [Label("strafrechtelijk (AVG artikel 10)")] Criminal = 8,
    [Label("burgerservicenummer (AVG artikel 87)")] Bsn = 16,
}

/// <summary>Betrokkenen: of whom something is kept (AVG art. 30, paragraph 1, under c).</summary>
public enum DataSubject
{
    [Label("bewoners en hun huisgenoten")] Residents,
    [Label("mensen over wie een signaal gaat")] Reported,
    [Label("wie een signaal gaf")] Reporters,
    [Label("mensen met een account: medewerkers, vrijwilligers, naasten en bewoners")] Accounts,
    [Label("contactpersonen van gemeenschappen")] Contacts,
    [Label("niemand")] Nobody,
}
