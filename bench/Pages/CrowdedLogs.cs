using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Journal;
using Samenkracht.Support;

namespace Samenkracht.Bench.Pages;

/// <summary>Signals, what was done and who looked.</summary>
sealed partial class CrowdedTown
{
    const int LooksEach = 10, SignalsPerTeam = 6_000, OpenPerTeam = 400, Households100K = 100_000;

    static readonly JournalKind[] Kinds =
        [SupportEvents.Asked, SupportEvents.PlanStarted, SupportEvents.GoalSet, SupportEvents.Agreed, SupportEvents.Done, SupportEvents.ConversationKept, SupportEvents.LetterSent, SupportEvents.Changed];

    // With the households; some to be done, most of them done.
    async Task Signals(BulkWriter bulk)
    {
        var (per, open) = ((int)(SignalsPerTeam * (long)Households / Households100K) + 1, (int)(OpenPerTeam * (long)Households / Households100K) + 1);
        var signals = (from t in Enumerable.Range(0, Teams) from n in Enumerable.Range(0, per) select (Team: t, N: n, Id: Made('z', n, t), Open: n < open)).ToArray();
        await bulk.Write("signal", "id, reference, secret_hash, kind, text, about, told, urgency, theme, by_role, by_organisation, by_neighbour, received_at, due_on, state, organisation, team, law, audience, safety, search_text, version",
            signals.Select(s => Row(s.Id, $"{(char)('A' + s.Team)}{s.N:0000000}", new byte[32], s.N % 3 == 0 ? "Request" : "Concern", Sealed(Words, "signal.text"), Sealed($"gezin aan de {Streets[s.N % Streets.Length]}", "signal.about"), s.N % 3 == 0 ? "NotApplicable" : "Yes", s.N % 20 == 0 ? "Today" : "FewDays",
                "Money", "TeamMember", organisation.Id.Value, false, now.AddDays(-1 - s.N % 900), DateOnly.FromDateTime(now.Date).AddDays(s.Open ? s.N % 9 - 2 : -20), s.Open ? s.N % 2 == 0 ? "Claimed" : "Received" : "Assessed",
                organisation.Id.Value, teams[s.Team].Id.Value, "Wmo", "Professionals", "None", "", 0)));
        await bulk.Write("signal_reporter", "signal, signal_kind, account", signals.Select(s => Row(s.Id, s.N % 3 == 0 ? "Request" : "Concern", Worker(s.Team, s.N))));
        await bulk.Write("signal_claim", "id, signal, account, at, released_at",
            signals.Where(s => !s.Open || s.N % 2 == 0).Select(s => Row(Made('y', s.N, s.Team), s.Id, Worker(s.Team, s.N), now.AddDays(-1), s.Open ? null : now)));
        await bulk.Write("assessment", "id, signal, signal_kind, outcome, handed_to, feedback, account, at",
            signals.Where(s => !s.Open).Select(s => Row(Made('x', s.N, s.Team), s.Id, s.N % 3 == 0 ? "Request" : "Concern", "HandedOver", Sealed("de huisarts", "assessment.handed_to"), "PickedUp", Worker(s.Team, s.N), now.AddDays(-1))));
        // Each helped household of every ten was reported once.
        await bulk.Write("duty_to_tell", "id, signal, signal_kind, household, question, law, controller, assessor, safety, state, due_on, version",
            signals.Where(s => !s.Open && s.N % 3 != 0 && s.N / 3 * 10 < perTeam / Helped).Select(s => (Signal: s, Household: s.Team * perTeam + s.N / 3 * 10)).DistinctBy(s => s.Household)
                .Select(s => Row(Made('d', s.Household), s.Signal.Id, "Concern", IdOf(s.Household).Value, Made('q', s.Household), "Wmo", organisation.Id.Value, Worker(s.Signal.Team, s.Signal.N), "None", "Open", DateOnly.FromDateTime(now.Date), 0)));
    }

    Guid Worker(int team, int n) => accounts[team * TeamSize + 1 + n % Workers].Id.Value;

    async Task Journal(BulkWriter bulk, (byte[] Plain, byte[] Wrapped) key)
    {
        await bulk.Write("journal_key", "household, part, wrapped", from h in All from part in Laws.Prepend("") select Row(IdOf(h).Value, part, key.Wrapped));
        await bulk.Write("journal_line", "at, kind, purpose, law, actor_role, account, organisation, household, subject, payload", Lines(key.Plain));
    }

    // In the order of time, as they were written, so that a household's lines lie far apart. Every fifth has something to open.
    IEnumerable<object?[]> Lines(byte[] key) =>
        from n in Enumerable.Range(0, LinesEach)
        from h in All
        let kind = Kinds[(n + h) % Kinds.Length]
        let law = n % 4 == 0 ? (Law?)null : LawOf(h, n)
        let subject = n % 2 == 0 ? Made('q', h, n % 4 / 2) : Made('c', h, n % 5)
        let because = new Because(CoordinatorOf(h).AsActor, KnownSince(h).AddDays(n), kind, law, null)
        let payload = n % 5 == 0 ? JournalLine.Write(because, subject, IdOf(h), new { Title = $"Regel {n}" }, key).Payload : null
        select Row(because.At, kind.Code, $"{kind.Purpose}", law?.ToString(), "TeamMember", because.Actor.Account!.Value.Value, organisation.Id.Value, IdOf(h).Value, subject, payload);

    async Task Looks(BulkWriter bulk)
    {
        var seen = from n in Enumerable.Range(0, LooksEach) from h in All select (Household: h, N: n, At: KnownSince(h).AddDays(n * 2), Trace: Made('t', h, n).ToString("N"));
        await bulk.Write("read_line", "at, event, outcome, household, what, data, purpose, basis, laws, account, role, organisation, session, trace",
            seen.Select(s => Row(s.At, "Opened", "Allowed", IdOf(s.Household).Value, "Huishouden en plan", "File", "Support", "Circle", 3, CoordinatorOf(s.Household).Id.Value, "TeamMember", organisation.Id.Value, Made('e', s.Household), s.Trace)));
        await bulk.Write("processing_line", "at, trace_id, span_id, status, name, started_at, ended_at, activity, data_subject, data_subject_type, version",
            seen.Select(s => Row(s.At, s.Trace, s.Trace[..16], "Unset", "look.opened", s.At, s.At, "ondersteuning", Made('h', s.Household).ToString("N"), "household", "1")));
    }

    async Task<byte[]> Wrapped(HouseholdId household)
    {
        await using var work = await storage.Read(Actor.System);
        return await work.Context.Set<JournalKey>().Where(k => k.Household == household).Select(k => k.Wrapped).SingleAsync();
    }
}
