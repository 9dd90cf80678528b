using Samenkracht.Kernel;
using Samenkracht.Residents.Contract;

namespace Samenkracht.Residents.Requests;

/// <summary>Wiens stem het is.</summary>
internal enum VoiceKind
{
    [Label("Andere ouder met gezag")] Parent,
    [Label("Het kind zelf")] Child,
}

/// <summary>Wat iemand vindt van wat een ouder voor een kind vraagt.</summary>
internal enum VoiceSays
{
    [Label("Is het ermee eens")] Agrees,
    [Label("Is het er niet mee eens")] Objects,
    /// <summary>Of a parent.</summary>
    [Label("Niet te bereiken")] Unreachable,
    /// <summary>Of the child, with the reason.</summary>
    [Label("Kon of wilde niet worden gehoord")] NotHeard,
    /// <summary>Of a child whose birth is unknown, as who handles the request knows.</summary>
    [Label("Was nog geen 12 jaar")] Younger,
}

/// <summary>Stem bij een verzoek that one parent made for a child: of another parent with authority, or of the child itself, as who handles it heard. Told to no parent (ADR 0095, ADR 0100).</summary>
internal sealed class RequestVoice
{
    private RequestVoice() { }

    public RequestVoiceId Id { get; private init; }
    public PersonRequestId Request { get; private init; }
    public PersonId Person { get; private init; }
    public VoiceKind Kind { get; private init; }
    /// <summary>Null as long as nobody asked them.</summary>
    public VoiceSays? Says { get; private set; }
    /// <summary>What the child said, or why it was not heard.</summary>
    public string? Words { get; private set; }
    /// <summary>Why it was granted although the child objects.</summary>
    public string? Despite { get; private set; }
    public DateTimeOffset? SaidAt { get; private set; }
    public AccountId? RecordedBy { get; private set; }

    public static RequestVoice Of(PersonRequest request, PersonId person, VoiceKind kind) => new() { Id = Kernel.Id.New<RequestVoiceId>(), Request = request.Id, Person = person, Kind = kind };

    /// <summary>What this one can have said.</summary>
    /// <param name="ageKnown">Of a child whose day of birth is known nobody has to say that it is younger.</param>
    public static IReadOnlyList<VoiceSays> Choices(VoiceKind kind, bool ageKnown = true) => kind == VoiceKind.Parent ? [VoiceSays.Agrees, VoiceSays.Objects, VoiceSays.Unreachable]
        : ageKnown ? [VoiceSays.Agrees, VoiceSays.Objects, VoiceSays.NotHeard]
        : [VoiceSays.Agrees, VoiceSays.Objects, VoiceSays.NotHeard, VoiceSays.Younger];

    /// <summary>Whether this one was heard. That a child is younger counts as long as its day of birth does not say otherwise.</summary>
    public bool IsHeard(bool ageKnown = true) => Says is { } says && Choices(Kind, ageKnown).Contains(says);

    public void Say(VoiceSays says, string? words, Because because)
    {
        if (!Choices(Kind, ageKnown: false).Contains(says)) throw new ArgumentException($"{Kind} does not say {says}.", nameof(says));
        if (Kind == VoiceKind.Parent && words is not null) throw new ArgumentException("Of a parent only whether they agree is kept.", nameof(words));
        if (says == VoiceSays.NotHeard) ArgumentException.ThrowIfNullOrWhiteSpace(words);
        (Says, Words, SaidAt, RecordedBy) = (says, string.IsNullOrWhiteSpace(words) ? null : words.Trim(), because.At, because.Actor.Account!.Value);
    }

    /// <summary>Granted although the child objects: weighed, and written down.</summary>
    public void Overrule(string why)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(why);
        if (Kind != VoiceKind.Child || Says != VoiceSays.Objects) throw new InvalidOperationException("Nobody objects.");
        Despite = why.Trim();
    }
}

internal readonly record struct RequestVoiceId(Guid Value) : IId<RequestVoiceId>
{
    public override string ToString() => this.Text();
}
