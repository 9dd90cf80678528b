using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Records;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;
using Samenkracht.Residents.WhoLooked;

namespace Samenkracht.Residents.Copy;

/// <summary>Kopie: who looked, as the resident reads it at "Wie keek mee".</summary>
internal sealed class LooksCopy(ReadLog reads) : ICopySource
{
    private const int Most = 10_000;

    public int Order => 90;

    public async Task<IReadOnlyList<CopyPart>> For(Work work, CopySubject whom, CancellationToken cancel)
    {
        await work.Kept;
        var person = new PersonId(whom.Person);
        var others = await Looks.Others(work, reads, await work.People.SingleAsync(p => p.Id == person, cancel), whom.Account, cancel);
        var lines = await reads.Of(work.Actor, whom.Household, 0, Most, safety: false, without: others, cancel: cancel);
        // Whoever makes the copy, it is read by this one: as on the page, without what others at home opened.
        lines = [.. lines.Where(l => l.Account == whom.Account || l.Role is not (Role.Resident or Role.Supporter))];
        var looks = await Looks.Tell(work, whom.Household, lines, self: whom.Account, cancel);
        return
        [
            new("inzage", "Wie keek mee", "Elke keer dat u, of iemand die hier werkt, iets van uw huishouden opende. Van wie in uw kring zit of zat, staat de naam erbij.",
            [
                .. looks.Select(l => (IReadOnlyList<CopyValue>)
                [
                    new("wanneer", "Wanneer", l.At),
                    new("wie", "Wie", l.Who),
                    new("organisatie", "Organisatie", l.Organisation.Length > 0 ? l.Organisation : null),
                    new("wat", "Wat", l.What),
                    new("waarvoor", "Waarvoor", l.Purpose.Label()),
                ]),
            ]),
        ];
    }
}
