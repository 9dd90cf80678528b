using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;

namespace Samenkracht.Residents.People;

/// <summary>Persoon: someone who lives in a household.</summary>
internal sealed class Person : IVersioned
{
    private Person() { }

    public PersonId Id { get; private init; }
    public HouseholdId Household { get; private init; }
    public string Name { get; private set; } = "";
    public string SearchName { get; private set; } = "";
    /// <summary>The whole name by keyed hash, of who is hidden; null of others.</summary>
    public string? NameKey { get; private set; }
    public DateOnly? BirthDate { get; private set; }
    /// <summary>The same day as the database compares it; null of who lies in the safety compartment, who signs in nowhere.</summary>
    public DateOnly? BornOn { get; private set; }
    public Relation Relation { get; private set; }
    public string? Phone { get; private set; }
    /// <summary>In the safety compartment: that this person is here must not be known.</summary>
    public SafetyMark Safety { get; private set; }
    /// <summary>The hours in which it is safe to call, in Amsterdam; null when any hour is.</summary>
    public TimeOnly? CallFrom { get; private set; }
    public TimeOnly? CallUntil { get; private set; }
    public bool NoPost { get; private set; }
    /// <summary>The burgerservicenummer, sealed, and the keyed hash by which it is found; null when none was needed.</summary>
    public byte[]? Bsn { get; private set; }
    public byte[]? BsnHash { get; private set; }
    public int Version { get; private set; }

    public static Person In(HouseholdId household, NewPerson wanted, FindForm form, PersonId? id = null)
    {
        var person = new Person { Id = id ?? Kernel.Id.New<PersonId>(), Household = household };
        person.Describe(wanted, form);
        return person;
    }

    public void Describe(NewPerson wanted, FindForm form)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(wanted.Name);
        (Name, BirthDate, Relation) = (wanted.Name.Trim(), wanted.BirthDate, wanted.Relation);
        Phone = string.IsNullOrWhiteSpace(wanted.Phone) ? null : wanted.Phone.Trim();
        (CallFrom, CallUntil, NoPost) = (wanted.CallFrom, wanted.CallUntil, wanted.NoPost);
        KeepFindable(form);
    }

    public void Identify(byte[]? bsn, byte[]? hash) => (Bsn, BsnHash) = (bsn, hash);

    public void Shield(SafetyMark safety, FindForm form)
    {
        Safety = safety;
        KeepFindable(form);
    }

    /// <summary>By the name; of who is hidden, alone or with the household, without being readable.</summary>
    public void KeepFindable(FindForm household)
    {
        var form = household.For(Safety);
        SearchName = form.Words(Name);
        NameKey = form.IsHidden ? form.Key(SearchText.Of(Name)) : null;
        BornOn = form.Safety == SafetyMark.Shielded ? null : BirthDate;
    }
}
