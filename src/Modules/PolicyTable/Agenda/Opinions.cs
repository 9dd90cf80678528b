using Microsoft.EntityFrameworkCore;
using Samenkracht.Insight.Contract;
using Samenkracht.Kernel.Storage;
using Samenkracht.PolicyTable.Contract;

namespace Samenkracht.PolicyTable.Agenda;

/// <summary>How many of those who asked find it an answer.</summary>
internal sealed record OpinionCount(int Yes, int No)
{
    public int All => Yes + No;

    /// <summary>Yes of all; the number of all alone where few said yes or few said no; null where few said anything.</summary>
    public string? Words(Disclosure show) =>
        !show.MaySayAny(All) ? null
        : Short(show) is { } yes ? $"Ja, dit is een antwoord: {yes} die meededen."
        : $"Dit zeiden {show.Words(All)} mensen. Hoeveel ja en hoeveel nee: dat zijn er te weinig om te noemen.";

    /// <summary>The same for a step of a chain: null where there is no more to say than that there was an answer.</summary>
    public string? Short(Disclosure show) =>
        show.MaySayAny(All) && show.Parts(Yes, No)[0] is not null ? $"{show.Words(Yes)} van {show.Words(All)}" : null;
}

internal static class Opinions
{
    private const string CountsOnly = "counts only";
    private const string WordsAlone = "the words alone, for who answers; people were told so";

    public static async Task<IReadOnlyDictionary<AgendaItemId, OpinionCount>> Count(Work work, IReadOnlyCollection<AgendaItemId> items, CancellationToken cancel) =>
        (await work.Beyond(CountsOnly, () => Countable(work).Where(o => items.Contains(o.Item)).GroupBy(o => o.Item)
            .Select(g => new { g.Key, Yes = g.Count(o => o.IsAnswer), No = g.Count(o => !o.IsAnswer) }).ToListAsync(cancel)))
        .ToDictionary(g => g.Key, g => new OpinionCount(g.Yes, g.No));

    /// <summary>What people wrote with their yes or no, in an order that says nothing of who.</summary>
    public static Task<List<string>> Words(Work work, AgendaItemId item, CancellationToken cancel) =>
        work.Beyond(WordsAlone, () => Countable(work).Where(o => o.Item == item && o.Words != null)
            .OrderBy(o => o.Id).Select(o => o.Words!).Take(100).ToListAsync(cancel));

    // Of who is counted as taking part, and of nobody else: what was shielded since would stand out beside that number.
    private static IQueryable<AnswerOpinion> Countable(Work work)
    {
        var (items, taking) = (work.Query<AgendaItem>(), work.CountableContributions);
        return work.Unscoped<AnswerOpinion>(CountsOnly).Where(o => items.Any(i => i.Id == o.Item
            && taking.Any(c => c.Issue == i.Issue && ((o.Signal != null && c.Signal == o.Signal) || (o.Household != null && c.Household == o.Household)))));
    }
}
