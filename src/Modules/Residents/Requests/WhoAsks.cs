using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Authority;
using Samenkracht.Residents.Contract;

namespace Samenkracht.Residents.Requests;

/// <summary>Wie voor een kind iets vraagt: a parent with authority until 16 (UAVG art. 5). Of destruction (Jeugdwet art. 7.3.15): under 12 a parent with authority; from 12 the young
/// person, and until 16 a parent only for a child that cannot weigh this yet. From 16 nobody else.</summary>
internal static class WhoAsks
{
    private const int Weighs = Ages.OwnDoor;
    private const string OtherParents = "who handles a request of one parent hears the other who has authority; neither is told of the other";
    private const string Why = "for whose children a parent may ask, as authority was checked; that it is frozen is told to nobody, the child is only left out";

    /// <summary>Why this one cannot ask it; null when they can.</summary>
    /// <param name="holds">Whether their authority over the child was checked and stands.</param>
    /// <param name="unable">The child cannot weigh its own interests in this, as someone who works here judged.</param>
    public static string? Refuses(RequestKind kind, PersonCard whose, PersonCard by, bool holds, bool unable, DateOnly today)
    {
        var isChild = whose.Relation == Relation.Child;
        if (kind == RequestKind.Names && whose.Id != by.Id) return "Wie keek, vraagt iemand voor zichzelf.";
        if (kind != RequestKind.Destroy && whose.Id == by.Id) return null;
        if (isChild && whose.BirthDate is null) return "Leg eerst de geboortedatum van het kind vast. De leeftijd bepaalt wie dit mag vragen.";
        var age = isChild ? AgeOn(whose.BirthDate!.Value, today) : Ages.Grown;
        if (whose.Id == by.Id) return age >= Weighs ? null : "Onder de 12 jaar vraagt een ouder met gezag dit.";
        if (age >= Ages.DecidesAlone) return "Vanaf 16 jaar vraagt iemand dit zelf, en niemand anders.";
        if (!holds) return "Van deze ouder is niet vastgelegd dat die het gezag heeft. Ga dat eerst na, bij Gezag.";
        return age < Weighs || unable || kind != RequestKind.Destroy ? null : "Vanaf 12 jaar vraagt een kind dit zelf. Een ouder met gezag vraagt het alleen als het kind dit nog niet kan overzien.";
    }

    /// <summary>For whom the actor may ask online: oneself, and one's children as long as nothing freezes what parents see.</summary>
    public static async Task<IReadOnlyList<PersonCard>> Online(Work work, RequestKind kind, PersonCard self, DateOnly today, CancellationToken cancel)
    {
        var held = await work.Beyond(Why, () => Sight.Held(work).Where(a => a.Parent == self.Id).Select(a => a.Child).ToListAsync(cancel));
        var people = await work.PeopleOf(self.Household, cancel);
        return [.. people.OrderBy(p => p.Id != self.Id).Where(p => Refuses(kind, p, self, held.Contains(p.Id), unable: false, today) is null)];
    }

    /// <summary>Whether authority was checked and stands, for who works there under the Jeugdwet. A freeze lies in the safety compartment: it is weighed by who decides.</summary>
    public static Task<bool> Holds(Work work, PersonId parent, PersonId child, CancellationToken cancel) =>
        work.Query<ParentalAuthority>().AnyAsync(a => a.Parent == parent && a.Child == child && a.Holds && a.EndedAt == null, cancel);

    /// <summary>Who else has authority over the child: heard by who handles the request, also when a freeze hides the child from them.</summary>
    public static Task<List<PersonId>> Others(Work work, PersonId child, PersonId parent, CancellationToken cancel) => work.Beyond(OtherParents, () =>
        work.Unscoped<ParentalAuthority>(OtherParents).Where(a => a.Child == child && a.Parent != parent && a.Holds && a.EndedAt == null).Select(a => a.Parent).Distinct().ToListAsync(cancel));

    /// <summary>A parent whose authority is found while another's request for the child still runs is heard as well. Who finds it need not know of the request.</summary>
    public static Task Hear(Work work, PersonId child, PersonId parent, CancellationToken cancel)
    {
        const string Why = "requests of the other parent, told to nobody";
        return work.Beyond(Why, async () =>
        {
            var voices = work.Unscoped<RequestVoice>(Why);
            var open = await work.Unscoped<PersonRequest>(Why).Where(r => r.Person == child && r.AskedBy != null && r.AskedBy != parent && r.AnsweredAt == null && r.WithdrawnAt == null
                && !voices.Any(v => v.Request == r.Id && v.Person == parent)).ToListAsync(cancel);
            foreach (var request in open)
            {
                work.Add(RequestVoice.Of(request, parent, VoiceKind.Parent));
                // Whoever is deciding on it this moment reads it anew first.
                work.Expect(request, request.Version);
            }
            await work.Flush(cancel);
            return open.Count;
        });
    }

    private static int AgeOn(DateOnly born, DateOnly today) => today.Year - born.Year - (born.AddYears(today.Year - born.Year) > today ? 1 : 0);
}
