using Samenkracht.Directory.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Keys;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Time;
using Samenkracht.Signals.Contract;
using Samenkracht.Signals.Raise;
using Samenkracht.Support.Contract;

namespace Samenkracht.Signals;

/// <summary>Signaal: what someone noticed, from its arrival to its assessment. Who gave it is kept apart, in <see cref="SignalReporter"/>.</summary>
internal sealed class Signal : IVersioned
{
    internal const string SearchPlace = "signal.search_text";

    private Signal() { }

    public SignalId Id { get; private set; }
    public string Reference { get; private set; } = "";
    public byte[] SecretHash { get; private set; } = [];
    public SignalKind Kind { get; private set; }
    public string Text { get; private set; } = "";
    public string? About { get; private set; }
    public Told Told { get; private set; }
    public Urgency Urgency { get; private set; }
    public Theme? Theme { get; private set; }
    /// <summary>Who speaks, without names. Only for a community's own signal, and then of any kind.</summary>
    public CommunityId? Community { get; private set; }
    /// <summary>The club or association through which the signal came; never one of belief, origin, health or politics.</summary>
    public CommunityId? ChannelCommunity { get; private set; }
    /// <summary>The database's proof that the channel may be linked: true, or null without a channel.</summary>
    public bool? ChannelLinkable { get; private set; }
    public int? PeopleFrom { get; private set; }
    public int? PeopleTo { get; private set; }
    public Role ByRole { get; private set; }
    public OrganisationId? ByOrganisation { get; private set; }
    /// <summary>About someone else, by someone whose work it is not: not found by name before it was weighed, and it expires.</summary>
    public bool ByNeighbour { get; private set; }
    public DateTimeOffset ReceivedAt { get; private set; }
    public DateOnly DueOn { get; private set; }
    public DateOnly? ExpiresOn { get; private set; }
    public SignalState State { get; private set; }
    /// <summary>Who controls it; null as long as it lies at the shared desk of the wijkteams.</summary>
    public OrganisationId? Organisation { get; private set; }
    public TeamId? Team { get; private set; }
    public Law? Law { get; private set; }
    public Audience Audience { get; private set; } = Audience.Professionals;
    public SafetyMark Safety { get; private set; }
    public string SearchText { get; private set; } = "";
    public int Version { get; private set; }

    public bool IsOpen => State is SignalState.Received or SignalState.Claimed;

    public static Signal Raise(SignalId id, SignalCode code, NewSignal said, Because because, SignalTerms terms, WorkingDays days)
    {
        if (said.Kind == SignalKind.Community && because.Actor.IsSignedIn)
            throw new InvalidOperationException("Nobody is kept beside a community's signal: raise it as nobody in particular.");
        var role = because.Actor.Role;
        var byNeighbour = said.Kind == SignalKind.Concern && !role.IsProfessional();
        var assessor = because.Actor.May(Permission.AssessSignals);
        return new Signal
        {
            Id = id,
            Reference = code.Reference,
            SecretHash = code.Hash(id.Value),
            Kind = said.Kind,
            Text = said.Text,
            About = said.About,
            Told = said.Kind == SignalKind.Concern ? said.Told : Told.NotApplicable,
            Urgency = said.Urgency,
            Theme = said.Theme,
            Community = said.Kind == SignalKind.Community ? said.Community : null,
            PeopleFrom = said.People?.From,
            PeopleTo = said.People?.To,
            ByRole = role,
            ByOrganisation = because.Actor.Organisation,
            ByNeighbour = byNeighbour,
            ReceivedAt = because.At,
            DueOn = terms.DueOn(because.At, said.Kind, said.Urgency, days),
            ExpiresOn = byNeighbour ? terms.ExpiresOn(because.At) : null,
            Organisation = assessor ? because.Actor.Organisation : null,
            Team = assessor ? because.Actor.Team : null,
            Safety = said.Theme == Support.Contract.Theme.Safety ? SafetyMark.Shielded : SafetyMark.None,
        };
    }

    /// <summary>By its words, which cannot be read there: of every signal alike, so that nothing tells which of them touches someone who is hidden.</summary>
    public void KeepFindable(Secrets secrets) => SearchText = secrets.WordIndex($"{Text} {About}", SearchPlace);

    /// <summary>"Ik pak dit op": from now on it is this team's.</summary>
    public SignalClaim Claim(Because because)
    {
        State = State.After(SignalStep.Claim);
        (Organisation, Team) = (because.Actor.Organisation, because.Actor.Team);
        return SignalClaim.Of(this, because);
    }

    /// <summary>Back on the shared pile of the team.</summary>
    public void Release(SignalClaim claim, Because because)
    {
        State = State.After(SignalStep.Release);
        claim.Release(because);
    }

    /// <summary>To the attention officer: from now on it lies in the safety compartment.</summary>
    public void Shield(Because because)
    {
        Safety = SafetyMark.Shielded;
        (Organisation, Team) = (because.Actor.Organisation, null);
    }

    /// <summary>The club or association through which it came.</summary>
    public void CameThrough(CommunityId? linkable) => (ChannelCommunity, ChannelLinkable) = (linkable, linkable is null ? null : true);

    /// <summary>What was decided, with the sentence that its reporter reads.</summary>
    public Assessment Assess(Decision decision, Because because)
    {
        if (decision.Outcome == Outcome.Question && Kind == SignalKind.Community)
            throw new InvalidOperationException("What a community says without names never becomes a household's question.");
        State = State.After(SignalStep.Assess);
        (Law, ExpiresOn) = (because.Law, ByNeighbour ? ExpiresOn : null);
        Organisation ??= because.Actor.Organisation;
        return Assessment.Of(this, decision, because);
    }

    /// <summary>Nobody weighed it in time: its words are gone; that it was there stays, so that its reporter still reads something.</summary>
    public void Expire()
    {
        State = State.After(SignalStep.Expire);
        (Text, About, SearchText, Theme, ChannelCommunity, ChannelLinkable) = ("", null, "", null, null, null);
    }
}
