using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Samenkracht.Web.Design;

/// <summary>Melding na een handeling: one sentence that the next page shows in green, such as "Het signaal is doorgegeven."</summary>
public static class Telling
{
    internal const string Key = "Melding";

    /// <summary>Says <paramref name="sentence"/> after the redirect. No names or addresses: it travels in a cookie.</summary>
    public static void Tell(this PageModel page, string sentence)
    {
        ArgumentNullException.ThrowIfNull(page);
        page.TempData[Key] = sentence;
    }
}
