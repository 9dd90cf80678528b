using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel.Records;
using Samenkracht.Kernel.Storage;
using Samenkracht.PolicyTable.Agenda;

namespace Samenkracht.PolicyTable.Copy;

/// <summary>Kopie: what someone said of an answer.</summary>
internal sealed class OpinionCopy : ICopySource
{
    public int Order => 55;

    public async Task<IReadOnlyList<CopyPart>> For(Work work, CopySubject whom, CancellationToken cancel)
    {
        var given = await work.Query<AnswerOpinion>().AsNoTracking().Where(o => o.Household == whom.Household && o.GivenBy == whom.Account && o.GivenBy != null)
            .OrderBy(o => o.GivenAt).ToListAsync(cancel);
        return
        [
            new("meningen", "Wat u van een antwoord vond", "Uw mening over een antwoord van de beleidstafel.",
            [
                .. given.Where(o => whom.MayHold(o.Words)).Select(o => (IReadOnlyList<CopyValue>)
                    [new("op", "Op", o.GivenAt), new("oordeel", "Is dit een antwoord?", o.IsAnswer ? "ja" : "nee"), new("woorden", "Uw woorden", whom.Veil(o.Words))]),
            ]),
        ];
    }
}
