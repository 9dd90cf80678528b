using Microsoft.AspNetCore.Mvc;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Records;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;
using Samenkracht.Support.Contract;
using Samenkracht.Web.Access;

namespace Samenkracht.Records.Copy;

/// <summary>Kopie geven: the contact person answers a request for a copy, after reading whether it holds anything of another (AVG art. 15, fourth paragraph).</summary>
[Allow(Permission.WorkWithHouseholds)]
internal sealed class HouseholdCopyModel(Storage storage, ReadLog reads, IEnumerable<ICopySource> sources) : HouseholdPage
{
    /// <summary>Of whom.</summary>
    [BindProperty(SupportsGet = true, Name = "voor")]
    public PersonId? Person { get; set; }

    public IReadOnlyList<PersonCard> People { get; private set; } = [];

    /// <summary>Null as long as nobody is chosen.</summary>
    public PersonalCopy? Copy { get; private set; }

    /// <summary>Something of the safety compartment is told in person; read by who sees it, and never in the copy itself.</summary>
    public bool OnlyInPerson { get; private set; }

    private CopySubject? whom;

    public async Task<IActionResult> OnGet() => await Make() ? Page() : NotFound();

    public Task<IActionResult> OnPostFile() => Give(CopyForm.Html);

    public Task<IActionResult> OnPostJson() => Give(CopyForm.Json);

    private async Task<IActionResult> Give(CopyForm form) =>
        await Make() && whom is not null && Copy is not null ? await CopyDesk.Give(storage, Actor, whom, Copy, form, Cancel) : NotFound();

    private async Task<bool> Make()
    {
        await using var work = await storage.Read(Actor, Cancel);
        if (!await Find(work) || !await work.AnswersFor(Household, Cancel)) return false;
        if (Person is { } person && (whom = await work.CopySubject(Id, person, Cancel)) is null) return false;
        await Look(work, reads, Person is null ? "Kopie voorbereiden" : "Kopie van gegevens");
        if (whom is not null) (Copy, OnlyInPerson) = (await PersonalCopy.Make(work, whom, sources, Cancel), await work.IsToldInPerson(Id, Cancel));
        else People = [.. (await work.PeopleOf(Id, Cancel)).Where(p => p.Safety == SafetyMark.None)];
        return true;
    }
}
