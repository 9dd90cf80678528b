using Samenkracht.Kernel.Access;

namespace Samenkracht.Kernel;

/// <summary>Doelbinding: what data is used for. Derived from the kind of change and the role, never asked.</summary>
public enum Purpose
{
    [Label("Eigen zaken")] OwnAffairs,
    [Label("Een signaal behandelen")] SignalHandling,
    [Label("Hulp en ondersteuning")] Support,
    [Label("Veiligheid")] Safety,
    [Label("Noodtoegang")] Emergency,
    [Label("Zicht op gezamenlijke oorzaken")] CollectiveInsight,
    [Label("Beleid")] Policy,
    [Label("Beheer")] Administration,
    [Label("Een verzoek over eigen gegevens")] DataRights,
}

/// <summary>Soort gebeurtenis: what happened, as the journal keeps it. Declared once per module as static fields.</summary>
/// <param name="Code">Stable English code, e.g. <c>signal.assessed</c>.</param>
/// <param name="Dutch">The words of the timeline.</param>
/// <param name="Purpose">What the change is for.</param>
/// <param name="Discreet">That it happened already tells of somebody: in a timeline only who sees the safety compartment reads it.</param>
/// <param name="Personal">What one at home says for oneself: of those at home, and who stands beside them, only who said it reads it in a timeline.</param>
public sealed record JournalKind(string Code, string Dutch, Purpose Purpose, bool Discreet = false, bool Personal = false);

/// <summary>Who, when, what for, under which law. Every change takes one.</summary>
public sealed record Because(Actor Actor, DateTimeOffset At, JournalKind Kind, Law? Law, string? Reason)
{
    public Purpose Purpose => Actor.Role is Role.Resident or Role.Supporter ? Purpose.OwnAffairs : Kind.Purpose;
}
