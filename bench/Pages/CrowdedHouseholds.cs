using Samenkracht.Kernel;
using Samenkracht.Residents.Contract;
using Samenkracht.Support.Contract;

namespace Samenkracht.Bench.Pages;

/// <summary>Who lives there, who helps, and what was asked and agreed.</summary>
sealed partial class CrowdedTown
{
    const string Words = "Wat er is gezegd, in de woorden van wie het schreef. Er is gesproken over geld, over de kinderen en over wat buren en familie kunnen doen, en wat er eerst moet.";

    static readonly string[] Laws = ["Wmo", "Jeugdwet"];

    async Task People(BulkWriter bulk)
    {
        await bulk.Write("household", "id, name, street, house_number, postcode, place, buurt_code, search_text, address_key, postcode_key, safety, secrecy, has_safety_items, known_since, contact_from, circle_edition, version",
            All.Select(Household));
        await bulk.Write("person", "id, household, name, search_name, birth_date, born_on, relation, phone, safety, no_post, version",
            from h in All
            from n in Enumerable.Range(0, PeopleIn(h))
            let born = new DateOnly(n < 2 ? 1980 : 2014, 1 + h % 12, 1 + h % 28)
            select Row(Made('p', h, n), IdOf(h).Value, Sealed(Person(h, n), "person.name"), SearchText.Of(Person(h, n)), Sealed($"{born:O}", "person.birth_date"), born,
                n switch { 0 => "Resident", 1 => "Partner", _ => "Child" }, Sealed("0612345678", "person.phone"), "None", false, 0));
        await bulk.Write("circle_member", "id, household, account, role, since, until, sees_safety, parts",
            from h in All
            from n in Enumerable.Range(0, IsHelped(h) ? 3 : 2)
            let account = n switch { 0 => CoordinatorOf(h), 1 => DeputyOf(h), _ => accounts[TeamOf(h) * TeamSize] }
            select Row(Made('m', h, n), IdOf(h).Value, account.Id.Value, "Member", KnownSince(h), EndOf(h), false, 0));
        await bulk.Write("circle_law", "member, law",
            from h in All
            from n in Enumerable.Range(0, IsHelped(h) ? 3 : 2)
            from law in Laws.Take(n == 1 ? 1 : 2)
            select Row(Made('m', h, n), law));
        await bulk.Write("support_period", "id, household, coordinator, deputy, started_at, ended_at, version",
            All.Select(h => Row(Made('s', h), IdOf(h).Value, Made('m', h, 0), Made('m', h, 1), KnownSince(h), EndOf(h), 0)));
    }

    object?[] Household(int h)
    {
        var address = new Address(Streets[h % Streets.Length], $"{1 + h / Streets.Length}", $"{1000 + h % 900} AB", "Drukstad", null).Normal();
        var name = $"gezin {Last[h / 5 % Last.Length]}";
        // Some of those of before lie in the safety compartment.
        var safety = !IsHelped(h) && h % 211 == 0 ? "Shielded" : "None";
        return Row(IdOf(h).Value, Sealed(name, "household.name"), Sealed(address.Street!, "household.street"), Sealed(address.HouseNumber!, "household.house_number"),
            Sealed(address.Postcode!, "household.postcode"), Sealed(address.Place!, "household.place"), null, SearchText.Of($"{name} {address}"), address.StreetKey, address.PostcodeKey,
            safety, false, h % 97 == 0, KnownSince(h), KnownSince(h).AddDays(1), 1, 0);
    }

