using Samenkracht.Directory.Contract;
using Samenkracht.Insight.Contract;
using Samenkracht.Kernel;
using Samenkracht.Support.Contract;

namespace Samenkracht.Insight.Findings;

/// <summary>Oordeel: a person recognises a finding or not, and says why. One per finding; no machine gives it.</summary>
internal sealed class Verdict
{
    public const int MaxReason = 1000;

    private Verdict() { }

    public FindingId Finding { get; private set; }
    public bool Confirmed { get; private set; }
    public string Reason { get; private set; } = "";
    public AccountId JudgedBy { get; private set; }
    public DateTimeOffset JudgedAt { get; private set; }

    public static Verdict Give(Because because, FindingId finding, bool confirmed, string reason) => new()
    {
        Finding = finding,
        Confirmed = confirmed,
        Reason = reason.Trim(),
        JudgedBy = because.Actor.Account ?? throw new InvalidOperationException("Only a person judges a finding."),
        JudgedAt = because.At,
    };
}

/// <summary>A finding with what people said of it.</summary>
internal sealed record JudgedFinding(Finding Finding, Verdict Verdict);

/// <summary>Gehoord: the contact person of a community was spoken about a theme before anyone outside the team reads the community's name with it.</summary>
internal sealed class Hearing
{
    public const int MaxWords = 2000;

    private Hearing() { }

    public HearingId Id { get; private set; }
    public CommunityId Community { get; private set; }
    public bool CommunityLinkable { get; private set; } = true;
    public Theme Theme { get; private set; }
    /// <summary>What the contact person said.</summary>
    public string Words { get; private set; } = "";
    public AccountId HeardBy { get; private set; }
    public DateTimeOffset HeardAt { get; private set; }

    public static Hearing Hold(Because because, CommunityId community, Theme theme, string words, HearingId? id = null) => new()
    {
        Id = id ?? Kernel.Id.New<HearingId>(),
        Community = community,
        Theme = theme,
        Words = words.Trim(),
        HeardBy = because.Actor.Account ?? throw new InvalidOperationException("Only a person hears a community."),
        HeardAt = because.At,
    };
}

internal readonly record struct HearingId(Guid Value) : IId<HearingId>
{
    public override string ToString() => this.Text();
}
