using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Contract;
using Samenkracht.Access.Sessions;
using Samenkracht.Kernel.Storage;
using Samenkracht.Web.Access;
using Samenkracht.Web.Layout;

namespace Samenkracht.Access.Told;

/// <summary>What stands on top of a page where one begins.</summary>
/// <param name="Call">The municipality's number; null when it gave none.</param>
/// <param name="From">The page that it stands on.</param>
internal sealed record ToldChanges(IReadOnlyList<SignInChange> Changes, string? Call, string From);

/// <summary>Vertelt wat er aan iemands aanmelding veranderde, where one begins: Mijn dag and Mijn plan. That there is something to tell comes with the sign-in, so that nobody else waits for it.</summary>
internal sealed class Telling(Storage storage) : IStartNotice
{
    private static readonly object Untold = new();
    private static readonly PathString[] Starts = ["/", "/mijn"];

    /// <summary>Read with the sign-in of this request.</summary>
    public static void Mark(HttpContext http) => http.Items[Untold] = true;

    public async Task<StartNotice?> For(HttpContext http, CancellationToken cancel)
    {
        if (!http.Items.ContainsKey(Untold) || !Starts.Contains(http.Request.Path)) return null;
        await using var work = await storage.Read(http.Actor(), cancel);
        var changes = await Of(work, SignInCookies.Current(http)).OrderByDescending(c => c.At).ThenBy(c => c.Kind).ToListAsync(cancel);
        if (changes.Count == 0) return null;
        var phone = await work.Organisations.Where(o => o.Kind == OrganisationKind.Municipality).Select(o => o.Phone).FirstOrDefaultAsync(cancel);
        return new("/Access/Told/_Told.cshtml", new ToldChanges(changes, phone, http.Request.Path));
    }

    /// <summary>What the actor did not answer yet. Not what was done in this very sign-in: one knows that, and who did it unasked must not be the one who says that it is right.</summary>
    public static IQueryable<SignInChange> Of(Work work, SessionId? here) =>
        work.Query<SignInChange>().Where(c => c.Account == work.Actor.Account && c.AnsweredAt == null && (c.Session == null || c.Session != here));
}
