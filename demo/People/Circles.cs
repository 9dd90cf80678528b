using Samenkracht.Directory.Contract;

namespace Samenkracht.Demo.People;

/// <summary>A community of Waterveen.</summary>
/// <param name="Wijk">Where it meets.</param>
/// <param name="Families">How often households meet it, relative to the others; 0 for those that may never be linked with anyone.</param>
sealed record CommunityPlan(string Name, CommunityKind Kind, string Wijk, string Contact, int Families, string Text, params (string Name, string When, string Place)[] Activities);

/// <summary>The communities of Waterveen. People's circles do not stop at the edge of a wijk.</summary>
static class Circles
{
    /// <summary>The football club around which the debts are planted.</summary>
    public const int Club = 0;

    public static readonly IReadOnlyList<CommunityPlan> All =
    [
        new("VV De Vlieger", CommunityKind.SportsClub, "West", "Rob Hendriks", 1, "Voetbal voor jong en oud, met jeugdteams uit de hele stad.",
            ("Training jeugd", "dinsdag en donderdag, 18.00 uur", "Sportpark De Vlieger"), ("Koffie langs de lijn", "zaterdag, 9.00 uur", "Kantine")),
        new("Zwemvereniging De Linde", CommunityKind.SportsClub, "Centrum", "Anja Mulder", 5, "Zwemles en banenzwemmen.", ("Diplomazwemmen", "woensdag, 15.00 uur", "Zwembad De Linde")),
        new("Judoschool Tatami", CommunityKind.SportsClub, "Oost", "Kees Bos", 3, "Judo, ook met het jeugdfonds.", ("Judo 6 tot 10 jaar", "maandag, 16.30 uur", "Wijkgebouw Oost")),
        new("Gymvereniging Olympia", CommunityKind.SportsClub, "Noord", "Els Brouwer", 4, "Bewegen voor alle leeftijden.", ("Stoelgym", "vrijdag, 10.00 uur", "Gymzaal Tuindorp")),
        new("Hockeyclub Waterveen", CommunityKind.SportsClub, "Veenwijk", "Tim Vos", 2, "Hockey vanaf zes jaar."),
        new("Basisschool De Regenboog", CommunityKind.School, "Oost", "juf Marieke", 7, "Basisschool met een ouderkamer.", ("Ouderkamer", "woensdag, 8.45 uur", "Lokaal 2")),
        new("Basisschool Het Anker", CommunityKind.School, "Sluiskwartier", "meester Joost", 7, "Basisschool aan de Sluiskade.", ("Koffieochtend", "vrijdag, 8.45 uur", "Aula")),
        new("Basisschool De Lijster", CommunityKind.School, "Noord", "juf Carla", 5, "Basisschool in Lijsterhof."),
        new("Vakcollege Waterveen", CommunityKind.School, "Zuid", "Hans Meijer", 5, "Vmbo en praktijkonderwijs."),
        new("Buurtkamer Sluiskade", CommunityKind.NeighbourhoodGroup, "Sluiskwartier", "Gerda Smit", 6, "De deur staat open, de koffie is klaar.",
            ("Samen eten", "dinsdag, 17.30 uur", "Sluiskade 12"), ("Budgetkring", "maandag, 14.00 uur", "Sluiskade 12")),
        new("Buurtkamer Oost", CommunityKind.NeighbourhoodGroup, "Oost", "Fatih Demir", 6, "Ontmoeten, repareren en spelen.", ("Repaircafé", "eerste zaterdag, 11.00 uur", "Molenpad 40")),
        new("Tuingroep Tuindorp", CommunityKind.NeighbourhoodGroup, "Noord", "Wim Dekker", 3, "Samen tuinieren.", ("Werkochtend", "zaterdag, 9.30 uur", "Moestuin Tuindorp")),
        new("Huiskamer West", CommunityKind.NeighbourhoodGroup, "West", "Ria Kok", 4, "Samen eten en een praatje.", ("Eettafel", "donderdag, 17.30 uur", "Vogelbuurt 8")),
        new("Fanfare Crescendo", CommunityKind.Association, "Zuid", "Piet Jansen", 2, "Muziek voor wie wil leren spelen.", ("Repetitie", "woensdag, 19.30 uur", "Planetenbuurt 3")),
        new("Toneelclub Masker", CommunityKind.Association, "Centrum", "Lotte Prins", 2, "Spelen in het oude pakhuis."),
        new("Speeltuin Zonneplein", CommunityKind.Association, "West", "Karin Post", 4, "Speeltuin van en voor ouders.", ("Knutselmiddag", "woensdag, 13.30 uur", "Zonneplein")),
        new("Bridgeclub De Slag", CommunityKind.Association, "Noord", "Henk Vink", 2, "Kaarten in Componistenbuurt."),
        new("Taalmaatjes Waterveen", CommunityKind.VolunteerOrganisation, "Centrum", "Yvonne Visser", 5, "Nederlands oefenen met een maatje.", ("Taalcafé", "dinsdag, 10.00 uur", "Bibliotheek")),
        new("Humanitas Waterveen", CommunityKind.VolunteerOrganisation, "Centrum", "Paul Schouten", 5, "Maatjes en thuisadministratie."),
        new("Voedselbank Waterveen", CommunityKind.VolunteerOrganisation, "Zuid", "Ineke Maas", 4, "Tijdelijk een pakket, en iemand die meekijkt."),
        new("Fietswerkplaats Het Wiel", CommunityKind.VolunteerOrganisation, "Oost", "Sander Kuiper", 3, "Fietsen opknappen en weggeven.", ("Werkplaats", "donderdag, 13.00 uur", "Haverveld 2")),
        new("Moskee Al-Noor", CommunityKind.Religious, "Oost", "Said El Amrani", 0, "Gebedshuis met een open keuken.", ("Open maaltijd", "vrijdag, 18.30 uur", "Korenbloem 5")),
        new("Protestantse gemeente De Ark", CommunityKind.Religious, "Centrum", "ds. Van Dam", 0, "Kerk met een diaconie.", ("Open huis", "woensdag, 10.00 uur", "Oude Markt 1")),
        new("Stichting Eritrese vrouwen", CommunityKind.Origin, "Sluiskwartier", "Selam Tesfay", 0, "Vrouwen helpen elkaar op weg."),
        new("Lotgenoten reuma", CommunityKind.Health, "Noord", "Joke Hoekstra", 0, "Samen praten en bewegen."),
    ];
}
