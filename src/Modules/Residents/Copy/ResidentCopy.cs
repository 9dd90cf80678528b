using Microsoft.EntityFrameworkCore;
using Samenkracht.Kernel;
using Samenkracht.Kernel.Access;
using Samenkracht.Kernel.Records;
using Samenkracht.Kernel.Storage;
using Samenkracht.Residents.Contract;
using Samenkracht.Residents.Emergency;
using Samenkracht.Residents.People;

namespace Samenkracht.Residents.Copy;

/// <summary>Kopie: who someone is, where they live and who is in their circle.</summary>
internal sealed class ResidentCopy : ICopySource
{
    public int Order => 10;

    public async Task<IReadOnlyList<CopyPart>> For(Work work, CopySubject whom, CancellationToken cancel)
    {
        var id = new PersonId(whom.Person);
        var person = await work.Query<Person>().AsNoTracking().SingleAsync(p => p.Id == id, cancel);
        var reach = await work.ReachOf(await work.People.SingleAsync(p => p.Id == id, cancel), cancel);
        var household = await work.Query<Household>().AsNoTracking().SingleAsync(h => h.Id == whom.Household, cancel);
        return
        [
            new("persoon", "Wie u bent", "Wat er over u zelf is vastgelegd.", [Of(person)]),
            new("huishouden", "Waar u woont", "Wat er over uw huishouden is vastgelegd.", [Of(household, whom, person.Relation == Relation.ParentElsewhere, byHand: work.Actor.Account != whom.Account)]),
            new("kring", "Uw kring", "De mensen die met u meedenken of meedachten, en voor welke wet.", await Circle(work, whom, reach, cancel)),
            new("noodtoegang", "Noodtoegang", "Wie met een dringende reden meekeek zonder in uw kring te zitten.", reach.Whole ? await Emergencies(work, whom, cancel) : []),
        ];
    }

    private static IReadOnlyList<CopyValue> Of(Person person) =>
    [
        new("naam", "Naam", person.Name),
        new("geboortedatum", "Geboortedatum", person.BirthDate),
        new("plaatsInHuishouden", "Plaats in het huishouden", person.Relation.Label()),
        new("telefoon", "Telefoon", person.Phone),
        new("bellenVanaf", "Bellen vanaf", person.CallFrom?.ToString("H.mm")),
        new("bellenTot", "Bellen tot", person.CallUntil?.ToString("H.mm")),
        new("post", "Post", person.NoPost ? "geen post sturen" : null),
        new("bsn", "Burgerservicenummer", person.Bsn is null ? null : "vastgelegd en verzegeld; uw contactpersoon laat het u zien"),
    ];

    private static IReadOnlyList<CopyValue> Of(Household household, CopySubject whom, bool livesElsewhere, bool byHand) =>
    [
        // A parent who lives elsewhere does not read where the others live, nor by a name that tells it.
        // How professionals speak of a household among themselves is given by hand, like all that they wrote for each other.
        new("naam", "Zo noemt de kring uw huishouden", byHand && !livesElsewhere && whom.MayHold(household.Name) ? whom.Veil(household.Name) : null),
        new("adres", "Adres", !livesElsewhere && household.Address.ToString() is { Length: > 0 } address ? address : null),
        new("geheimAdres", "Geheim adres", !livesElsewhere && household.Secrecy ? "ja" : null),
        new("bekendSinds", "Bekend sinds", livesElsewhere ? null : household.KnownSince),
    ];

    private static async Task<IReadOnlyList<IReadOnlyList<CopyValue>>> Circle(Work work, CopySubject whom, OwnReach reach, CancellationToken cancel) =>
    [
        .. reach.Of(await work.Circle(whom.Household, former: true, cancel), new PersonId(whom.Person))
            // The attention officer's presence would say what must not be said; who someone else brought is theirs to tell.
            .Where(m => m.Who.Role != Role.AttentionOfficer && m.Role != CircleRole.Supporter && whom.MayHold(m.Who.Name))
            .Select(m => (IReadOnlyList<CopyValue>)
            [
                new("naam", "Naam", m.Who.Name),
                new("functie", "Functie", m.Who.Function.Length > 0 ? m.Who.Function : m.Role.Label()),
                new("organisatie", "Organisatie", m.Who.OrganisationName),
                new("wetten", "Voor", string.Join(", ", m.Laws.Select(l => l.Label()))),
                new("sinds", "Sinds", m.Since),
                new("tot", "Tot", m.Until),
            ]),
    ];

    private static async Task<IReadOnlyList<IReadOnlyList<CopyValue>>> Emergencies(Work work, CopySubject whom, CancellationToken cancel) =>
    [
        // The reason, and the words of the judgement, may say who told of whom: they are for who works here.
        .. (await work.Query<EmergencyAccess>().AsNoTracking().Where(e => e.Household == whom.Household).OrderBy(e => e.At).ToListAsync(cancel))
            .Select(e => (IReadOnlyList<CopyValue>)
            [
                new("van", "Van", e.At),
                new("tot", "Tot", e.Until),
                new("oordeel", "Oordeel van de privacyfunctionaris", e.Justified is { } justified ? justified ? "was nodig" : "was niet nodig" : "nog niet beoordeeld"),
            ]),
    ];
}
