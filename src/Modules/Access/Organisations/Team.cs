using Samenkracht.Kernel;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Access.Organisations;

/// <summary>Team: a neighbourhood team of one organisation, with the wijken it serves.</summary>
internal sealed class Team : IVersioned
{
    private readonly List<TeamWijk> wijken = [];

    private Team() { }

    public TeamId Id { get; private init; }
    public string Name { get; private set; } = "";
    public OrganisationId Organisation { get; private init; }
    public IReadOnlyList<TeamWijk> Wijken => wijken;
    public int Version { get; private set; }

    public static Team Form(string name, OrganisationId organisation, IEnumerable<string> wijkCodes, TeamId? id = null)
    {
        var team = new Team { Id = id ?? Kernel.Id.New<TeamId>(), Organisation = organisation };
        team.Change(name, wijkCodes);
        return team;
    }

    public void Change(string name, IEnumerable<string> wijkCodes)
    {
        Name = name.Trim();
        var codes = wijkCodes.ToHashSet();
        wijken.RemoveAll(w => !codes.Contains(w.WijkCode));
        wijken.AddRange(codes.Except(wijken.Select(w => w.WijkCode)).Order().Select(c => new TeamWijk(Id, c)));
    }
}

/// <summary>A wijk that a team serves, by its CBS code, so that it outlives the areas of one year.</summary>
internal sealed record TeamWijk(TeamId Team, string WijkCode);
