using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Records;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;
using Samenkracht.Support.Contract;
using Samenkracht.Support.Converse;
using Samenkracht.Support.Letters;
using Samenkracht.Support.Plans;
using Samenkracht.Support.Show;

namespace Samenkracht.Support.Copy;

/// <summary>Kopie: questions, plans with goals and agreements, what one said of them, and what happened.</summary>
internal sealed class SupportCopy : ICopySource
{
    private const int MostLines = 5_000;

    public int Order => 30;

    public async Task<IReadOnlyList<CopyPart>> For(Work work, CopySubject whom, CancellationToken cancel)
    {
        var person = new PersonId(whom.Person);
        var reach = await work.ReachOf(await work.People.SingleAsync(p => p.Id == person, cancel), cancel);
        var goals = await Goals(work, whom, reach, cancel);
        return
        [
            new("vragen", "Uw vragen", "Wat u vroeg of wat voor u werd gevraagd, en hoe het afliep.", await Questions(work, whom, reach, cancel)),
            new("doelen", "Uw doelen", "Wat er anders moest worden.", [.. goals.Select(Told)]),
            new("afspraken", "Uw afspraken", "Wie wat zou doen.", await Agreements(work, whom, reach, [.. goals.Select(g => g.Id)], cancel)),
            new("gesprekken", "Gesprekken", "Wat er van een gesprek is opgeschreven.", await Conversations(work, whom, reach, cancel)),
            new("brieven", "Uw brieven en besluiten", "Wat u is gestuurd.", await Letters(work, whom, reach, cancel)),
            new("oordelen", "Wat u van het plan vond", "Uw goedkeuring, of waarom u het er niet mee eens was.", await Approvals(work, whom, cancel)),
            new("gebeurtenissen", "Wat er gebeurde", "Elke wijziging: wanneer, wat en door wie.", await Events(work, whom, reach, cancel)),
        ];

        IReadOnlyList<CopyValue> Told(Goal goal) =>
        [
            new("doel", "Doel", whom.Veil(goal.Text)),
            new("vanWie", "Van wie", whom.Veil(goal.Whose)),
            new("wet", "Wet", goal.Law.Label()),
            new("gesteldOp", "Gesteld op", goal.SetAt),
            new("bereiktOp", "Bereikt op", goal.ReachedAt),
        ];
    }

    /// <summary>The rule of every copy, on top of what its maker may see: nothing of the safety compartment, about another at home or past the person's own door, and what someone keeps for themself only when that is the person.</summary>
    internal static IQueryable<T> MayGo<T>(Work work, CopySubject whom, OwnReach reach) where T : class, IAboutPerson
    {
        var (person, whole, children) = (new PersonId(whom.Person), reach.Whole, reach.Children);
        return work.Query<T>().AsNoTracking().Where(i => i.Household == whom.Household && i.Safety == SafetyMark.None
            && (i.About == person || (i.About == null && (i.Law == Law.Jeugdwet ? children : whole))) && (i.Audience != Audience.Author || i.Author == whom.Account));
    }

    private static async Task<IReadOnlyList<IReadOnlyList<CopyValue>>> Questions(Work work, CopySubject whom, OwnReach reach, CancellationToken cancel)
    {
        var may = MayGo<Ask.Question>(work, whom, reach).Select(q => q.Id);
        var questions = await work.Questions.Where(q => may.Contains(q.Id)).OrderBy(q => q.AskedAt).ToListAsync(cancel);
        return
        [
            .. questions.Where(q => whom.MayHold(q.Text)).Select(q => (IReadOnlyList<CopyValue>)
            [
                new("vraag", "Vraag", whom.Veil(q.Text)),
                new("thema", "Gaat over", q.Theme.Label()),
                new("wet", "Wet", q.Law.Label()),
                new("gesteldOp", "Gesteld op", q.AskedAt),
                new("afgeslotenOp", "Afgesloten op", q.ClosedAt),
                new("afloop", "Hoe het afliep", q.Outcome?.Label()),
            ]),
        ];
    }

    private static async Task<IReadOnlyList<IReadOnlyList<CopyValue>>> Conversations(Work work, CopySubject whom, OwnReach reach, CancellationToken cancel) =>
    [
        .. (await MayGo<Conversation>(work, whom, reach).OrderBy(c => c.HeldOn).ToListAsync(cancel)).Where(c => whom.MayHold(c.Text)).Select(c => (IReadOnlyList<CopyValue>)
            [new("op", "Op", c.HeldOn), new("tekst", "Wat er is opgeschreven", whom.Veil(c.Text)), new("wet", "Wet", c.Law.Label())]),
    ];

