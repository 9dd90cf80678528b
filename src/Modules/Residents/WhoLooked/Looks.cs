using Microsoft.EntityFrameworkCore;
using Samenkracht.Access.Contract;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Reading;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Circles;
using Samenkracht.Residents.Contract;

namespace Samenkracht.Residents.WhoLooked;

/// <summary>Eén keer meekijken, as the resident reads it.</summary>
/// <param name="Who">A name for someone of the circle, now or before; otherwise function and organisation (C-579/21: names only if indispensable).</param>
/// <param name="MayAsk">Who it was is left out here, and can be asked.</param>
internal sealed record Look(string? Line, DateTimeOffset At, string Who, string Organisation, LookEvent Event, string What, Purpose Purpose, bool MayAsk);

/// <summary>Wie keek mee: a page of the looks at one household.</summary>
/// <param name="AskUrl">Where one asks for a name, ending where the line's trace goes.</param>
/// <param name="Lists">Also where the name only stood in a list.</param>
/// <param name="IsPart">Only who works for this person or their child: who comes to the others at home is theirs to tell.</param>
internal sealed record Looks(IReadOnlyList<Look> Lines, int Page, int Total, string AskUrl, bool Lists, bool IsPart)
{
    public const int Size = 25;

    public static async Task<Looks> Read(Work work, ReadLog reads, HouseholdId household, int page, bool lists, CancellationToken cancel)
    {
        // Also the look that is made right now.
        await work.Kept;
        var safety = await work.SeesSafety(household, cancel);
        // A line with the name of somebody hidden, or of who stands beside them, would tell that they are here.
        var self = work.Actor.Role != Role.Resident ? null : await work.Self.FirstOrDefaultAsync(p => p.Household == household, cancel);
        var others = self is null ? null : await Others(work, reads, self, work.Actor.Account, cancel);
        var without = safety ? [] : (IReadOnlyCollection<AccountId>)[.. await work.HiddenLookers(household, cancel), .. others ?? []];
        var total = await reads.Count(work.Actor, household, safety, lists, without, cancel);
        page = Math.Clamp(page, 1, Math.Max(1, (total + Size - 1) / Size));
        var lines = await reads.Of(work.Actor, household, (page - 1) * Size, Size, safety, lists, without, cancel);
        return new Looks(await Tell(work, household, lines, work.Actor.Account, cancel), page, total, AskFrom(work.Actor, household), lists, others is not null);
    }

    /// <summary>Whose looks are left out for somebody who does not read of the whole household; null for who does.</summary>
    public static async Task<IReadOnlyCollection<AccountId>?> Others(Work work, ReadLog reads, PersonCard person, AccountId? self, CancellationToken cancel)
    {
        var reach = await work.ReachOf(person, cancel);
        if (reach.Whole) return null;
        var near = reach.Of(await work.Circle(person.Household, former: true, cancel), person.Id).Select(m => m.Who.Id).ToHashSet();
        return [.. (await reads.Lookers(work.Actor, person.Household, cancel)).Where(who => who != self && !near.Contains(who))];
    }

    /// <summary>The lines in the words of the resident.</summary>
    /// <param name="self">Whose own looks are "uzelf".</param>
    public static async Task<IReadOnlyList<Look>> Tell(Work work, HouseholdId household, IReadOnlyList<ReadLine> lines, AccountId? self, CancellationToken cancel)
    {
        var names = await work.AccountNames(lines.Select(l => l.Account).OfType<AccountId>(), cancel);
        var circle = (await work.Query<CircleMember>().Where(m => m.Household == household).Select(m => m.Account).ToListAsync(cancel)).ToHashSet();
        var organisations = await work.Organisations.ToDictionaryAsync(o => o.Id, o => o.Name, cancel);
        return [.. lines.Select(Told)];

        Look Told(ReadLine line)
        {
            var who = line.Account is { } id && names.TryGetValue(id, out var card) ? card : null;
            var own = line.Account is not null && line.Account == self;
            var named = who is not null && (circle.Contains(who.Id) || !who.Role.IsProfessional());
            var name = own ? "uzelf" : who is null ? line.Role.Label() : named ? who.Name : Function(who, line);
            // That somebody asked something about their own data is not for the others at home; in the log it keeps its own purpose.
            var purpose = line.Purpose == Purpose.DataRights && !own ? Purpose.Support : line.Purpose;
            return new Look(line.Trace, line.At, name, line.Organisation is { } o ? organisations.GetValueOrDefault(o, "") : "", line.Event, line.What, purpose, who is not null && !named && !own && line.Trace is not null);
        }
    }

    private static string AskFrom(Actor actor, HouseholdId household) =>
        actor.Role == Role.Resident ? "/mijn/verzoeken/nieuw?soort=Names&regel=" : $"/huishoudens/{household}/verzoek?soort=Names&regel=";

    private static string Function(AccountCard who, ReadLine line) => who.Function.Length > 0 ? who.Function : line.Role.Label();
}
