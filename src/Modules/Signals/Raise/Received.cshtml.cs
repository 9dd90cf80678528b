using Microsoft.AspNetCore.Mvc;
using Samenkracht.Kernel.Time;
using Samenkracht.Signals.Contract;
using Samenkracht.Web.Access;

namespace Samenkracht.Signals.Raise;

/// <summary>Ontvangstbevestiging: shows reference and secret, this once. For who asked for themselves also what the law gives them.</summary>
[Public, ResponseCache(NoStore = true)]
internal sealed class Received(WorkingDays days, TimeProvider clock) : SkPage
{
    internal const string Key = "signaal";

    public SignalCode? Code { get; private set; }

    public SignalKind Kind { get; private set; }

    public DateOnly Today => Amsterdam.Date(clock.GetUtcNow());

    public MeldingTerms Melding => MeldingTerms.From(clock.GetUtcNow(), days);

    public void OnGet()
    {
        if (TempData[Key] is not string shown || shown.Split(' ') is not [var reference, var secret, var kind]) return;
        (Code, Kind) = (new SignalCode(reference, secret), Enum.Parse<SignalKind>(kind));
    }
}
