using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Records;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;
using Samenkracht.Residents.Requests;

namespace Samenkracht.Residents.Copy;

/// <summary>Kopie: what one asked about one's own data, and the answer.</summary>
internal sealed class RequestCopy : ICopySource
{
    public int Order => 60;

    public async Task<IReadOnlyList<CopyPart>> For(Work work, CopySubject whom, CancellationToken cancel)
    {
        var person = new PersonId(whom.Person);
        // What another asked for them is that one's: of two parents neither reads what the other asked, also not in the copy of the child (ADR 0095).
        var requests = await work.Query<PersonRequest>().AsNoTracking().Where(r => r.AskedBy == person || (r.Person == person && r.AskedBy == null)).OrderBy(r => r.AskedAt).ToListAsync(cancel);
        var ids = requests.Where(r => r.Restricts).Select(r => r.Id).ToArray();
        var restrictions = ids.Length == 0 ? [] : await work.Query<Restriction>().AsNoTracking().Where(r => ids.Contains(r.Request)).ToDictionaryAsync(r => r.Request, cancel);
        return
        [
            new("verzoeken", "Uw verzoeken", "Wat u over uw gegevens vroeg, en ons antwoord.",
            [
                .. requests.Where(r => whom.MayHold(r.Words, r.Answer, r.ExtendedBecause, restrictions.GetValueOrDefault(r.Id)?.EndsBecause)).Select(r => (IReadOnlyList<CopyValue>)
                [
                    new("soort", "Soort", r.Kind.Label()),
                    new("woorden", "Wat u schreef", whom.Veil(r.Words)),
                    new("gevraagdOp", "Gevraagd op", r.AskedAt),
                    new("uiterlijk", "Antwoord uiterlijk", r.DueOn),
                    new("verlengdOmdat", "Langer, omdat", whom.Veil(r.ExtendedBecause)),
                    new("uitkomst", "Uitkomst", r.RefusalGround is { } ground ? $"{r.Outcome!.Value.Label()}: {ground.Label().ToLowerInvariant()}" : r.Outcome?.Label()),
                    new("antwoord", "Antwoord", whom.Veil(r.Answer)),
                    new("beantwoordOp", "Beantwoord op", r.AnsweredAt),
                    new("beperktTot", "Verwerking beperkt tot", restrictions.GetValueOrDefault(r.Id)?.EndsAt),
                    new("beperktTotOmdat", "De beperking stopt, omdat", whom.Veil(restrictions.GetValueOrDefault(r.Id)?.EndsBecause)),
                ]),
            ]),
        ];
    }
}
