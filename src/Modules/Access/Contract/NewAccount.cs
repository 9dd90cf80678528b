using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;

namespace Samenkracht.Access.Contract;

/// <summary>What an account is made from.</summary>
/// <param name="Function">What others read beside the name: "wijkteammedewerker, jeugd".</param>
/// <param name="Organisation">Needed for every professional role.</param>
public sealed record NewAccount(
    string Email, string Name, Role Role, string Function = "", OrganisationId? Organisation = null, TeamId? Team = null, string? Phone = null);
