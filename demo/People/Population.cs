using Samenkracht.Demo.City;
using Samenkracht.Support.Contract;

namespace Samenkracht.Demo.People;

/// <summary>The collective causes that are planted in the town, for the scan to find.</summary>
[Flags]
enum Causes
{
    None = 0,
    /// <summary>Damp flats in four adjoining buurten on the river: questions about housing.</summary>
    DampFlats = 1,
    /// <summary>Debts around a football club whose families live in six wijken.</summary>
    ClubDebts = 2,
    Both = DampFlats | ClubDebts,
}

/// <summary>A household that the teams know, before anything is written of it.</summary>
/// <param name="DaysAgo">When it became known.</param>
/// <param name="Communities">Indexes in <see cref="Circles.All"/>, met through a plan's action or as the channel of a signal.</param>
sealed record Known(CityBuurt Buurt, int DaysAgo, IReadOnlyList<Asked> Questions, IReadOnlyList<int> Communities);

/// <summary>A question, so many days after the household became known.</summary>
sealed record Asked(Theme Theme, int DaysAfter);

/// <summary>
/// The households that the teams of Waterveen came to know in eighteen months. Without the causes, themes are drawn for each household from the same
/// urn, whatever its buurt and communities: any pattern is then chance, and the scan has to say so.
/// </summary>
static class Population
{
    public const int Households = 1200;
    public const int Days = 545;

    private const int ClubFamilies = 40;
    private const double MoreDamp = 0.30;
    private const double MoreDebts = 0.45;

    private static readonly (Theme Theme, int Weight)[] Urn =
    [
        (Theme.Money, 11), (Theme.Housing, 11), (Theme.Upbringing, 11), (Theme.Health, 11), (Theme.Loneliness, 10), (Theme.CareLoad, 9), (Theme.Work, 8),
        (Theme.Relations, 7), (Theme.School, 7), (Theme.Language, 7), (Theme.Addiction, 3), (Theme.Arrears, 2), (Theme.Safety, 2), (Theme.Sexuality, 1),
    ];

    private static readonly string[] DampBuurten = ["Sluiskade", "Scheepswerf", "Touwslagersbuurt", "Vlotbrug"];
    private static readonly string[] ClubWijken = ["Centrum", "Oost", "Sluiskwartier", "Noord", "West", "Zuid"];

    public static IReadOnlyList<Known> Draw(int seed, Causes causes)
    {
        var random = new Random(seed);
        var households = Enumerable.Range(0, Households).Select(_ => Household(random)).ToList();
        JoinClub(households, random);
        // A stream of its own, so that the town is the same with and without the causes.
        var planting = new Random(seed + 1);
        foreach (var (index, household) in households.Index().ToList())
            households[index] = Plant(household, causes, planting);
        return households;
    }

    private static Known Household(Random random)
    {
        var buurt = Pick(CityPlan.Buurten, b => (int)(b.Inhabitants * b.LowIncome), random);
        var daysAgo = random.Next(1, Days);
        var themes = Themes(random.NextDouble() switch { < 0.55 => 1, < 0.87 => 2, _ => 3 }, random);
        var questions = themes.Select((theme, i) => new Asked(theme, i == 0 ? 0 : random.Next(Math.Min(daysAgo, 90)))).ToList();
        return new Known(buurt, daysAgo, questions, Communities(random));
    }

    private static List<Theme> Themes(int count, Random random)
    {
        var themes = new List<Theme>();
        while (themes.Count < count)
            themes.Add(Pick(Urn.Where(u => !themes.Contains(u.Theme)), u => u.Weight, random).Theme);
        return themes;
    }

    // The club comes later, so that its families are exactly as many as said.
    private static List<int> Communities(Random random)
    {
        var count = random.NextDouble() switch { < 0.40 => 0, < 0.85 => 1, _ => 2 };
        var others = Enumerable.Range(0, Circles.All.Count).Where(c => c != Circles.Club && Circles.All[c].Families > 0);
        return [.. Enumerable.Range(0, count).Select(_ => Pick(others, c => Circles.All[c].Families, random)).Distinct()];
    }

    private static void JoinClub(List<Known> households, Random random)
    {
        var near = households.Index().Where(h => ClubWijken.Contains(WijkOf(h.Item.Buurt))).Select(h => h.Index).ToArray();
        random.Shuffle(near);
        foreach (var index in near.Take(ClubFamilies))
            households[index] = households[index] with { Communities = [Circles.Club, .. households[index].Communities] };
    }

    private static Known Plant(Known household, Causes causes, Random random)
    {
        var (damp, debts) = (random.NextDouble(), random.NextDouble());
        if (causes.HasFlag(Causes.DampFlats) && DampBuurten.Contains(household.Buurt.Name) && damp < MoreDamp) household = Adding(household, Theme.Housing);
        if (causes.HasFlag(Causes.ClubDebts) && household.Communities.Contains(Circles.Club) && debts < MoreDebts) household = Adding(household, Theme.Money);
        return household;
    }

    private static Known Adding(Known household, Theme theme) =>
        household.Questions.Any(q => q.Theme == theme) ? household : household with { Questions = [new Asked(theme, 0), .. household.Questions] };

    private static string WijkOf(CityBuurt buurt) => CityPlan.Wijken.First(w => w.Buurten.Contains(buurt)).Name;

    private static T Pick<T>(IEnumerable<T> from, Func<T, int> weight, Random random)
    {
        var all = from.ToList();
        var drawn = random.Next(all.Sum(weight));
        return all.First(item => (drawn -= weight(item)) < 0);
    }
}
