using Samenkracht.Kernel;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;

namespace Samenkracht.Residents.Requests;

/// <summary>Beperking van de verwerking (AVG art. 18), or what a granted objection comes to (art. 21): a mark on the household for who works there, and nothing of it is destroyed. Does not say who asked it.</summary>
internal sealed class Restriction : IVersioned
{
    public const int MostWords = 500;

    /// <summary>Whoever asked it hears beforehand that it ends (art. 18, third paragraph).</summary>
    public static readonly TimeSpan Notice = TimeSpan.FromDays(14);

    private Restriction() { }

    public RestrictionId Id { get; private init; }
    public HouseholdId Household { get; private init; }
    /// <summary>By which it was asked and granted.</summary>
    public PersonRequestId Request { get; private init; }
    public DateTimeOffset Since { get; private init; }
    /// <summary>Null as long as nobody said that it ends.</summary>
    public DateTimeOffset? EndsAt { get; private set; }
    public string? EndsBecause { get; private set; }
    public AccountId? EndedBy { get; private set; }
    public int Version { get; private set; }

    /// <summary>Of these what somebody in the safety compartment asked, or was asked for: that anyone did, tells of them.</summary>
    public static IQueryable<RestrictionId> OfHidden(IQueryable<Restriction> some, Work work)
    {
        const string Why = "Whether who asked it is hidden, told to nobody: it only leaves out.";
        var (requests, hidden) = (work.Unscoped<PersonRequest>(Why), Sight.Hidden(work));
        return some.Where(r => requests.Any(q => q.Id == r.Request && hidden.Any(p => p.Id == q.Person || p.Id == q.AskedBy))).Select(r => r.Id);
    }

    public static Restriction Of(PersonRequest granted, Because because, RestrictionId? id = null)
    {
        if (!granted.Restricts || granted.Outcome is not (RequestOutcome.Granted or RequestOutcome.Partly)) throw new InvalidOperationException("Only what was granted restricts.");
        return new Restriction { Id = id ?? Kernel.Id.New<RestrictionId>(), Household = granted.Household, Request = granted.Id, Since = because.At };
    }

    public void End(string reason, Because because)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        if (EndsAt is not null) throw new InvalidOperationException("That it ends was said already.");
        (EndsAt, EndsBecause, EndedBy) = (because.At + Notice, reason.Trim(), because.Actor.Account);
    }
}
