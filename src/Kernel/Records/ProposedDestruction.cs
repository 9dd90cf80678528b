using Samenkracht.Kernel.Storage;

namespace Samenkracht.Kernel.Records;

/// <summary>Grond van een vernietiging: why a file goes.</summary>
public enum DestructionGround
{
    /// <summary>The term of the law has passed.</summary>
    [Label("Bewaartermijn verstreken")] Term,
    /// <summary>Who it is about asked for it (Jeugdwet art. 7.3.9), and it was granted.</summary>
    [Label("Verzoek op grond van de Jeugdwet")] Jeugdwet,
    /// <summary>Who it is about asked to be erased (AVG art. 17), and it was granted.</summary>
    [Label("Verzoek op grond van de AVG")] Avg,
}

/// <summary>Voorgestelde vernietiging: a request was granted; Records puts it on the archivist's list.</summary>
/// <param name="Request">The id of the granted request.</param>
/// <param name="By">The day by which the law wants it gone.</param>
public sealed record ProposedDestruction(DestroyedFile File, DestructionGround Ground, Guid Request, DateOnly? By = null);

public static class DestructionProposals
{
    /// <summary>Puts a granted request on the archivist's list, in this same transaction; the archivist approves and the system carries it out. Does nothing when it stands there already.</summary>
    public static Task ProposeDestruction(this Work work, DestroyedFile file, DestructionGround ground, Guid request, DateOnly? by = null, CancellationToken cancel = default) =>
        work.Raise(new ProposedDestruction(file, ground, request, by), cancel);
}
