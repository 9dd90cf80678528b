using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Residents.Contract;
using Samenkracht.Support.Contract;

namespace Samenkracht.Support.Converse;

/// <summary>Nieuw gesprek.</summary>
/// <param name="About">With whom of the household; null is with several or all.</param>
/// <param name="Audience">Null: as <see cref="Conversation.UsualAudience"/> has it.</param>
internal sealed record NewConversation(HouseholdId Household, Law Law, DateOnly HeldOn, string Text, PersonCard? About = null, Audience? Audience = null, SafetyMark Safety = SafetyMark.None);

/// <summary>Gesprek: what was said, as someone wrote it down. It does not change; who was wrong writes another.</summary>
internal sealed class Conversation : IAboutPerson
{
    public const int MostText = 4000;

    private Conversation() { }

    public ConversationId Id { get; private init; }
    public HouseholdId Household { get; private init; }
    public OrganisationId Controller { get; private init; }
    public Law Law { get; private init; }
    public Audience Audience { get; private init; }
    public SafetyMark Safety { get; private init; }
    public int SharedWith { get; private init; }
    public AccountId? Author { get; private init; }
    public PersonId? About { get; private init; }
    public DateOnly HeldOn { get; private init; }
    public string Text { get; private init; } = "";
    public DateTimeOffset WrittenAt { get; private init; }

    public static Conversation Keep(NewConversation wanted, OrganisationId controller, DateOnly today, Because because, ConversationId? id = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(wanted.Text);
        return new()
        {
            Id = id ?? Kernel.Id.New<ConversationId>(),
            Household = wanted.Household,
            Controller = controller,
            Law = wanted.Law,
            Audience = wanted.Audience ?? UsualAudience(wanted.About, today),
            Safety = wanted.Safety,
            Author = because.Actor.Account!.Value,
            About = wanted.About?.Id,
            HeldOn = wanted.HeldOn,
            Text = wanted.Text.Trim(),
            WrittenAt = because.At,
        };
    }

    /// <summary>What a child says stays with whom it was said to, until that person chooses otherwise (product.md); of others the professionals read it.</summary>
    public static Audience UsualAudience(PersonCard? about, DateOnly today) =>
        about?.IsMinorOn(today) == true ? Audience.Author : Audience.Professionals;
}