    // A draft is not yet anything that was said.
    private static async Task<IReadOnlyList<IReadOnlyList<CopyValue>>> Letters(Work work, CopySubject whom, OwnReach reach, CancellationToken cancel) =>
    [
        .. (await MayGo<Letter>(work, whom, reach).Where(l => l.SentAt != null).OrderBy(l => l.SentAt).ToListAsync(cancel)).Where(l => whom.MayHold(l.Subject, l.Text, l.Outcome)).Select(l => (IReadOnlyList<CopyValue>)
        [
            new("verstuurdOp", "Verstuurd op", l.SentAt), new("soort", "Soort", l.Kind.Label()), new("onderwerp", "Onderwerp", whom.Veil(l.Subject)), new("tekst", "Tekst", whom.Veil(l.Text)),
            new("besluit", "Besluit", whom.Veil(l.Outcome)), new("kenmerk", "Kenmerk", l.Reference), new("namens", "Namens", l.DecidedFor), new("bezwaarTot", "Bezwaar tot", l.ObjectionUntil), new("bezwaarAdres", "Bezwaar bij", l.ObjectionAddress), new("wet", "Wet", l.Law.Label()),
        ]),
    ];

    // A goal of another at home is theirs to ask for.
    private static async Task<List<Goal>> Goals(Work work, CopySubject whom, OwnReach reach, CancellationToken cancel) =>
        [.. (await MayGo<Goal>(work, whom, reach).OrderBy(g => g.SetAt).ToListAsync(cancel)).Where(g => whom.MayHold(g.Text, g.Whose) && !whom.NamesAnother(g.Whose))];

    private static async Task<IReadOnlyList<IReadOnlyList<CopyValue>>> Agreements(Work work, CopySubject whom, OwnReach reach, GoalId[] goals, CancellationToken cancel)
    {
        var actions = await MayGo<PlanAction>(work, whom, reach).Where(a => goals.Contains(a.Goal)).OrderBy(a => a.AgreedAt).ToListAsync(cancel);
        return
        [
            .. actions.Where(a => whom.MayHold(a.Text, a.DoerName)).Select(a => (IReadOnlyList<CopyValue>)
            [
                new("afspraak", "Afspraak", whom.Veil(a.Text)),
                new("wie", "Wie", whom.Veil(a.DoerName) ?? a.Doer.Label()),
                new("wet", "Wet", a.Law.Label()),
                new("voor", "Voor", a.DueOn),
                new("hoeVaak", "Hoe vaak", a.Rhythm.Label()),
                new("gedaanOp", "Gedaan op", a.DoneAt),
            ]),
        ];
    }

    private static async Task<IReadOnlyList<IReadOnlyList<CopyValue>>> Approvals(Work work, CopySubject whom, CancellationToken cancel)
    {
        var plans = work.Query<Plan>().Where(p => p.Household == whom.Household).Select(p => p.Id);
        var own = await work.Query<PlanApproval>().AsNoTracking().Where(a => plans.Contains(a.Plan) && a.ByAccount == whom.Account).OrderBy(a => a.At).ToListAsync(cancel);
        return
        [
            .. own.Where(a => whom.MayHold(a.Words)).Select(a => (IReadOnlyList<CopyValue>)
                [new("op", "Op", a.At), new("versie", "Versie van het plan", a.Edition.ToString()), new("oordeel", "U zei", a.Agrees ? "ja" : "nee"), new("woorden", "Uw woorden", whom.Veil(a.Words))]),
        ];
    }

    // Without their contents: those stand above, as far as they belong here.
    private static async Task<IReadOnlyList<IReadOnlyList<CopyValue>>> Events(Work work, CopySubject whom, OwnReach reach, CancellationToken cancel)
    {
        var only = reach.Whole ? null : (IReadOnlyCollection<Guid>)[whom.Person, .. await MayGo<AnyItem>(work, whom, reach).Select(i => i.Id).ToListAsync(cancel)];
        return
        [
            .. (await work.OwnRequestsOnly(await HouseholdTimeline.ReadForCopy(work, whom.Household, whom.Account, only, MostLines, cancel), whom.Household, new PersonId(whom.Person), cancel))
                .Where(e => !e.Kind.Personal || e.Account == whom.Account).Select(e => (IReadOnlyList<CopyValue>)
                [new("op", "Op", e.At), new("wat", "Wat", e.Kind.Dutch), new("door", "Door", e.Role.Label()), new("wet", "Wet", e.Law?.Label())]),
        ];
    }
}
