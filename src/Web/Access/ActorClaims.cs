using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;

namespace Samenkracht.Web.Access;

/// <summary>The actor as it travels in the sign-in cookie.</summary>
public static class ActorClaims
{
    /// <summary>Which sign-in this is.</summary>
    public const string SessionClaim = "sk:session";

    private const string RoleClaim = "sk:role";
    private const string OrganisationClaim = "sk:organisation";
    private const string TeamClaim = "sk:team";

    public static IEnumerable<Claim> Of(Actor actor)
    {
        yield return new Claim(RoleClaim, actor.Role.ToString());
        if (actor.Organisation is { } organisation) yield return new Claim(OrganisationClaim, organisation.Text());
        if (actor.Team is { } team) yield return new Claim(TeamClaim, team.Text());
    }

    /// <summary>Who sent this request.</summary>
    public static Actor Actor(this HttpContext http)
    {
        var user = http.User;
        if (user.Identity?.IsAuthenticated != true || !Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var account)
            || !Enum.TryParse<Role>(user.FindFirstValue(RoleClaim), out var role))
            return Kernel.Access.Actor.Anonymous;
        return new Actor(role, new AccountId(account), Read<OrganisationId>(user, OrganisationClaim), Read<TeamId>(user, TeamClaim), user.FindFirstValue(ClaimTypes.Name) ?? "")
        {
            Session = Guid.TryParse(user.FindFirstValue(SessionClaim), out var session) ? session : null,
            Origin = http.Features.Get<Origin>(),
        };
    }

    private static T? Read<T>(ClaimsPrincipal user, string claim) where T : struct, IId<T> =>
        Id.TryParse<T>(user.FindFirstValue(claim), out var id) ? id : null;
}
