using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Sessions;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Access.Own;

/// <summary>Waar u bent aangemeld: one device, how one signed in there, and when it was last seen.</summary>
internal sealed record OwnSignIn(SessionId Id, string Device, SignInMethod Method, DateTimeOffset Since, DateTimeOffset Seen, bool IsHere)
{
    /// <summary>The actor's open sign-ins, this one first.</summary>
    public static async Task<IReadOnlyList<OwnSignIn>> Load(Work work, SessionId? here, CancellationToken cancel)
    {
        // After half an hour of rest its cookie is worth nothing.
        var since = work.Now - AccountSession.Idle - AccountSession.SeenEvery;
        var open = await SignInCookies.Open(work).Where(s => s.Account == work.Actor.Account && s.SeenAt > since).OrderByDescending(s => s.SeenAt).ToListAsync(cancel);
        return [.. open.Select(s => new OwnSignIn(s.Id, s.Device, s.Method, s.StartedAt, s.SeenAt, s.Id == here)).OrderByDescending(s => s.IsHere)];
    }
}
