using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;

namespace Samenkracht.Residents.Emergency;

/// <summary>Noodtoegang: sight of a household without a place in its circle, for a day, with a reason that the privacy officer judges afterwards.</summary>
/// <remarks>To look, not to change: it counts only on the page made for it (<see cref="Actor.Emergency"/>), and never opens the safety compartment.</remarks>
internal sealed class EmergencyAccess : IVersioned
{
    public const int MostWords = 1000;

    /// <summary>What the log of looks says of the page that it opens.</summary>
    public const string Page = EmergencyQueries.Page;
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(24);

    private EmergencyAccess() { }

    public EmergencyAccessId Id { get; private init; }
    public HouseholdId Household { get; private init; }
    public AccountId Account { get; private init; }
    public OrganisationId? Organisation { get; private init; }
    public string Reason { get; private init; } = "";
    public DateTimeOffset At { get; private init; }
    public DateTimeOffset Until { get; private init; }
    public DateTimeOffset? JudgedAt { get; private set; }
    public AccountId? JudgedBy { get; private set; }
    public bool? Justified { get; private set; }
    public string? Judgement { get; private set; }
    public int Version { get; private set; }

    public static EmergencyAccess Take(HouseholdId household, string reason, Because because, EmergencyAccessId? id = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return new EmergencyAccess
        {
            Id = id ?? Kernel.Id.New<EmergencyAccessId>(),
            Household = household,
            Account = because.Actor.Account ?? throw new InvalidOperationException("Someone takes it."),
            Organisation = because.Actor.Organisation,
            Reason = reason.Trim(),
            At = because.At,
            Until = because.At + Lasts,
        };
    }

    /// <summary>Judged once, by someone else.</summary>
    public void Judge(bool justified, string words, Because because)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(words);
        if (JudgedAt is not null || because.Actor.Account == Account) throw new InvalidOperationException("Judged once, and by someone else.");
        (JudgedAt, JudgedBy, Justified, Judgement) = (because.At, because.Actor.Account, justified, words.Trim());
    }

    /// <summary>One's own, those of households that one may open, and all for who judges or supervises.</summary>
    public static IQueryable<EmergencyAccess> Visible(IQueryable<EmergencyAccess> all, Work work)
    {
        if (work.Actor.May(Permission.JudgeEmergencyAccess) || work.Actor.May(Permission.SuperviseEmergencyAccess)) return all;
        var (account, households) = (work.Actor.Account, Sight.Visible(work));
        return all.Where(e => e.Account == account || households.Any(h => h.Id == e.Household));
    }
}

internal readonly record struct EmergencyAccessId(Guid Value) : IId<EmergencyAccessId>
{
    public override string ToString() => this.Text();
}
