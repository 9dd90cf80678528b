using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Signals.Contract;

namespace Samenkracht.Signals.Follow;

/// <summary>Wat een melder leest: the standard sentence, and what later modules have to tell. Nothing of the people concerned.</summary>
internal sealed record Report
{
    public required SignalId Id { get; init; }
    public required string Reference { get; init; }
    public required SignalKind Kind { get; init; }
    public required SignalState State { get; init; }
    public required Role ByRole { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
    public required DateOnly DueOn { get; init; }
    public required Feedback? Assessed { get; init; }

    /// <summary>The reporter's own words; only for who gave the signal in their work. A resident's login can be forced.</summary>
    public required string? Words { get; init; }

    public string Sentence => FeedbackTable.Of(State, Assessed).Label();

    /// <summary>The police read that it was picked up, and nothing more.</summary>
    public bool HearsMore => !ByRole.OnlyHearsPickedUp();
}

internal static class Reports
{
    private const string Why = "A reporter reads the standard sentence of a signal of their own, and never its scope's rows.";

    /// <summary>The signal of this reference and secret; null when they do not belong together, and nobody can tell which of the two was wrong.</summary>
    public static Task<Report?> Find(Work work, string reference, string secret, CancellationToken cancel) => work.Beyond(Why, async () =>
    {
        var key = await work.Unscoped<Signal>(Why).Where(s => s.Reference == reference)
            .Select(s => new { s.Id, s.SecretHash }).FirstOrDefaultAsync(cancel);
        // The same work is done for a reference that does not exist, so that time tells nothing either.
        if (!SignalCode.Matches(secret, key?.Id.Value ?? Guid.Empty, key?.SecretHash ?? []) || key is null) return null;
        return await Of(work, work.Unscoped<Signal>(Why).Where(s => s.Id == key.Id), words: false).SingleAsync(cancel);
    });

    /// <summary>What the actor gave, newest first: how many, and a page of them. For a resident without what lies in the safety compartment.</summary>
    /// <param name="page">From 1; one that does not exist becomes the nearest that does.</param>
    public static Task<(int Total, int Page, IReadOnlyList<Report> Reports)> Sent(Work work, int page, int size, CancellationToken cancel) => work.Beyond(Why, async () =>
    {
        var sent = Sent(work);
        var total = await sent.CountAsync(cancel);
        page = Math.Clamp(page, 1, Math.Max(1, (total + size - 1) / size));
        return (total, page, (IReadOnlyList<Report>)await sent.Skip((page - 1) * size).Take(size).ToListAsync(cancel));
    });

    private static IQueryable<Report> Sent(Work work)
    {
        var account = work.Actor.Account ?? throw new InvalidOperationException("Only someone with an account has a list of own signals.");
        var professional = work.Actor.Role.IsProfessional();
        var own = work.Unscoped<SignalReporter>(Why).Where(r => r.Account == account);
        var signals = work.Unscoped<Signal>(Why).Where(s => own.Any(r => r.Signal == s.Id) && (professional || s.Safety == SafetyMark.None));
        return Of(work, signals, professional);
    }

    private static IQueryable<Report> Of(Work work, IQueryable<Signal> signals, bool words) =>
        from signal in signals
        join assessment in work.Unscoped<Assessment>(Why) on signal.Id equals assessment.Signal into assessments
        from assessment in assessments.DefaultIfEmpty()
        orderby signal.ReceivedAt descending, signal.Id
        select new Report
        {
            Id = signal.Id,
            Reference = signal.Reference,
            Kind = signal.Kind,
            State = signal.State,
            ByRole = signal.ByRole,
            ReceivedAt = signal.ReceivedAt,
            DueOn = signal.DueOn,
            Assessed = (Feedback?)assessment.Feedback,
            Words = words ? signal.Text : null,
        };
}
