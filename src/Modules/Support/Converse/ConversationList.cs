using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;

namespace Samenkracht.Support.Converse;

/// <summary>Eén gesprek op een lijst.</summary>
/// <param name="With">Null when with several, or with someone whom the reader does not see.</param>
internal sealed record ConversationLine(DateOnly HeldOn, string? With, string By, string Text, Law Law, Audience Audience, bool IsShielded);

/// <summary>Gesprekken van een huishouden, newest first: as far as the actor may read them.</summary>
internal sealed record ConversationList(IReadOnlyList<ConversationLine> Lines, int Page, int Total)
{
    public const int Size = 20;

    public static async Task<ConversationList> Read(Work work, HouseholdId household, int page, CancellationToken cancel)
    {
        var all = work.Query<Conversation>().Where(c => c.Household == household);
        var total = await all.CountAsync(cancel);
        page = Math.Clamp(page, 1, Math.Max(1, (total + Size - 1) / Size));
        var shown = await all.OrderByDescending(c => c.HeldOn).ThenByDescending(c => c.WrittenAt).Skip((page - 1) * Size).Take(Size).ToListAsync(cancel);
        var people = await work.People.Where(p => p.Household == household).ToDictionaryAsync(p => p.Id, p => p.Name, cancel);
        var names = await work.AccountNames(shown.Select(c => c.Author).OfType<AccountId>(), cancel);
        return new([.. shown.Select(c => new ConversationLine(c.HeldOn, c.About is { } about ? people.GetValueOrDefault(about) : null,
            c.Author is { } author ? names[author].Name : "", c.Text, c.Law, c.Audience, c.Safety == SafetyMark.Shielded))], page, total);
    }
}
