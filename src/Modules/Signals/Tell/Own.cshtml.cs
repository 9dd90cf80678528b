using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;
using Samenkracht.Signals.Contract;
using Samenkracht.Signals.Follow;
using Samenkracht.Support.Contract;
using Samenkracht.Web.Access;

namespace Samenkracht.Signals.Tell;

/// <summary>Wat over mij is gemeld, as far as the resident was told, with what was done; and the signals that they gave themselves.</summary>
[Allow(Permission.DecideForOneself)]
internal sealed class Own(Storage storage, ReadLog reads, IEnumerable<ISignalFeedback> feedback) : SkPage
{
    public const int Size = 10;
    private const int Latest = 5;

    [BindProperty(SupportsGet = true, Name = "pagina")]
    public int Number { get; set; } = 1;

    public int Total { get; private set; }

    public IReadOnlyList<OwnReport> Reports { get; private set; } = [];

    public IReadOnlyDictionary<AccountId, AccountCard> Names { get; private set; } = new Dictionary<AccountId, AccountCard>();

    /// <summary>The question that came of it, as far as the resident sees it.</summary>
    public IReadOnlyDictionary<QuestionId, QuestionCard> Questions { get; private set; } = new Dictionary<QuestionId, QuestionCard>();

    /// <summary>The answers of a table to what many have.</summary>
    public ILookup<SignalId, SignalFeedbackLine> Answers { get; private set; } = Array.Empty<SignalFeedbackLine>().ToLookup(l => l.Signal);

    public int SentTotal { get; private set; }

    public IReadOnlyList<Report> Sent { get; private set; } = [];

    public async Task OnGet()
    {
        await using var work = await storage.Read(Actor, Cancel);
        (SentTotal, _, Sent) = await Follow.Reports.Sent(work, 1, Latest, Cancel);
        if (await work.Self.Where(p => p.Safety == SafetyMark.None).Select(p => new { p.Id, p.Household }).FirstOrDefaultAsync(Cancel) is not { } me) return;
        await reads.Looked(Actor, me.Household, "Wat over mij is gemeld", Purpose.OwnAffairs, Cancel);
        Number = Math.Clamp(Number, 1, 1000);
        (Total, Reports) = await OwnReports.Of(work, me.Id, me.Household, (Number - 1) * Size, Size, Cancel);
        if (Reports.Count == 0) return;
        var (asked, joined) = (Reports.Select(r => r.Question).OfType<QuestionId>().ToArray(), Reports.Where(r => r.Outcome == Outcome.Contributed).Select(r => r.Signal).ToArray());
        Names = await work.AccountNames(Reports.Select(r => r.Account), Cancel);
        Questions = await work.Questions.Where(q => asked.Contains(q.Id)).ToDictionaryAsync(q => q.Id, Cancel);
        Answers = (await feedback.LinesFor(work, joined, Cancel)).ToLookup(l => l.Signal);
    }

    public string Who(OwnReport report) => Names.TryGetValue(report.Account, out var card) ? $"{card.Name}, {card.Function.ToLowerInvariant()}" : "een medewerker";
}
