using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel.Storage;

namespace Samenkracht.Access.Sessions;

/// <summary>Beantwoorde vraag: the hash of a challenge that was answered. A second answer to it meets the key of the table, on every server at once.</summary>
internal sealed class SpentChallenge
{
    // Longer than any challenge is good for.
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    private SpentChallenge() { }

    public string Hash { get; private init; } = "";
    public DateTimeOffset SpentAt { get; private init; }

    /// <summary>True when nobody answered it before. Two at once: the second one's commit is refused.</summary>
    public static async Task<bool> Spend(Work work, string challenge, CancellationToken cancel)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(challenge)));
        var old = work.Now - Kept;
        await work.Query<SpentChallenge>().Where(s => s.SpentAt < old).ExecuteDeleteAsync(cancel);
        if (await work.Query<SpentChallenge>().AnyAsync(s => s.Hash == hash, cancel)) return false;
        work.Add(new SpentChallenge { Hash = hash, SpentAt = work.Now });
        return true;
    }
}
