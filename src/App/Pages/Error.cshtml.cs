using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Samenkracht.Kernel.Access;
using Samenkracht.Web.Access;

namespace Samenkracht.App.Pages;

/// <summary>Foutpagina: what went wrong in plain words and what to do; never what the program knows about it.</summary>
[Public, IgnoreAntiforgeryToken]
internal sealed class ErrorModel : PageModel
{
    public int Code { get; private set; }

    public string Title => Words.Title;

    public string Advice => Words.Advice;

    private (string Title, string Advice) Words => Code switch
    {
        400 when Hosting.ReadableForms.Refused(HttpContext) => ("Wij kunnen dit formulier niet lezen", "Er staat een teken in dat wij niet kunnen bewaren, of het is niet heel aangekomen. Ga terug, typ de tekst opnieuw en verstuur nog eens."),
        400 => ("Dit formulier is verlopen of beschadigd", "Ga terug, vernieuw de pagina en probeer het opnieuw."),
        // Who lives here has no administrator.
        403 when HttpContext.Actor() is { IsSignedIn: true } actor && !actor.Role.IsProfessional() => ("Deze pagina is niet voor u", "Zij is voor mensen die in de wijk of bij de gemeente werken. Vraag uw vaste contactpersoon als u iets zoekt."),
        403 => ("Hier hebt u geen toegang toe", "Uw rol heeft dit recht niet. Denkt u dat dit niet klopt? Vraag het de beheerder."),
        404 => ("Deze pagina is er niet", "Misschien is het adres verkeerd, of mag u dit niet zien."),
        405 => ("Dit kan hier niet", "Ga terug, vernieuw de pagina en probeer het opnieuw."),
        409 => ("Iemand anders was u net voor", "Ga terug, kijk hoe het nu staat, en probeer het opnieuw als het nog nodig is."),
        413 => ("Dit is te groot om te versturen", "Maak het bestand of de tekst kleiner en probeer het opnieuw."),
        421 => ("Dit werkt alleen over https", $"Open het adres dat met https:// begint. Beheert u deze installatie? {Hosting.HttpsOnly.Advice}"),
        429 => ("Even wachten", "Vanaf dit netwerk is te vaak geprobeerd. Wacht een minuut en probeer het opnieuw."),
        503 => ("De demogemeente wordt gevuld", "Dat duurt ongeveer een minuut. Daarna staat hier alles; deze pagina kijkt zelf of het zover is."),
        500 => ("Er ging iets mis", "Dit ligt aan ons, niet aan u. Probeer het zo nog eens."),
        _ => ("Dit lukte niet", "Ga terug en probeer het opnieuw."),
    };

    public void OnGet() => Show();

    public void OnPost() => Show();

    // Nothing is bound here: what went wrong may be that the request cannot be read.
    private void Show()
    {
        Code = RouteData.Values["code"] is string code ? int.Parse(code, CultureInfo.InvariantCulture) : 500;
        Response.StatusCode = Code is >= 400 and < 600 ? Code : 404;
    }
}
