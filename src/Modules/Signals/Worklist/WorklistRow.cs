using Samenkracht.Directory.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Signals.Contract;
using Samenkracht.Support.Contract;

namespace Samenkracht.Signals.Worklist;

/// <summary>Regel van de werklijst: who must do what by when.</summary>
internal sealed record WorklistRow
{
    public required SignalId Id { get; init; }
    public required string Reference { get; init; }
    public required SignalKind Kind { get; init; }
    public required SignalState State { get; init; }
    public required Theme? Theme { get; init; }
    public required string? About { get; init; }
    public required Told Told { get; init; }
    public required Urgency Urgency { get; init; }
    public required Role ByRole { get; init; }
    public required OrganisationId? ByOrganisation { get; init; }
    public required bool ByNeighbour { get; init; }
    public required CommunityId? Community { get; init; }
    public required int? PeopleFrom { get; init; }
    public required int? PeopleTo { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
    public required DateOnly DueOn { get; init; }
    public required AccountId? ClaimedBy { get; init; }
    public required Outcome? Outcome { get; init; }
    public required SafetyMark Safety { get; init; }

    public string Title => SignalTelling.Title(Kind, Theme);

    public bool IsOpen => State is SignalState.Received or SignalState.Claimed;
}
