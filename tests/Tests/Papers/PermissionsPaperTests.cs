using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Residents.Contract;
using Samenkracht.Residents.Emergency;
using Samenkracht.Support.Contract;
using Samenkracht.Tests.TestData;

namespace Samenkracht.Tests.Papers;

/// <summary>docs/permissions.md: rights by role from the one table, and sight by asking the scopes themselves.</summary>
public partial class PermissionsPaperTests
{
    private const string Switch = "SAMENKRACHT_WRITE_DOCS";

    [Fact]
    public async Task The_paper_of_rights_is_current()
    {
        var file = Repository.Path("docs", "permissions.md");
        var written = await Written();
        if (Environment.GetEnvironmentVariable(Switch) == "1") File.WriteAllText(file, written);

        Assert.True(File.Exists(file) && File.ReadAllText(file) == written,
            $"docs/permissions.md is not what the code does. Write it anew: {Switch}=1 ./samenkracht test PermissionsPaperTests");
    }

    [Fact]
    public void Every_right_has_Dutch_words_and_an_English_sentence() => Assert.All(Enum.GetValues<Permission>(), permission =>
    {
        Assert.NotEmpty(permission.Label());
        Assert.NotEmpty(English(permission));
    });

    private static async Task<string> Written()
    {
        var text = new StringBuilder("""
            # Rechten · Permissions

            Generated from the code; a test keeps it current. Rights to act follow from the role (`Kernel/Access/Permission.cs`); sight follows from the circle, never
            from a role (`Residents/Sight.cs`, `Residents/Contract/ItemScope.cs`).

            ## Rechten en voorwaarden · Rights and conditions

            | recht | right | onder welke voorwaarde | condition |
            |---|---|---|---|

            """.ReplaceLineEndings("\n"));
        foreach (var permission in Enum.GetValues<Permission>())
        {
            var condition = typeof(Permission).GetField(permission.ToString())!.GetCustomAttribute<ConditionAttribute>();
            text.Append($"| {permission.Label()} | `{permission}` {English(permission)} | {condition?.Dutch ?? "–"} | {condition?.English ?? "–"} |\n");
        }
        text.Append("\n## Wie mag wat · Roles and rights\n\n| rol | role | rechten · rights |\n|---|---|---|\n");
        foreach (var role in Roles.OfAccounts.Prepend(Role.Anonymous))
            text.Append($"| {role.Label()} | `{role}`{(role.MayJoinCircle() ? ", kan in een kring · may join a circle" : "")} | {string.Join(", ", Permissions.Of(role).Order().Select(p => $"`{p}`"))} |\n");
        text.Append("""

            ## Wie ziet wat van een huishouden · Sight of a household's items

            Asked of the program itself: a question under the Wmo, kept by the wijkteam. "genoemd · named" is who the attention officer named for the safety compartment.


            """.ReplaceLineEndings("\n"));
        return text.Append(await Sight()).ToString();
    }

    private static string English(Permission permission)
    {
        var docs = XDocument.Load(Path.ChangeExtension(typeof(Permission).Assembly.Location, ".xml"));
        var summary = docs.Descendants("member").First(m => (string?)m.Attribute("name") == $"F:{typeof(Permission).FullName}.{permission}").Element("summary")!.Value;
        return Blank().Replace(summary, " ").Trim();
    }

    private static async Task<string> Sight()
    {
        await using var database = await TestDatabase.Create(Engine.Sqlite);
        var town = await Town.Build(database.Storage);
        var (open, shielded) = (await town.Household(), await town.Household("afgeschermd", Address.Unknown, safety: SafetyMark.Shielded));
        string[] items = ["kring · circle", "professionals", "auteur · author", "afgeschermd · shielded", "afgeschermd huishouden · shielded household", "gedeeld met de Wgs · shared with the Wgs"];
        await town.Ask(open, items[0]);
        await town.Ask(open, items[1], audience: Audience.Professionals);
        await town.Ask(open, items[2], audience: Audience.Author);
        await town.Ask(open, items[3], safety: SafetyMark.Shielded);
        await town.Ask(shielded, items[4]);
        await town.Share(open, await town.Ask(open, items[5]), Law.Wgs);
        var lookers = await Lookers(database, town, open, shielded);
        var text = new StringBuilder($"| wie · who | {string.Join(" | ", items)} |\n|---|{string.Concat(items.Select(_ => "---|"))}\n");
        foreach (var (who, actor) in lookers)
        {
            await using var work = await database.Read(actor);
            var seen = await work.Questions.Select(q => q.Text).ToListAsync();
            text.Append($"| {who} | {string.Join(" | ", items.Select(item => seen.Contains(item) ? "ja · yes" : "–"))} |\n");
        }
        return text.ToString();
    }

    private static async Task<IReadOnlyList<(string Who, Actor Actor)>> Lookers(TestDatabase database, Town town, HouseholdId open, HouseholdId shielded)
    {
        await town.Join(open, town.Anouk);
        await town.Join(shielded, town.Anouk);
        await town.Join(open, town[Role.TeamLead], laws: Law.Wgs);
        await town.Name(await town.Join(open, town.Hugo));
        await town.Name(await town.Join(shielded, town.Hugo));
        await town.Leave(await town.Join(open, town[Role.Partner]));
        await town.Join(open, town[Role.Volunteer], CircleRole.Volunteer);
        await town.Join(open, town[Role.Supporter], CircleRole.Supporter);
        var resident = await town.Resident(open);
        foreach (var household in (HouseholdId[])[open, shielded])
        {
            await using var work = await database.Begin(town[Role.TeamMember]);
            var because = work.Because(Samenkracht.Residents.ResidentEvents.EmergencyOpened);
            work.Add(EmergencyAccess.Take(household, "voor het overzicht", because));
            await work.Note(because, household.Value, household);
            await work.Commit();
        }
        return
        [
            ("wie het schreef · the author", town.Sanne),
            ("in de kring voor de Wmo · in the circle for the Wmo", town.Anouk),
            ("in de kring voor de Wmo en genoemd, andere organisatie · in the circle and named, another organisation", town.Hugo),
            ("in de kring voor een andere wet · in the circle for another law", town[Role.TeamLead]),
            ("uit de kring gegaan · former member", town[Role.Partner]),
            ("buiten de kring · outside the circle", town[Role.CommunityWorker]),
            ("met noodtoegang · by emergency access", town[Role.TeamMember].InEmergency(open)),
            ("met noodtoegang bij een afgeschermd huishouden · by emergency access at a shielded household", town[Role.TeamMember].InEmergency(shielded)),
            ("aandachtsfunctionaris · attention officer", town[Role.AttentionOfficer]),
            ("vrijwilliger in de kring · volunteer in the circle", town[Role.Volunteer]),
            ("naaste · someone beside the resident", town[Role.Supporter]),
            ("inwoner · resident", resident),
        ];
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();
}
