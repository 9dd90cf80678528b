using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Keys;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Time;
using Samenkracht.Signals.Contract;

namespace Samenkracht.Signals.Worklist;

/// <summary>Welke signalen.</summary>
internal enum Show
{
    [Label("Te doen")] Open,
    [Label("Door mij opgepakt")] Mine,
    [Label("Te laat")] Late,
    [Label("Klaar")] Done,
}

/// <summary>Volgorde.</summary>
internal enum Sorting
{
    [Label("Meest dringend")] Urgent,
    [Label("Nieuwste")] Newest,
}

/// <summary>Filter, search and order of the worklist, all in the database.</summary>
internal sealed record WorklistQuery(Show Show, SignalKind? Kind, Sorting Sorting, string? Search)
{
    // Each word deepens the query.
    private const int MostWords = 10;

    // Without a search there are few ways to ask it.
    private static readonly CompiledQuery<(Show Show, SignalKind? Kind), Signal> All = new((work, a) => new WorklistQuery(a.Show, a.Kind, default, null).Shown(work));

    private static readonly CompiledQuery<(Show Show, SignalKind? Kind, Sorting Sorting, int Skip, int Take), WorklistRow> OnePage = new((work, a) =>
        new WorklistQuery(a.Show, a.Kind, a.Sorting, null).Rows(work).Skip(a.Skip).Take(a.Take));

    public async Task<IReadOnlyList<WorklistRow>> Page(Work work, int skip, int take, CancellationToken cancel) => string.IsNullOrWhiteSpace(Search)
        ? await OnePage.List(work, (Show, Kind, Sorting, skip, take), cancel) : await Rows(work).Skip(skip).Take(take).ToListAsync(cancel);

    public IQueryable<WorklistRow> Rows(Work work) =>
        from signal in Sorted(Found(Shown(work), work.Secrets))
        join claim in work.Query<SignalClaim>().Where(c => c.ReleasedAt == null) on signal.Id equals claim.Signal into claims
        from claim in claims.DefaultIfEmpty()
        join assessment in work.Query<Assessment>() on signal.Id equals assessment.Signal into assessments
        from assessment in assessments.DefaultIfEmpty()
        select new WorklistRow
        {
            Id = signal.Id,
            Reference = signal.Reference,
            Kind = signal.Kind,
            State = signal.State,
            Theme = signal.Theme,
            About = signal.About,
            Told = signal.Told,
            Urgency = signal.Urgency,
            ByRole = signal.ByRole,
            ByOrganisation = signal.ByOrganisation,
            ByNeighbour = signal.ByNeighbour,
            Community = signal.Community,
            PeopleFrom = signal.PeopleFrom,
            PeopleTo = signal.PeopleTo,
            ReceivedAt = signal.ReceivedAt,
            DueOn = signal.DueOn,
            ClaimedBy = (AccountId?)claim.Account,
            Outcome = (Outcome?)assessment.Outcome,
            Safety = signal.Safety,
        };

    public Task<int> Count(Work work, CancellationToken cancel) => string.IsNullOrWhiteSpace(Search)
        ? All.Count(work, (Show, Kind), cancel) : Found(Shown(work), work.Secrets).CountAsync(cancel);

    private IQueryable<Signal> Shown(Work work)
    {
        var (account, today) = (work.Actor.Account, Amsterdam.Date(work.Now));
        var claims = work.Query<SignalClaim>();
        var all = Kind is { } kind ? work.Query<Signal>().Where(s => s.Kind == kind) : work.Query<Signal>();
        var open = all.Where(s => s.State == SignalState.Received || s.State == SignalState.Claimed);
        return Show switch
        {
            Show.Mine => open.Where(s => claims.Any(c => c.Signal == s.Id && c.Account == account && c.ReleasedAt == null)),
            Show.Late => open.Where(s => s.DueOn < today),
            Show.Done => all.Where(s => s.State == SignalState.Assessed || s.State == SignalState.Expired),
            _ => open,
        };
    }

    // What a neighbour reported is found by its reference only, until someone weighed it: nobody can look someone up in gossip.
    private IQueryable<Signal> Found(IQueryable<Signal> signals, Secrets secrets)
    {
        if (string.IsNullOrWhiteSpace(Search)) return signals;
        var reference = SignalCode.Read(Search);
        var worded = signals.Where(s => !s.ByNeighbour || s.State == SignalState.Assessed);
        foreach (var word in secrets.Words(Search, Signal.SearchPlace).Take(MostWords)) worded = worded.Where(s => s.SearchText.Contains(word));
        return signals.Where(s => s.Reference == reference || worded.Any(w => w.Id == s.Id));
    }

    private IQueryable<Signal> Sorted(IQueryable<Signal> signals) => Sorting == Sorting.Newest || Show == Show.Done
        ? signals.OrderByDescending(s => s.ReceivedAt).ThenBy(s => s.Id)
        : signals.OrderBy(s => s.DueOn).ThenBy(s => s.Urgency == Urgency.Today ? 0 : 1).ThenBy(s => s.ReceivedAt).ThenBy(s => s.Id);
}
