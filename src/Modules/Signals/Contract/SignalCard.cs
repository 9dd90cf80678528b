using Samenkracht.Directory.Contract;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Support.Contract;

namespace Samenkracht.Signals.Contract;

/// <summary>Signaal, as later modules see it: only those that the actor may see.</summary>
public sealed record SignalCard
{
    public required SignalId Id { get; init; }

    /// <summary>Random, as the reporter knows it, without the dash.</summary>
    public required string Reference { get; init; }

    public required SignalKind Kind { get; init; }
    public required SignalState State { get; init; }
    public required Theme? Theme { get; init; }
    public required string Text { get; init; }

    /// <summary>About whom or where, in the reporter's words; of a community that is not in the directory its name.</summary>
    public required string? About { get; init; }

    /// <summary>The community that speaks, without names; of any kind. Null for every other signal.</summary>
    public required CommunityId? Community { get; init; }

    public required int? PeopleFrom { get; init; }

    /// <summary>Null for "more than".</summary>
    public required int? PeopleTo { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The Dutch day by which it must be assessed.</summary>
    public required DateOnly DueOn { get; init; }

    public required Law? Law { get; init; }
}

public static class SignalQueries
{
    extension(Work work)
    {
        /// <summary>All signals but those of the safety compartment, to count with; to be asked within <see cref="Work.Beyond"/>.</summary>
        public IQueryable<SignalId> CountableSignals => work.Unscoped<Signal>("counts only").Where(s => s.Safety == SafetyMark.None).Select(s => s.Id);

        /// <summary>The signals that the actor may assess or, for who works on issues, those of communities.</summary>
        public IQueryable<SignalCard> Signals => work.Query<Signal>().Select(s => new SignalCard
        {
            Id = s.Id,
            Reference = s.Reference,
            Kind = s.Kind,
            State = s.State,
            Theme = s.Theme,
            Text = s.Text,
            About = s.About,
            Community = s.Community,
            PeopleFrom = s.PeopleFrom,
            PeopleTo = s.PeopleTo,
            ReceivedAt = s.ReceivedAt,
            DueOn = s.DueOn,
            Law = s.Law,
        });
    }
}
