using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Time;
using Samenkracht.Residents.Contract;
using Samenkracht.Residents.Safety;
using Samenkracht.Web.Access;

namespace Samenkracht.Residents.People;

/// <summary>Wie wonen hier: the people of a household, and someone to add.</summary>
[Allow(Permission.WorkWithHouseholds, Permission.HandleSafety)]
internal sealed class PeopleModel(Storage storage, ReadLog reads) : HouseholdPage
{
    [BindProperty]
    public PersonForm Input { get; set; } = new();

    public IReadOnlyList<PersonCard> People { get; private set; } = [];

    /// <summary>Who of them can sign in.</summary>
    public IReadOnlySet<PersonId> SigningIn { get; private set; } = new HashSet<PersonId>();

    public async Task<IActionResult> OnGet()
    {
        await using var work = await storage.Read(Actor, Cancel);
        if (!await Look(work, reads, "Wie wonen hier")) return NotFound();
        await Load(work);
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        await using var work = await storage.Begin(Actor, Cancel);
        if (!await Find(work)) return NotFound();
        await Load(work);
        foreach (var (field, words) in Input.Wrong(Amsterdam.Date(work.Now))) Refuse($"Input.{field}", words);
        if (!ModelState.IsValid) return Page();
        var because = work.Because(ResidentEvents.PersonAdded);
        var person = Person.In(Id, Input.Wanted(), new FindForm(work.Secrets, Household.Safety, Household.Secrecy), OnceId<PersonId>());
        work.Add(person);
        await work.Note(because, person.Id.Value, Id, Input, Cancel);
        return await Saved(work, last: () => HoldContacts.PlaceNamed(work, Household, person, Cancel)) ? Done($"{HouseholdUrl}/mensen", "Toegevoegd.") : Page();
    }

    private async Task Load(Work work)
    {
        People = [.. (await work.PeopleOf(Id, Cancel)).OrderBy(p => p.Relation)];
        var ids = People.Select(p => p.Id).ToArray();
        SigningIn = (await work.Query<ResidentAccount>().Where(r => ids.Contains(r.Person)).Select(r => r.Person).ToListAsync(Cancel)).ToHashSet();
    }
}

/// <summary>What is typed of a person.</summary>
internal sealed class PersonForm
{
    private const int OldestAge = 130;

    [Required(ErrorMessage = "Schrijf de naam op."), StringLength(100)]
    public string? Name { get; set; }

    public Relation? Relation { get; set; }

    public DateOnly? BirthDate { get; set; }

    [StringLength(30)]
    public string? Phone { get; set; }

    public TimeOnly? CallFrom { get; set; }

    public TimeOnly? CallUntil { get; set; }

    public bool NoPost { get; set; }

    /// <summary>What cannot be so, as (field, words).</summary>
    internal IEnumerable<(string Field, string Words)> Wrong(DateOnly today)
    {
        if (Relation is null) yield return (nameof(Relation), "Kies de plaats in het huishouden.");
        if ((CallFrom is null) != (CallUntil is null)) yield return (nameof(CallUntil), "Vul bij bellen beide tijden in, of geen van beide.");
        else if (CallFrom is not null && CallUntil == CallFrom) yield return (nameof(CallUntil), "Dit is twee keer dezelfde tijd. Mag bellen altijd? Laat dan beide leeg.");
        if (BirthDate > today || BirthDate < today.AddYears(-OldestAge)) yield return (nameof(BirthDate), "Kijk de geboortedatum na: dit kan niet.");
    }

    internal NewPerson Wanted() => new(Name!, Relation!.Value, BirthDate, Phone, CallFrom, CallUntil, NoPost);

    internal static PersonForm Of(Person person) => new()
    {
        Name = person.Name,
        Relation = person.Relation,
        BirthDate = person.BirthDate,
        Phone = person.Phone,
        CallFrom = person.CallFrom,
        CallUntil = person.CallUntil,
        NoPost = person.NoPost,
    };
}
