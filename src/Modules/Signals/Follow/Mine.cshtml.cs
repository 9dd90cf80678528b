using Microsoft.AspNetCore.Mvc;
using Samenkracht.Kernel.Storage;
using Samenkracht.Signals.Contract;
using Samenkracht.Web.Access;

namespace Samenkracht.Signals.Follow;

/// <summary>Mijn signalen: what someone with an account gave, and what they may hear of it.</summary>
[SignedIn]
internal sealed class Mine(Storage storage, IEnumerable<ISignalFeedback> feedback) : SkPage
{
    public const int Size = 25;

    [BindProperty(SupportsGet = true, Name = "pagina")]
    public int Number { get; set; } = 1;

    public int Total { get; private set; }

    public IReadOnlyList<Report> Reports { get; private set; } = [];

    public ILookup<SignalId, SignalFeedbackLine> Lines { get; private set; } = Array.Empty<SignalFeedbackLine>().ToLookup(l => l.Signal);

    public async Task OnGet()
    {
        await using var work = await storage.Read(Actor, Cancel);
        (Total, Number, Reports) = await Samenkracht.Signals.Follow.Reports.Sent(work, Number, Size, Cancel);
        var hearing = Reports.Where(r => r.HearsMore).Select(r => r.Id).ToArray();
        Lines = (await feedback.LinesFor(work, hearing, Cancel)).ToLookup(l => l.Signal);
    }
}
