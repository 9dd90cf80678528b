using Samenkracht.Geography.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Authority;
using Samenkracht.Residents.Circles;

namespace Samenkracht.Residents.Contract;

/// <summary>Huishoudkaart: a household as other modules may know it. Only ever of households that the actor may open.</summary>
public sealed record HouseholdCard
{
    public required HouseholdId Id { get; init; }
    public required string Name { get; init; }
    public string? Street { get; init; }
    public string? HouseNumber { get; init; }
    public string? Postcode { get; init; }
    public string? Place { get; init; }
    /// <summary>Null when unknown.</summary>
    public AreaCode? Buurt { get; init; }
    /// <summary>Geheimhouding: the address stays out of this card.</summary>
    public bool Secrecy { get; init; }
    public required string SearchText { get; init; }
    public SafetyMark Safety { get; init; }
    public DateTimeOffset KnownSince { get; init; }
    public DateTimeOffset ContactFrom { get; init; }
    /// <summary>Since when there is a vaste contactpersoon; null while the household is not in support.</summary>
    public DateTimeOffset? SupportedSince { get; init; }
    public AccountId? Coordinator { get; init; }
    public AccountId? Deputy { get; init; }
    public int Version { get; init; }

    /// <summary>How the actor is here, as it was read when the file was opened; null on a card from a list.</summary>
    public Standing? Standing { get; init; }

    /// <summary>The name as a heading.</summary>
    public string Title => char.ToUpper(Name[0]) + Name[1..];

    public Address Address => new(Street, HouseNumber, Postcode, Place, Buurt);

    /// <summary>As a list or a page shows it.</summary>
    public string AddressLine => Secrecy ? "geheim adres" : Address.ToString();
}

/// <summary>Plaats in de kring, of who opened a file: the laws that the membership covers, and whether it was named for the safety compartment.</summary>
/// <param name="IsRestricted">Somebody here asked that data be kept and not used, and that was granted (docs/adr/0107).</param>
public sealed record Standing(IReadOnlyList<Law> Laws, bool SeesSafety, bool IsRestricted = false);

public static class HouseholdQueries
{
    private const string Joined = "joined to households that the actor may open";

    /// <summary>Each word deepens the query: an unbounded number of them would overflow the stack, and that ends the whole process.</summary>
    private const int MostWords = 20;

    extension(Work work)
    {
        /// <summary>The households that the actor may open: as current member of the circle, as resident, as attention officer of the safety compartment.</summary>
        public IQueryable<HouseholdCard> Households => Cards(work, work.Query<Household>());

        /// <summary>Their ids alone, for what hangs on them.</summary>
        public IQueryable<HouseholdId> HouseholdIds => work.Query<Household>().Select(h => h.Id);

        /// <summary>All households but those of the safety compartment, to count with; to be asked within <see cref="Work.Beyond"/>.</summary>
        public IQueryable<HouseholdId> CountableHouseholds => work.Unscoped<Household>("counts only").Where(h => h.Safety == SafetyMark.None).Select(h => h.Id);

        /// <summary>Who lies in the safety compartment, to count without; to be asked within <see cref="Work.Beyond"/>.</summary>
        public IQueryable<PersonId> UncountablePeople => Sight.Hidden(work).Select(p => p.Id);

        /// <summary>Where a freeze of what parents see runs; to be asked within <see cref="Work.Beyond"/>.</summary>
        public IQueryable<HouseholdId> FrozenHouseholds => work.Unscoped<ViewFreeze>("only to leave out what a parent would read").Where(f => f.LiftedAt == null).Select(f => f.Household);

        /// <summary>Those of them in whose name, address or people every word occurs.</summary>
        public IQueryable<HouseholdCard> HouseholdsNamed(string? words) =>
            Sought(work, words) is { } sought ? Cards(work, Named(work, sought.Words, sought.Hidden)) : work.Households.Where(_ => false);
    }

    /// <summary>The words to look for, and how each stands in what is hidden. Null when there are only signs, such as a percent sign, which stand in no name; only who asks nothing gets all.</summary>
    internal static (string[] Words, string[] Hidden)? Sought(Work work, string? typed)
    {
        string[] words = [.. Kernel.SearchText.Of(typed).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Take(MostWords)];
        return words.Length == 0 && !string.IsNullOrWhiteSpace(typed) ? null : (words, [.. words.Select(w => FindForm.Word(work.Secrets, w))]);
    }

    /// <summary>The one search behind list, count, search and export.</summary>
    internal static IQueryable<Household> Named(Work work, string[] words, string[] hiddenWords)
    {
        var (found, people) = (work.Query<Household>(), work.People);
        foreach (var (word, hidden) in words.Zip(hiddenWords))
            found = found.Where(h => h.SearchText.Contains(word) || h.SearchText.Contains(hidden) || people.Any(p => p.Household == h.Id && (p.SearchName.Contains(word) || p.SearchName.Contains(hidden))));
        return found;
    }

    /// <summary>Those of these that have, or have not, a vaste contactpersoon.</summary>
    internal static IQueryable<Household> Supported(Work work, IQueryable<Household> households, bool supported = true) =>
        households.Where(h => work.Unscoped<SupportPeriod>(Joined).Any(s => s.Household == h.Id && s.EndedAt == null) == supported);

    /// <summary>The cards of these households. Narrow and page first: what is joined to each is weighed for each.</summary>
    internal static IQueryable<HouseholdCard> Cards(Work work, IQueryable<Household> households) =>
        from household in households
        join running in work.Unscoped<SupportPeriod>(Joined).Where(s => s.EndedAt == null) on household.Id equals running.Household into periods
        from period in periods.DefaultIfEmpty()
        join first in work.Unscoped<CircleMember>(Joined) on period.Coordinator equals first.Id into coordinators
        from coordinator in coordinators.DefaultIfEmpty()
        join second in work.Unscoped<CircleMember>(Joined) on period.Deputy equals second.Id into deputies
        from deputy in deputies.DefaultIfEmpty()
        select new HouseholdCard
        {
            Id = household.Id,
            Name = household.Name,
            Street = household.Secrecy ? null : household.Street,
            HouseNumber = household.Secrecy ? null : household.HouseNumber,
            Postcode = household.Secrecy ? null : household.Postcode,
            Place = household.Secrecy ? null : household.Place,
            Buurt = household.Secrecy ? null : household.BuurtCode,
            Secrecy = household.Secrecy,
            SearchText = household.SearchText,
            Safety = household.Safety,
            KnownSince = household.KnownSince,
            ContactFrom = household.ContactFrom,
            SupportedSince = (DateTimeOffset?)period.StartedAt,
            Coordinator = (AccountId?)coordinator.Account,
            Deputy = (AccountId?)deputy.Account,
            Version = household.Version,
        };
}
