using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Signals.Contract;

namespace Samenkracht.Signals;

/// <summary>Terugkoppeling: the standard sentences. None of them says anything about the people concerned.</summary>
internal enum Feedback
{
    [Label("Wij hebben uw signaal ontvangen en gaan het bekijken.")] Received,
    [Label("Uw signaal is opgepakt.")] PickedUp,
    [Label("Wij hebben uw signaal bekeken en doen wat nodig is. Meer kunnen wij niet vertellen: zo beschermen wij de mensen om wie het gaat.")] SeenAndDone,
    [Label("Wij nemen contact op.")] ContactFollows,
    [Label("Dit speelt bij meer mensen. Wij pakken het samen op.")] TakenUpTogether,
    [Label("Een andere organisatie kan hier meer in betekenen. Wij hebben het daar neergelegd.")] HandedOver,
    [Label("Wij hebben uw signaal bekeken en doen er nu niets mee. Verandert er iets? Laat het ons weten.")] NoAction,
    [Label("Wij hebben uw signaal niet op tijd kunnen bekijken. Dat spijt ons. Wij hebben het gewist. Is de zorg er nog? Geef het dan opnieuw door.")] Expired,
}

/// <summary>Who reads: that decides how much a sentence may tell.</summary>
internal enum Reporters { Neighbour, Police, Self, Community, Professional }

/// <summary>Which sentence for whom: a neighbour and the police always read the same one, whatever was decided, so that it tells nothing of a household
/// (and never that it was known).</summary>
internal static class FeedbackTable
{
    private static readonly Dictionary<(Reporters, Outcome), Feedback> Assessed = new()
    {
        [(Reporters.Neighbour, Outcome.Question)] = Feedback.SeenAndDone,
        [(Reporters.Neighbour, Outcome.Contributed)] = Feedback.SeenAndDone,
        [(Reporters.Neighbour, Outcome.HandedOver)] = Feedback.SeenAndDone,
        [(Reporters.Neighbour, Outcome.NoAction)] = Feedback.SeenAndDone,
        [(Reporters.Police, Outcome.Question)] = Feedback.PickedUp,
        [(Reporters.Police, Outcome.Contributed)] = Feedback.PickedUp,
        [(Reporters.Police, Outcome.HandedOver)] = Feedback.PickedUp,
        [(Reporters.Police, Outcome.NoAction)] = Feedback.PickedUp,
        [(Reporters.Self, Outcome.Question)] = Feedback.ContactFollows,
        [(Reporters.Self, Outcome.Contributed)] = Feedback.TakenUpTogether,
        [(Reporters.Self, Outcome.HandedOver)] = Feedback.HandedOver,
        [(Reporters.Self, Outcome.NoAction)] = Feedback.NoAction,
        [(Reporters.Community, Outcome.Contributed)] = Feedback.TakenUpTogether,
        [(Reporters.Community, Outcome.HandedOver)] = Feedback.HandedOver,
        [(Reporters.Community, Outcome.NoAction)] = Feedback.NoAction,
        [(Reporters.Professional, Outcome.Question)] = Feedback.ContactFollows,
        [(Reporters.Professional, Outcome.Contributed)] = Feedback.TakenUpTogether,
        [(Reporters.Professional, Outcome.HandedOver)] = Feedback.HandedOver,
        [(Reporters.Professional, Outcome.NoAction)] = Feedback.NoAction,
    };

    public static Feedback Of(Reporters who, Outcome outcome) => Assessed[(who, outcome)];

    /// <summary>The sentence of a signal as it stands; <paramref name="assessed"/> once there is an assessment.</summary>
    public static Feedback Of(SignalState state, Feedback? assessed) => state switch
    {
        SignalState.Received => Feedback.Received,
        SignalState.Claimed => Feedback.PickedUp,
        SignalState.Expired => Feedback.Expired,
        _ => assessed ?? throw new InvalidOperationException("An assessed signal without its assessment."),
    };

    extension(Reporters)
    {
        public static Reporters Of(Signal signal) => (signal.Kind, signal.ByRole) switch
        {
            var (_, role) when role.OnlyHearsPickedUp() => Reporters.Police,
            (SignalKind.Community, _) => Reporters.Community,
            (SignalKind.Request, _) => Reporters.Self,
            _ when signal.ByNeighbour => Reporters.Neighbour,
            _ => Reporters.Professional,
        };
    }
}
