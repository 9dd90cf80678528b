using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Circles;
using Samenkracht.Residents.Contract;
using Samenkracht.Residents.People;

namespace Samenkracht.Residents.Requests;

/// <summary>Zicht op een verzoek: one's own; those of a household that one coordinates or deputises (of the circle, while it has no contact person);
/// of destruction only with the Jeugdwet, under which it falls; and, for who decides on them, all that do not touch the safety compartment, by whose data it is, who asks or who is to be heard. There the attention officer decides.</summary>
internal static class RequestSight
{
    private const string Why = "Who decides on requests has no sight of households; what is asked is no more than this.";
    private const string Hidden = "only the ids of lines to leave out";

    private static readonly CompiledQuery<HouseholdId, PersonRequestId> UnseenOf = new((work, household) =>
    {
        var seen = work.Query<PersonRequest>();
        return work.Unscoped<PersonRequest>(Hidden).Where(r => r.Household == household && !seen.Any(s => s.Id == r.Id)).Select(r => r.Id);
    });

    public static IQueryable<PersonRequest> Visible(IQueryable<PersonRequest> all, Work work)
    {
        if (work.Actor.IsSystem) return all;
        if (work.Actor.Account is not { } account || work.Actor.Emergency is not null) return all.Where(_ => false);
        if (work.Actor.Role == Role.Resident) return OfOneself(all, work, account);
        if (work.Actor.May(Permission.HandleRequests)) return Open(all, work);
        return work.Actor.Role.IsProfessional() ? OfCircle(all, work, account) : all.Where(_ => false);
    }

    private static IQueryable<PersonRequest> OfOneself(IQueryable<PersonRequest> all, Work work, AccountId account)
    {
        // What one asked for a child, as long as one sees the child: authority may end, and what parents see may be frozen.
        var (own, held, households) = (Sight.Own(work, account), Sight.Held(work), Sight.Visible(work));
        // What a parent asks who is hidden, the child does not read either: a login can be forced.
        var hidden = Hiding(work);
        return all.Where(r => own.Any(p => (p.Id == r.Person && !hidden.Any(b => b.Id == r.AskedBy)) || (p.Id == r.AskedBy && held.Any(a => a.Parent == p.Id && a.Child == r.Person))) && households.Any(h => h.Id == r.Household));
    }

    private static IQueryable<PersonRequest> Open(IQueryable<PersonRequest> all, Work work)
    {
        // There the database shows who decides neither household nor person: it answers by a function (docs/adr/0041).
        if (work.IsPostgres) return work.Context.Set<PersonRequest>().FromSql($"SELECT * FROM person_request WHERE sight.decides(id, person, asked_by)");
        var (compartment, hidden, voices) = (Sight.Compartment(work), Hiding(work), work.Unscoped<RequestVoice>(Why));
        return all.Where(r => compartment.Any(h => h.Id == r.Household && h.Safety == SafetyMark.None)
            && !hidden.Any(p => p.Id == r.Person || p.Id == r.AskedBy || voices.Any(v => v.Request == r.Id && v.Person == p.Id)));
    }

    private static IQueryable<PersonRequest> OfCircle(IQueryable<PersonRequest> all, Work work, AccountId account)
    {
        var (people, guards) = (work.Query<Person>(), Sight.IsOfficer(work.Actor));
        var running = work.Unscoped<SupportPeriod>(Why).Where(s => s.EndedAt == null);
        var own = work.Unscoped<CircleMember>(Why).Where(m => m.Account == account && m.Until == null);
        var youth = Sight.Covered(work, account).Where(c => c.Law == Law.Jeugdwet);
        return all.Where(r => people.Any(p => p.Id == r.Person) && (r.AskedBy == null || people.Any(p => p.Id == r.AskedBy))
            && (guards || r.Kind != RequestKind.Destroy || youth.Any(c => c.Household == r.Household))
            && (guards || !running.Any(s => s.Household == r.Household)
                || running.Any(s => s.Household == r.Household && own.Any(m => m.Id == s.Coordinator || m.Id == s.Deputy))));
    }

    private static IQueryable<Person> Hiding(Work work) => work.Unscoped<Person>(Why).Where(p => p.Safety == SafetyMark.Shielded);

    /// <summary>Requests of this household that the actor may not see: their lines are left out of its timeline.</summary>
    public static Task<List<PersonRequestId>> Unseen(Work work, HouseholdId household, CancellationToken cancel) => work.Beyond(Hidden, () => UnseenOf.List(work, household, cancel));

    /// <summary>Requests that another than this person made: no line about them goes into a copy, also when its maker sees them.</summary>
    public static Task<List<PersonRequestId>> Others(Work work, HouseholdId household, PersonId person, CancellationToken cancel) => work.Beyond(Hidden, () =>
        work.Unscoped<PersonRequest>(Hidden).Where(r => r.Household == household && r.AskedBy != person && (r.Person != person || r.AskedBy != null)).Select(r => r.Id).ToListAsync(cancel));

    /// <summary>Whether the other parents and the child agree is for who handles it, and for no parent to read. Of who is hidden only who sees the safety compartment
    /// knows that there is one: the attention officer hears them and decides.</summary>
    public static IQueryable<RequestVoice> Voices(IQueryable<RequestVoice> all, Work work)
    {
        if (work.Actor.IsSystem) return all;
        if (work.Actor.Role == Role.Resident) return all.Where(_ => false);
        var (requests, people) = (work.Query<PersonRequest>(), work.Query<Person>());
        // Who decides on all requests sees no people, and no request on which somebody is hidden.
        return work.Actor.May(Permission.HandleRequests) ? all.Where(v => requests.Any(r => r.Id == v.Request))
            : all.Where(v => requests.Any(r => r.Id == v.Request) && people.Any(p => p.Id == v.Person));
    }

    /// <summary>Whether the parent who asked can still ask for this child: authority may have ended since, the child may decide alone by now, and what parents see may be frozen.</summary>
    public static async Task<bool> StillAsks(Work work, PersonRequest seen, CancellationToken cancel) =>
        seen.AskedBy is not { } parent || await work.Beyond(Why, () => Sight.Held(work).AnyAsync(a => a.Parent == parent && a.Child == seen.Person, cancel));

    /// <summary>Who is to be heard, by name.</summary>
    public static async Task<IReadOnlyList<HeardVoice>> Heard(Work work, PersonRequest seen, CancellationToken cancel)
    {
        var voices = await work.Query<RequestVoice>().Where(v => v.Request == seen.Id).ToListAsync(cancel);
        if (voices.Count == 0) return [];
        var ids = voices.Select(v => v.Person).ToArray();
        var names = await work.Beyond(Why, () => work.Unscoped<Person>(Why).Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancel));
        return [.. voices.Select(v => new HeardVoice(v, names[v.Person]))];
    }

    /// <summary>Whose request it is, and which parent asks it: the names that who decides has to know.</summary>
    public static Task<Asker> AskerOf(Work work, PersonRequest seen, CancellationToken cancel) =>
        work.Beyond(Why, () => work.Unscoped<Person>(Why).Where(p => p.Id == seen.Person)
            .Select(p => new Asker(p.Name, p.BirthDate, work.Unscoped<Person>(Why).Where(b => b.Id == seen.AskedBy).Select(b => b.Name).FirstOrDefault())).SingleAsync(cancel));
}

/// <summary>Stem bij een verzoek, by name.</summary>
internal sealed record HeardVoice(RequestVoice Row, string Name);

/// <summary>Wie het vraagt.</summary>
/// <param name="Parent">Who asks it for them.</param>
internal sealed record Asker(string Name, DateOnly? BirthDate, string? Parent);
