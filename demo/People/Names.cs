namespace Samenkracht.Demo.People;

/// <summary>Names and streets that do not belong to anyone.</summary>
static class Names
{
    public static readonly string[] Given =
    [
        "Anna", "Bram", "Chantal", "Daan", "Esra", "Fleur", "Guus", "Hanneke", "Ilse", "Jasper", "Karim", "Lieke", "Marloes", "Nadia", "Olaf", "Petra", "Quinten",
        "Roos", "Samira", "Teun", "Ursula", "Vera", "Wouter", "Yara", "Zoë", "Aisha", "Bas", "Carmen", "Dirk", "Eline", "Ferhat", "Gijs", "Hilde", "Ivo", "Jamila",
        "Koen", "Linda", "Mustafa", "Nienke", "Omar", "Pim", "Rachid", "Sofie", "Tirza", "Viktor", "Wietske", "Yusuf", "Agnieszka", "Marek", "Semhar",
    ];

    public static readonly string[] Family =
    [
        "de Vries", "Jansen", "Bakker", "Visser", "Smit", "Meijer", "Mulder", "Bos", "Vos", "Peters", "Hendriks", "Dekker", "Brouwer", "Dijkstra", "van Leeuwen",
        "Kok", "Jacobs", "de Graaf", "van der Meer", "Yılmaz", "Kaya", "El Idrissi", "Bouzid", "Nguyen", "Kowalski", "Nowak", "Tesfay", "Haile", "Pinas", "Martina",
        "Schouten", "Hoekstra", "Prins", "Huisman", "Postma", "Kuipers", "Veenstra", "Kramer", "Scholten", "van Wijk", "Molenaar", "de Bruin", "Wolters", "Hermans",
    ];

    public static string Person(Random random) => $"{Pick(Given, random)} {Pick(Family, random)}";

    public static T Pick<T>(IReadOnlyList<T> from, Random random) => from[random.Next(from.Count)];
}
