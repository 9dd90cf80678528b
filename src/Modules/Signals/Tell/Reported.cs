using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Signals.Contract;
using Samenkracht.Support.Contract;

namespace Samenkracht.Signals.Tell;

/// <summary>Wat er is gemeld: what whoever tells must know of a report, and nothing of who gave it but the corner that it came from.</summary>
internal sealed record Reported
{
    private const string Why = "Who must tell what was reported reads the report; who may is the scope of the duty.";

    public required string Text { get; init; }
    public required string? About { get; init; }
    public required SignalKind Kind { get; init; }
    public required Theme? Theme { get; init; }
    public required Told Told { get; init; }
    public required Role ByRole { get; init; }
    public required bool ByNeighbour { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
    public required Outcome? Outcome { get; init; }
    public string? Organisation { get; init; }

    /// <summary>The corner that it came from, where that tells nobody apart: of who gave it in their work.</summary>
    public string? Function => ByNeighbour || !ByRole.IsProfessional() ? null
        : Organisation is { } place ? $"iemand die werkt bij {place}" : $"een {ByRole.Label().ToLowerInvariant()}";

    /// <param name="duty">One that the actor found in their own scope.</param>
    public static Task<Reported> Of(Work work, DutyToTell duty, CancellationToken cancel) => work.Beyond(Why, () =>
        (from signal in work.Unscoped<Signal>(Why)
         join organisation in work.Organisations on signal.ByOrganisation equals organisation.Id into organisations
         from employer in organisations.DefaultIfEmpty()
         join assessed in work.Unscoped<Assessment>(Why) on signal.Id equals assessed.Signal into assessments
         from assessment in assessments.DefaultIfEmpty()
         where signal.Id == duty.Signal
         select new Reported
         {
             Text = signal.Text,
             About = signal.About,
             Kind = signal.Kind,
             Theme = signal.Theme,
             Told = signal.Told,
             ByRole = signal.ByRole,
             ByNeighbour = signal.ByNeighbour,
             ReceivedAt = signal.ReceivedAt,
             Outcome = (Outcome?)assessment.Outcome,
             Organisation = employer.Name,
         }).SingleAsync(cancel));
}