    async Task Support(BulkWriter bulk)
    {
        const string Item = "household, controller, law, audience, safety, shared_with, author, about";
        await bulk.Write("question", $"id, {Item}, theme, text, asked_at, via_community, via_community_linkable, version",
            Of(2, (h, n) => [Made('q', h, n), .. ItemOf(h, n, h % 97 == 0 && n == 1 ? "Shielded" : "None"), $"{(Theme)((h + n) % 14)}", Sealed($"Vraag {n} van {Person(h, 0)}", "question.text"), KnownSince(h).AddDays(n),
                n == 1 && h % 7 == 0 ? communities[h % communities.Length].Id.Value : null, true, 0]));
        await bulk.Write("question_closure", "question, outcome, closed_at, closed_by",
            Of(2, (h, n) => [Made('q', h, n), "Answered", KnownSince(h).AddDays(200), CoordinatorOf(h).Id.Value], (h, n) => n == 1 || !IsHelped(h)));
        await bulk.Write("plan", "id, household, controller, edition, judged_edition, changes, started_at, ended_at, version",
            All.Select(h => Row(Made('l', h), IdOf(h).Value, organisation.Id.Value, 1, 1, 0, KnownSince(h), EndOf(h), 0)));
        await bulk.Write("plan_approval", "id, plan, edition, agrees, by_account, at",
            Of(1, (h, _) => [Made('a', h), Made('l', h), 1, true, CoordinatorOf(h).Id.Value, KnownSince(h).AddDays(3)]));
        await bulk.Write("goal", $"id, plan, {Item}, text, whose, set_at, version",
            Of(2, (h, n) => [Made('g', h, n), Made('l', h), .. ItemOf(h, n), Sealed($"Doel {n}", "goal.text"), Sealed("bewoner", "goal.whose"), KnownSince(h).AddDays(n), 0]));
        await bulk.Write("plan_action", $"id, goal, {Item}, text, due_on, rhythm, doer, doer_account, community_linkable, agreed_at, done_at, version",
            Of(5, (h, n) => [Made('c', h, n), Made('g', h, n % 2), .. ItemOf(h, n % 2), Sealed($"Afspraak {n}", "plan_action.text"), DateOnly.FromDateTime(now.Date).AddDays(n * 7 - 10), "Once", n == 0 ? "Professional" : "Resident",
                n == 0 ? CoordinatorOf(h).Id.Value : null, true, KnownSince(h).AddDays(5), n % 3 == 0 || !IsHelped(h) ? KnownSince(h).AddDays(20) : null, 0]));
        await bulk.Write("conversation", $"id, {Item}, held_on, text, written_at",
            Of(2, (h, n) => [Made('v', h, n), .. ItemOf(h, n, audience: n == 1 && h % 5 == 0 ? "Author" : "Professionals"), DateOnly.FromDateTime(KnownSince(h).Date).AddDays(n), Sealed(Words, "conversation.text"), KnownSince(h).AddDays(n)]));
        await bulk.Write("letter", $"id, {Item}, kind, subject, text, drafted_at, sent_at, sent_by, version",
            Of(1, (h, n) => [Made('b', h), .. About(ItemOf(h, n), h), "Letter", Sealed("Uw afspraak", "letter.subject"), Sealed(Words, "letter.text"), KnownSince(h).AddDays(9), KnownSince(h).AddDays(10), CoordinatorOf(h).Id.Value, 0], (h, _) => h % 2 == 0));
        await bulk.Write("consent_request", $"id, {Item}, kind, with_organisation, what, why, asked_at, version",
            Of(1, (h, n) => [Made('r', h), .. About(ItemOf(h, n, audience: "Circle"), h), "Help", organisation.Id.Value, Sealed("Of wij mogen helpen", "consent_request.what"), Sealed("Om te beginnen", "consent_request.why"), KnownSince(h).AddDays(1), 0], (h, _) => h % 2 == 0));
        await bulk.Write("consent_answer", "id, request, by_person, by_account, spoken, agrees, at",
            Of(1, (h, _) => [Made('w', h), Made('r', h), Made('p', h), CoordinatorOf(h).Id.Value, true, true, KnownSince(h).AddDays(2)], (h, _) => h % 2 == 0));
    }

    object?[] ItemOf(int h, int n, string safety = "None", string audience = "Circle") =>
        [IdOf(h).Value, organisation.Id.Value, $"{LawOf(h, n)}", audience, safety, 0, CoordinatorOf(h).Id.Value, null];

    static object?[] About(object?[] item, int h) => [.. item[..^1], Made('p', h)];

    IEnumerable<object?[]> Of(int each, Func<int, int, object?[]> row, Func<int, int, bool>? when = null) =>
        from h in All
        from n in Enumerable.Range(0, each)
        where when?.Invoke(h, n) ?? true
        select row(h, n);
}
