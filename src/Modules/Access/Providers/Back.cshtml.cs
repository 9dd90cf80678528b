using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Samenkracht.Web.Access;

namespace Samenkracht.Access.Providers;

/// <summary>Terug van een aanbieder: <see cref="OidcHandler"/> answers here before any page does; this one gives the address its rule and its limit.</summary>
[Public, EnableRateLimiting("sign-in-visit")]
internal sealed class Back : SkPage
{
    public IActionResult OnGet() => NotFound();
}
