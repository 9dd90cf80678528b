using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Kernel.Time;
using Samenkracht.Residents.Contract;

namespace Samenkracht.Support.Consent;

/// <summary>Stand van een vraag om instemming.</summary>
internal enum ConsentState
{
    [Label("nog geen antwoord")] Open,
    [Label("ja")] Agreed,
    [Label("nee")] Refused,
}

/// <summary>Antwoord: what somebody said, and when.</summary>
internal sealed record Said(PersonId By, DateTimeOffset At, bool Agrees);

/// <summary>Vraag om instemming met de antwoorden, as far as the actor may see them.</summary>
internal sealed record ConsentView(ConsentRequest Request, PersonCard? Asked, string From, string With, ConsentState State, IReadOnlyList<ConsentAnswer> Answers, IReadOnlyList<LawfulSharing> Shared,
    IReadOnlyDictionary<AccountId, AccountCard> Writers, IReadOnlyDictionary<PersonId, PersonCard> People)
{
    /// <summary>The last answer of who counts; null while there is none.</summary>
    public ConsentAnswer? Last => Answers is [var last, ..] ? last : null;

    /// <summary>", mondeling, opgeschreven door Noor van Vliet"; empty for who answered themselves.</summary>
    public string Spoken(ConsentAnswer answer) => answer.Spoken ? $", mondeling, opgeschreven door {Writers.GetValueOrDefault(answer.ByAccount)?.Name ?? "iemand van de kring"}" : "";

    /// <summary>", Dina Vos als ouder"; empty for who was asked themselves.</summary>
    public string Speaker(ConsentAnswer answer) => answer.ByPerson == Request.About ? "" : $", {People.GetValueOrDefault(answer.ByPerson)?.Name ?? "een ouder"} als ouder";

    /// <summary>Who answers now: until 12 the parents, from 12 to 16 the child and the parents, from 16 the one asked alone. One no is a no.</summary>
    public static ConsentState StateOf(PersonId asked, bool parentsCount, IEnumerable<Said> answers)
    {
        var last = answers.Where(a => a.By == asked || parentsCount).GroupBy(a => a.By).Select(own => own.MaxBy(a => a.At)!).ToList();
        return last.Count == 0 ? ConsentState.Open : last.All(a => a.Agrees) ? ConsentState.Agreed : ConsentState.Refused;
    }

    /// <summary>Whether parents decide along: for a child under 16 (Jeugdwet art. 7.3.4 and 7.3.5).</summary>
    public static bool ParentsCount(PersonCard? asked, DateOnly today) => ParentsCount(asked?.Relation, asked?.BirthDate, today);

    public static bool ParentsCount(Relation? asked, DateOnly? born, DateOnly today) => asked == Relation.Child && !(born <= today.AddYears(-Ages.DecidesAlone));

    public static async Task<IReadOnlyList<ConsentView>> Of(Work work, IQueryable<ConsentRequest> some, CancellationToken cancel)
    {
        var requests = await some.ToListAsync(cancel);
        if (requests.Count == 0) return [];
        var (ids, people) = (requests.Select(r => r.Id).ToArray(), requests.Select(r => r.About).OfType<PersonId>().ToArray());
        var answers = (await work.Query<ConsentAnswer>().Where(a => ids.Contains(a.Request)).OrderByDescending(a => a.At).ToListAsync(cancel)).ToLookup(a => a.Request);
        var shared = (await work.Query<LawfulSharing>().Where(s => ids.Contains(s.Request)).OrderByDescending(s => s.At).ToListAsync(cancel)).ToLookup(s => s.Request);
        people = [.. people, .. answers.SelectMany(a => a).Select(a => a.ByPerson)];
        // What one says is for who works here. Of those at home each reads their own words: a child's reason may be about the parent who reads along.
        var atHome = !work.Actor.IsSystem && !work.Actor.Role.IsProfessional();
        var self = atHome ? (await work.Self.FirstOrDefaultAsync(cancel))?.Id : null;
        var cards = await work.People.Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancel);
        var organisations = await work.Organisations.ToDictionaryAsync(o => o.Id, o => o.Name, cancel);
        var today = Amsterdam.Date(work.Now);
        var writers = await work.AccountNames(answers.SelectMany(a => a).Where(a => a.Spoken).Select(a => a.ByAccount), cancel);
        return
        [
            .. requests.Select(r =>
            {
                var asked = r.About is { } id ? cards.GetValueOrDefault(id) : null;
                var state = StateOf(r.About ?? default, ParentsCount(asked, today), answers[r.Id].Select(a => new Said(a.ByPerson, a.At, a.Agrees)));
                ConsentAnswer[] told = [.. answers[r.Id].Select(a => atHome && a.ByPerson != self ? a.WithoutWords() : a)];
                return new ConsentView(r, asked, organisations.GetValueOrDefault(r.Controller, ""), organisations.GetValueOrDefault(r.WithOrganisation, ""), state, told, [.. shared[r.Id]], writers, cards);
            }),
        ];
    }
}
