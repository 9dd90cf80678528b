using Microsoft.Extensions.Configuration;
using Samenkracht.Kernel.Time;
using Samenkracht.Signals.Contract;

namespace Samenkracht.Signals;

/// <summary>Termijnen: within how many working days a signal is assessed, and how long a neighbour's report may lie. A municipality sets its own
/// under <c>Signalen:Termijnen</c>, e.g. <c>Signalen__Termijnen__Concern__Today=1</c>.</summary>
internal sealed record SignalTerms(IReadOnlyDictionary<(SignalKind, Urgency), int> AssessWithin, int NeighbourReportWeeks)
{
    public static SignalTerms Standard { get; } = new(
        new Dictionary<(SignalKind, Urgency), int>
        {
            [(SignalKind.Concern, Urgency.FewDays)] = 3,
            [(SignalKind.Concern, Urgency.Today)] = 0,
            [(SignalKind.Request, Urgency.FewDays)] = 3,
            [(SignalKind.Request, Urgency.Today)] = 0,
            [(SignalKind.Community, Urgency.FewDays)] = 5,
            [(SignalKind.Community, Urgency.Today)] = 1,
        },
        NeighbourReportWeeks: 6);

    public static SignalTerms From(IConfiguration? configuration)
    {
        if (configuration?.GetSection("Signalen:Termijnen") is not { } section) return Standard;
        var within = Standard.AssessWithin.ToDictionary(
            term => term.Key,
            term => section.GetValue($"{term.Key.Item1}:{term.Key.Item2}", term.Value));
        return new(within, section.GetValue("WekenBurenmelding", Standard.NeighbourReportWeeks));
    }

    public DateOnly DueOn(DateTimeOffset received, SignalKind kind, Urgency urgency, WorkingDays days) =>
        days.Add(Amsterdam.Date(received), AssessWithin[(kind, urgency)]);

    public DateOnly ExpiresOn(DateTimeOffset received) => Amsterdam.Date(received).AddDays(7 * NeighbourReportWeeks);
}

/// <summary>Melding: what the law gives someone who asks for themselves (Wmo 2015 art. 2.3.2 and 2.2.4). A term that ends on a free day ends on
/// the next working day (Algemene termijnenwet art. 1).</summary>
/// <param name="OwnPlanUntil">Seven days to hand in a plan of one's own (persoonlijk plan).</param>
/// <param name="InquiryUntil">The inquiry is finished within six weeks.</param>
internal sealed record MeldingTerms(DateOnly OwnPlanUntil, DateOnly InquiryUntil)
{
    public static MeldingTerms From(DateTimeOffset received, WorkingDays days)
    {
        var day = Amsterdam.Date(received);
        return new(days.Add(day.AddDays(7), 0), days.Add(day.AddDays(42), 0));
    }
}
