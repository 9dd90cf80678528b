using Samenkracht.Kernel.Access;

namespace Samenkracht.Web.Day;

/// <summary>Hoek van Mijn dag: a direction with its most urgent items, the rest behind "meer", and honest words for when there are none.</summary>
internal sealed record DayCorner(Direction Direction, string Sub, string Empty, IReadOnlyList<DayItem> Shown, IReadOnlyList<DayItem> Rest)
{
    private const int Most = 6;

    public static DayCorner Of(Direction direction, Actor actor, IEnumerable<DayItem> items)
    {
        List<DayItem> own = [.. items.Where(i => i.Direction == direction).OrderBy(i => i.Due ?? DateOnly.MaxValue)];
        return new(direction, SubOf(direction, actor), EmptyOf(direction, actor), [.. own.Take(Most)], [.. own.Skip(Most)]);
    }

    private static string SubOf(Direction direction, Actor actor) => direction switch
    {
        Direction.Personal => actor.May(Permission.SeeOwnHousehold) ? "u en de mensen om u heen" : "eigen netwerk van inwoners",
        Direction.Rules => "regelingen, besluiten, afwijkingen",
        Direction.Community => "samen met bewoners en verenigingen",
        _ => "wat wij samen agenderen",
    };

    private static string EmptyOf(Direction direction, Actor actor) => direction switch
    {
        Direction.Personal when actor.May(Permission.WorkWithHouseholds) => "Er wacht nu niets van uw huishoudens op u.",
        Direction.Personal when actor.May(Permission.SeeOwnHousehold) => "Er wacht nu niets op u in uw eigen plan.",
        Direction.Personal => "Wat over inwoners gaat, ziet alleen de kring om hen heen.",
        Direction.Rules when actor.May(Permission.WorkWithHouseholds) => "Er zijn nu geen afspraken over regelingen of besluiten die op u wachten.",
        Direction.Rules when actor.May(Permission.SeeOwnHousehold) => "Er wacht nu geen regeling of besluit op u.",
        Direction.Rules => "Regelingen en besluiten van inwoners ziet alleen hun kring.",
        Direction.Community when actor.May(Permission.JudgeFindings) => "Geen kwesties of signalen van gemeenschappen die nu op u wachten.",
        Direction.Community => "Er wacht nu niets in de wijk op u.",
        _ when actor.May(Permission.GiveAnswers) => "Er is nu geen vraag die op uw antwoord wacht.",
        _ => "Er is nu geen vraag te laat beantwoord.",
    };
}
