using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;

namespace Samenkracht.App.Papers;

/// <summary>Wie ziet uw gegevens: what each right shows of a resident, in their words, with the roles that have it. A right that is not weighed here is refused, so that no statement goes out without.</summary>
internal static class WhoSees
{
    public static string Write()
    {
        var circle = Roles.OfAccounts.Where(role => role.MayJoinCircle()).ToList();
        var works = circle.Where(role => Permissions.Of(role).Contains(Permission.WorkWithHouseholds)).ToList();
        var blind = Roles.OfAccounts.Where(role => !Permissions.Of(role).Any(right => Shows(right) is not null) && !role.MayJoinCircle()).ToList();
        return PaperText.List(
        [
            $"In uw **kring** kunnen zitten: {Words(circle)}. U ziet wie dat zijn, behalve als dat gevaarlijk is voor iemand.",
            $"In de kring werken: {Words(works)}. Zij zien alleen wat hoort bij de wet waarvoor zij er zijn. Iets van een andere wet zien zij alleen als het met hen is gedeeld.",
            $"Ook in de kring: {Words(circle.Except(works))}. Zij zien alleen wat voor de hele kring is bedoeld, of het deel dat u zelf met hen deelt.",
            .. Enum.GetValues<Permission>().Where(right => right != Permission.WorkWithHouseholds && Shows(right) is not null)
                .Select(right => $"{Shows(right)}: {Words(Roles.OfAccounts.Where(role => Permissions.Of(role).Contains(right)))}."),
            $"Zij zien niets over u: {Words(blind)}.",
        ]);
    }

    /// <summary>The beginning of a sentence that ends with who; null for what shows nothing about a resident.</summary>
    public static string? Shows(Permission right) => right switch
    {
        Permission.WorkWithHouseholds => "Uw dossier, als zij in uw kring zitten",
        Permission.AssessSignals => "Wat iemand over u meldt, tot het is beoordeeld",
        Permission.FindInvolvement => "Alleen dat iemand u helpt, en wie er te bellen is, als zij uw hele naam, adres of burgerservicenummer al weten",
        Permission.SeeOwnHousehold => "Het eigen plan, of wat een ander met hen deelt",
        Permission.HandleSafety => "Wat is afgeschermd omdat het anders gevaarlijk is, bij mensen die hun organisatie helpt. Is daar niemand, dan die van de gemeente. Dit is de",
        Permission.UseEmergencyAccess => "In nood uw dossier, één dag, met een reden. Iemand anders kijkt daarna of dat terecht was. U leest het terug, behalve als dat gevaarlijk is voor iemand. Dit mogen",
        Permission.JudgeEmergencyAccess => "Dat iemand in nood keek, en of dat terecht was, maar niet uw dossier",
        Permission.SuperviseEmergencyAccess => "Toezicht op noodtoegang, zonder uw dossier",
        Permission.HandleRequests => "Wat u vraagt over uw eigen gegevens, maar niet uw dossier",
        Permission.ApproveDestruction => "Welk dossier weg kan, zonder naam en zonder inhoud",
        Permission.SeeCaseLoad => "Hoeveel mensen het team helpt, zonder namen",
        Permission.ManageAccounts => "Als u zelf kunt inloggen: uw naam en e-mailadres, maar niet uw dossier",
        Permission.WorkOnIssues => "Wat iemand meldt over een buurt of een gemeenschap, niet over één mens",
        // These show areas, communities, numbers and issues; or act on what another right shows already.
        Permission.RaiseSignals or Permission.DecideForOneself or Permission.ConfirmOfficers or Permission.SeeCommunities or Permission.EditCommunities or Permission.SeeAreas or Permission.SeeFindings
            or Permission.SeeRoundedFindings or Permission.StartScans or Permission.JudgeFindings or Permission.SeeIssues or Permission.SeePolicyTable or Permission.PutOnAgenda
            or Permission.GiveAnswers or Permission.LinkResidents => null,
        _ => throw new ArgumentOutOfRangeException(nameof(right), right, "Say in src/App/Papers/WhoSees.cs what this right shows of a resident."),
    };

    private static string Words(IEnumerable<Role> roles) => string.Join(", ", roles.Select(role => PaperText.LowerFirst(role.Label())));
}
