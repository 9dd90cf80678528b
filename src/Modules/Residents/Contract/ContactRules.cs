using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Safety;

namespace Samenkracht.Residents.Contract;

/// <summary>Of bezoek en post mogen: what every visit, letter and message asks first.</summary>
/// <param name="From">From when on, if only time is waited for; null when the attention officer has to release it, or when it may already.</param>
public sealed record ContactRules(bool MayVisitAndWrite, DateTimeOffset? From);

/// <summary>Of een brief met de post mag.</summary>
/// <param name="MayPost">False for any ground: a hidden one must look like all others.</param>
public sealed record PostRule(bool MayPost)
{
    private const string No = "Deze brief kan niet met de post. Bespreek hem zelf, bijvoorbeeld aan de telefoon of op het spreekuur.";

    // That a parent lives elsewhere stands beside the name: it says nothing hidden.
    private const string Elsewhere = "Van deze ouder staat hier geen adres. Geef de brief zelf, bijvoorbeeld op het spreekuur.";

    /// <summary>What one reads instead: for any ground the same, except that a parent has no address here.</summary>
    public static string Refusal(PersonCard? to) => to is { Relation: Relation.ParentElsewhere } ? Elsewhere : No;

    /// <summary>The one rule for post: visits and post are free, the address is known, theirs and no secret, nobody at the table is shielded, and the person takes post.</summary>
    public static PostRule Of(ContactRules contact, HouseholdCard household, PersonCard to) =>
        new(contact.MayVisitAndWrite && household is { Secrecy: false, Safety: SafetyMark.None, Street: not null, HouseNumber: not null } && to is { NoPost: false, Safety: SafetyMark.None, Relation: not Relation.ParentElsewhere });
}

public static class ContactRuleQueries
{
    private const string Why = "that it is held, never why";

    private static readonly CompiledQuery<HouseholdId, ContactHold> Held = new((work, household) => work.Unscoped<ContactHold>(Why).Where(h => h.Household == household && h.Blocks && h.ReleasedAt == null).Take(1));

    extension(Work work)
    {
        /// <summary>Whether a letter to someone of a household that the actor may open can go by post, now.</summary>
        public async Task<PostRule> PostRule(HouseholdCard household, PersonCard to, CancellationToken cancel = default) =>
            Contract.PostRule.Of(await work.ContactRules(household, cancel), household, to);

        /// <summary>Of a household that the actor may open. A hold says nothing of its ground: some are drawn by lot (ADR 0042).</summary>
        public async Task<ContactRules> ContactRules(HouseholdCard household, CancellationToken cancel = default)
        {
            if (work.Now < household.ContactFrom) return new(false, household.ContactFrom);
            return new(await work.Beyond(Why, () => Held.One(work, household.Id, cancel)) is null, null);
        }
    }
}
