using Samenkracht.Web.Access;

namespace Samenkracht.Access.SignIn;

/// <summary>Afgemeld: where a provider sends who signed out there too.</summary>
[Public]
internal sealed class SignedOutPage : SkPage
{
    public const string Address = "/afgemeld";

    public void OnGet()
    {
    }
}
