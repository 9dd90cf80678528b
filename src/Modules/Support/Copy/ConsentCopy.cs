using Samenkracht.Kernel;
using Samenkracht.Kernel.Records;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;
using Samenkracht.Support.Consent;

namespace Samenkracht.Support.Copy;

/// <summary>Kopie: what one was asked to agree to, and what one answered.</summary>
internal sealed class ConsentCopy : ICopySource
{
    public int Order => 35;

    public async Task<IReadOnlyList<CopyPart>> For(Work work, CopySubject whom, CancellationToken cancel)
    {
        var asked = await ConsentView.Of(work, SupportCopy.MayGo<ConsentRequest>(work, whom, new OwnReach(Whole: false, Children: false)).OrderBy(r => r.AskedAt), cancel);
        return [new("instemming", "Wat wij u vroegen", "Of u hulp wilde, en of wij iets met anderen mochten delen.", [.. asked.Where(c => whom.MayHold(c.Request.What, c.Request.Why)).Select(Told)])];

        IReadOnlyList<CopyValue> Told(ConsentView about) =>
        [
            new("vraag", "Vraag", Consenting.Question(about)),
            new("waarover", "Waar het om ging", whom.Veil(about.Request.What)),
            new("waarom", "Waarom", whom.Veil(about.Request.Why)),
            new("gevraagdOp", "Gevraagd op", about.Request.AskedAt),
            new("antwoord", "Antwoord", about.State.Label()),
            // What another said for them, such as a parent, is that one's.
            new("toelichting", "Toelichting", whom.Veil(about.Answers.FirstOrDefault(a => a.ByPerson.Value == whom.Person)?.Words)),
        ];
    }
}
