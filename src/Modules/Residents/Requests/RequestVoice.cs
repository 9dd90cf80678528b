using Samenkracht.Kernel;
using Samenkracht.Residents.Contract;

namespace Samenkracht.Residents.Requests;

/// <summary>Wat de andere ouder ervan vindt.</summary>
internal enum ParentSays
{
    [Label("Is het ermee eens")] Agrees,
    [Label("Is het er niet mee eens")] Objects,
    [Label("Niet te bereiken")] Unreachable,
}

/// <summary>Andere ouder met gezag, at a request that one parent made for a child: whether this one agrees, as who handles it heard. Told to neither parent (ADR 0095).</summary>
internal sealed class OtherParent
{
    private OtherParent() { }

    public PersonRequestId Request { get; private init; }
    public PersonId Parent { get; private init; }
    /// <summary>Null as long as nobody asked them.</summary>
    public ParentSays? Says { get; private set; }
    public DateTimeOffset? SaidAt { get; private set; }
    public AccountId? RecordedBy { get; private set; }

    public static OtherParent Of(PersonRequest request, PersonId parent) => new() { Request = request.Id, Parent = parent };

    public void Say(ParentSays says, Because because) => (Says, SaidAt, RecordedBy) = (says, because.At, because.Actor.Account!.Value);
}
