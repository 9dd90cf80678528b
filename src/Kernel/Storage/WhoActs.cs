using Samenkracht.Kernel.Access;

namespace Samenkracht.Kernel.Storage;

/// <summary>Tells PostgreSQL, for this transaction, who acts and with what rights, and takes on the application's role: from then on its row-level
/// security holds (database/0010_row_security, docs/adr/0041).</summary>
/// <remarks>Without compiling queries: the planner takes the policies for dear, and to compile one for a single page costs a hundred times what it answers in (docs/adr/0087).</remarks>
internal static class WhoActs
{
    /// <summary>A right beside those of <see cref="Permission"/>: signs in for their work.</summary>
    private const string Professional = "Professional";

    private static readonly Dictionary<Role, string> Rights = Enum.GetValues<Role>().ToDictionary(role => role,
        role => string.Join(' ', Permissions.Of(role).Select(p => p.ToString()).Concat(role.IsProfessional() ? [Professional] : [])));

    public static FormattableString Say(Actor actor, DateTimeOffset now, bool writes)
    {
        var (account, organisation, team) = (actor.Account?.Text() ?? "", actor.Organisation?.Text() ?? "", actor.Team?.Text() ?? "");
        var (emergency, at) = (actor.Emergency?.Text() ?? "", now.UtcDateTime.ToString("O"));
        var (role, rights) = (actor.Role.ToString(), actor.IsSignedIn ? Rights[actor.Role] : "");
        return $"""
            SELECT set_config('role', sight.app_role(), true), set_config('samenkracht.account', {account}, true), set_config('samenkracht.role', {role}, true),
                   set_config('samenkracht.rights', {rights}, true), set_config('samenkracht.organisation', {organisation}, true),
                   set_config('samenkracht.team', {team}, true), set_config('samenkracht.emergency', {emergency}, true), set_config('samenkracht.now', {at}, true),
                   set_config('transaction_read_only', {(writes ? "off" : "on")}, true), set_config('jit', 'off', true)
            """;
    }

    /// <summary>That all which is asked is about one household: its policies then look up one membership, not all of the actor's. Narrows only, and says nothing of who may.</summary>
    public static FormattableString LookInto(HouseholdId household) => $"SELECT set_config('samenkracht.inside', {household.Text()}, true)";
}
