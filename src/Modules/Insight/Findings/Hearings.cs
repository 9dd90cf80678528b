using Microsoft.EntityFrameworkCore;
using Samenkracht.Directory.Contract;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Insight.Findings;

/// <summary>Whether a community was heard, which decides over its name.</summary>
internal static class Hearings
{
    /// <summary>Someone who was heard longer before a finding than this was not heard about it.</summary>
    private static readonly TimeSpan Valid = TimeSpan.FromDays(365);

    /// <summary>The latest hearing that covers a finding. Readers outside the team learn only that there was one.</summary>
    public static Task<Hearing?> About(Work work, CommunityId community, Finding finding, CancellationToken cancel)
    {
        var from = finding.FoundAt - Valid;
        return work.Unscoped<Hearing>("whether a community was heard decides whether it may be named; the page shows the words to the team only")
            .Where(h => h.Community == community && h.Theme == finding.Theme && h.HeardAt >= from)
            .OrderByDescending(h => h.HeardAt).FirstOrDefaultAsync(cancel);
    }

    /// <summary>Of these communities those that were heard about a theme, in one query.</summary>
    public static async Task<IReadOnlySet<CommunityId>> Heard(Work work, IReadOnlyCollection<CommunityId> communities, Support.Contract.Theme theme, CancellationToken cancel) =>
        (await work.Unscoped<Hearing>("whether a community was heard decides whether it may be named")
            .Where(h => communities.Contains(h.Community) && h.Theme == theme).Select(h => h.Community).Distinct().ToListAsync(cancel)).ToHashSet();
}
