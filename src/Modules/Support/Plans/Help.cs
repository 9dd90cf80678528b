using Samenkracht.Kernel;
using Samenkracht.Residents.Contract;
using Samenkracht.Support.Contract;
using Samenkracht.Web.Design;

namespace Samenkracht.Support.Plans;

/// <summary>Wie helpt: how much of a plan is done without a professional, always beside what that asks of the people near. Not a target.</summary>
internal sealed class Help(IReadOnlyList<PlanAction> actions, IReadOnlyList<CircleCard> circle)
{
    /// <summary>From so many kinds of help by one person on, the page says "let op".</summary>
    private const int Heavy = 3;

    public int Agreements => actions.Count;

    public int WithoutProfessional => actions.Count(a => a.Doer != Doer.Professional);

    /// <summary>Everyone who comes for their work: the professionals of the circle, and others who keep an agreement.</summary>
    public int Professionals =>
        circle.Where(c => c.IsProfessional).Select(c => (object)c.Who.Id)
            .Concat(actions.Where(a => a.Doer == Doer.Professional && a.DoneAt is null).Select(Who))
            .Distinct().Count();

    /// <summary>Who of the own network carries how many kinds of help now, most first.</summary>
    public IReadOnlyList<(string Name, int Kinds)> Carers =>
    [
        .. actions.Where(a => a.Doer == Doer.OwnNetwork && a.DoneAt is null)
            .GroupBy(a => SearchText.Of(a.DoerName ?? Doer.OwnNetwork.Label()))
            .Select(g => (Name: g.First().DoerName ?? Doer.OwnNetwork.Label(), Kinds: g.Count()))
            .OrderByDescending(c => c.Kinds).ThenBy(c => c.Name, StringComparer.Ordinal),
    ];

    public IReadOnlyList<BarPart> Parts =>
    [
        new("bewoner en eigen netwerk", Count(Doer.Resident, Doer.OwnNetwork), Tone.Direction1),
        new("gemeenschap en vrijwilligers", Count(Doer.Community, Doer.Volunteer), Tone.Direction3),
        new("professionals", Count(Doer.Professional), Tone.Direction2),
    ];

    /// <summary>"6 van 9 afspraken zonder professional · 2 professionals over de vloer"</summary>
    public string Sentence => $"{WithoutProfessional} van {Agreements} {(Agreements == 1 ? "afspraak" : "afspraken")} zonder professional · "
        + (Professionals == 1 ? "1 professional over de vloer" : $"{Professionals} professionals over de vloer");

    /// <summary>"Let op: zus draagt 3 soorten hulp."</summary>
    public string CarersSentence => Carers switch
    {
        [] => "Niemand uit het eigen netwerk draagt nu hulp.",
        [var most, ..] when most.Kinds >= Heavy => $"Let op: {string.Join(" en ", Carers.Where(c => c.Kinds >= Heavy).Select(Carries))}.",
        _ => $"{Capital(string.Join(", ", Carers.Select(Carries)))}.",
    };

    private int Count(params Doer[] doers) => actions.Count(a => doers.Contains(a.Doer));

    private static string Carries((string Name, int Kinds) carer) =>
        $"{carer.Name} draagt {carer.Kinds} {(carer.Kinds == 1 ? "soort" : "soorten")} hulp";

    private static string Capital(string text) => char.ToUpper(text[0]) + text[1..];

    private static object Who(PlanAction action) => action.DoerAccount is { } account ? account : SearchText.Of(action.DoerName ?? action.Id.ToString());
}
