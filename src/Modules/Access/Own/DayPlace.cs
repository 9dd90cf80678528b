using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Contract;
using Samenkracht.Kernel.Storage;
using Samenkracht.Web.Day;

namespace Samenkracht.Access.Own;

/// <summary>The team of who is signed in, or else the organisation.</summary>
internal sealed class DayPlace : IDayPlace
{
    public async Task<string?> For(Work work, CancellationToken cancel) => work.Actor switch
    {
        { Team: { } id } => await work.Teams.Where(t => t.Id == id).Select(t => t.Name).FirstOrDefaultAsync(cancel) is { } team
            ? char.ToLowerInvariant(team[0]) + team[1..]
            : null,
        { Organisation: { } id } => await work.Organisations.Where(o => o.Id == id).Select(o => o.Name).FirstOrDefaultAsync(cancel),
        _ => null,
    };
}
