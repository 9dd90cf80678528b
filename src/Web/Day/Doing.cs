using Samenkracht.Kernel.Access;

namespace Samenkracht.Web.Day;

/// <summary>Something one can do or look at here, for who has little waiting.</summary>
internal sealed record Doing(Permission Permission, string Title, string Detail, string Url)
{
    // The order of the chain.
    private static readonly Doing[] All =
    [
        new(Permission.SeeOwnHousehold, "Mijn plan", "Wat u wilt bereiken, wie wat doet, en wie meekeek.", "/mijn"),
        new(Permission.AssessSignals, "Signalen", "Wat binnenkwam en wie er wanneer naar kijkt.", "/signalen"),
        new(Permission.WorkWithHouseholds, "Huishoudens", "De huishoudens waar u bij de kring hoort.", "/huishoudens"),
        new(Permission.HandleSafety, "Veiligheid", "Waar bezoek en post op u wachten.", "/veiligheid"),
        new(Permission.SeeCommunities, "Gemeenschappen", "Verenigingen en groepen, en wat zij doen.", "/gemeenschappen"),
        new(Permission.SeeAreas, "Wijken", "De wijken op de kaart, met cijfers van het CBS.", "/wijken"),
        new(Permission.SeeIssues, "Kwesties", "Wat bij meer mensen speelt, en wat eraan gebeurt.", "/kwesties"),
        new(Permission.SeePolicyTable, "Beleidstafel", "Welke vragen er liggen, welke antwoorden er zijn en welke te laat zijn.", "/beleidstafel"),
        new(Permission.HandleRequests, "Verzoeken", "Wat inwoners vragen over hun eigen gegevens.", "/verzoeken"),
        new(Permission.ApproveDestruction, "Archief", "Wat weg kan of weg moet, en wat al is vernietigd.", "/archief"),
        new(Permission.ManageAccounts, "Beheer", "Accounts, organisaties en teams.", "/beheer"),
    ];

    public static IReadOnlyList<Doing> For(Actor actor) => [.. All.Where(doing => actor.May(doing.Permission))];
}
