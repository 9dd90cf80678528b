using Samenkracht.Kernel.Storage;
using Samenkracht.Web.Design;

namespace Samenkracht.Signals.Contract;

/// <summary>Slot: a way to deal with a signal that a later module brings, such as "hoort bij een kwestie".</summary>
/// <remarks>Register as singleton. Signals keeps that this outcome was chosen, by its code; to what it was linked is the module's own row.</remarks>
public interface IAssessmentOutcome
{
    /// <summary>Stable English code that is stored and stands in the URL, at most 30 characters: "issue".</summary>
    string Code { get; }

    /// <summary>What the assessor reads on the button: "Hoort bij een kwestie".</summary>
    string Title { get; }

    /// <summary>One sentence below it.</summary>
    string Explanation { get; }

    /// <summary>What can be chosen, the likeliest first; empty when this outcome has nothing to offer for this signal.</summary>
    Task<IReadOnlyList<Option>> Choices(Work work, SignalCard signal, CancellationToken cancel);

    /// <summary>Does it, in the transaction of the assessment, with its own journal line.</summary>
    /// <returns>Null, or a refusal in Dutch that the page shows at the choice.</returns>
    Task<string?> Apply(Work work, SignalCard signal, string choice, CancellationToken cancel);
}
