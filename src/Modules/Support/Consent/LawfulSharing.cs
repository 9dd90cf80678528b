using Samenkracht.Kernel;
using Samenkracht.Support.Contract;

namespace Samenkracht.Support.Consent;

/// <summary>Grond om te delen hoewel de inwoner nee zei.</summary>
internal enum SharingGround
{
    /// <summary>AVG art. 6(1)(c).</summary>
    [Label("De wet verplicht ons om dit te delen")] LegalDuty,
    /// <summary>AVG art. 6(1)(d).</summary>
    [Label("Iemands leven of veiligheid is in gevaar")] VitalInterest,
}

/// <summary>Delen op grond van de wet: something was shared although the resident did not agree, on a ground that the resident reads.</summary>
internal sealed class LawfulSharing
{
    private LawfulSharing() { }

    public LawfulSharingId Id { get; private init; }
    /// <summary>The question that was answered with no.</summary>
    public ConsentRequestId Request { get; private init; }
    public SharingGround Ground { get; private init; }
    public string Reason { get; private init; } = "";
    public DateTimeOffset At { get; private init; }
    public AccountId ByAccount { get; private init; }

    public static LawfulSharing Of(ConsentRequestId request, SharingGround ground, string reason, Because because)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return new LawfulSharing
        {
            Id = Kernel.Id.New<LawfulSharingId>(),
            Request = request,
            Ground = ground,
            Reason = reason.Trim(),
            At = because.At,
            ByAccount = because.Actor.Account ?? throw new InvalidOperationException("Someone shares it."),
        };
    }
}
