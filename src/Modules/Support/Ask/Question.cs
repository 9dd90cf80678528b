using Samenkracht.Directory.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;
using Samenkracht.Support.Contract;
using Samenkracht.Support.Share;

namespace Samenkracht.Support.Ask;

/// <summary>Hulpvraag: what a household asks, in a sentence that it would recognise.</summary>
internal sealed class Question : IAboutPerson, IVersioned
{
    private Question() { }

    public QuestionId Id { get; private init; }
    public HouseholdId Household { get; private init; }
    public OrganisationId Controller { get; private init; }
    public Law Law { get; private init; }
    public Audience Audience { get; private set; }
    public SafetyMark Safety { get; private init; }
    public int SharedWith { get; private set; }
    public AccountId? Author { get; private init; }
    public PersonId? About { get; private init; }
    public Theme Theme { get; private init; }
    public string Text { get; private init; } = "";
    public DateTimeOffset AskedAt { get; private init; }
    public Guid? FromSignal { get; private init; }
    public CommunityId? ViaCommunity { get; private init; }
    public bool ViaCommunityLinkable { get; private init; } = true;
    public int Version { get; private set; }

    public static Question Ask(NewQuestion wanted, OrganisationId controller, Because because, QuestionId? id = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(wanted.Text);
        return new Question
        {
            Id = id ?? Kernel.Id.New<QuestionId>(),
            Household = wanted.Household,
            Controller = controller,
            Law = wanted.Law,
            Audience = wanted.Audience,
            Safety = wanted.Safety,
            Author = because.Actor.Account,
            About = wanted.About,
            Theme = wanted.Theme,
            Text = wanted.Text.Trim(),
            AskedAt = because.At,
            FromSignal = wanted.FromSignal,
            ViaCommunity = wanted.ViaCommunity,
        };
    }

    /// <summary>Lets members for these laws read along, and for no others any more.</summary>
    public void Share(IEnumerable<Law> with) => SharedWith = Sharing.Of(this, with);

    /// <summary>What came from a report is shown to the household itself once it knows of that.</summary>
    public void ForTheWholeCircle()
    {
        if (Audience == Audience.Professionals) Audience = Audience.Circle;
    }

    public QuestionClosure Close(QuestionOutcome outcome, Because because) =>
        new() { Question = Id, Outcome = outcome, ClosedAt = because.At, ClosedBy = because.Actor.Account };
}

/// <summary>Afsluiting van een hulpvraag: when and why. At most one, by the database.</summary>
internal sealed class QuestionClosure
{
    public required QuestionId Question { get; init; }
    public required QuestionOutcome Outcome { get; init; }
    public required DateTimeOffset ClosedAt { get; init; }
    public required AccountId? ClosedBy { get; init; }
}
